import { describe, expect, it } from 'vitest';
import { expandPattern } from '../../../lib/dataset/patterns';

describe('expandPattern', () => {
  it.each([
    [
      { victim: 'TalkTalk', acts: ['hack'] },
      ['TalkTalk hack', 'hack of TalkTalk', 'hack of the TalkTalk', 'hack on TalkTalk', 'hack on the TalkTalk'],
      'an act with its prepositions',
    ],
    [
      { victim: 'X', acts: ['heist'] },
      ['X heist', 'heist of X', 'heist of the X'],
      'an act without prepositions of its own',
    ],
    [
      { victim: 'X', acts: ['attack'] },
      ['X attack', 'attack on X', 'attack on the X', 'attack against X', 'attack against the X'],
      'an attack is on or against',
    ],
    [{ victim: 'X', acts: ['a', 'b'] }, ['X a', 'a of X', 'a of the X', 'X b', 'b of X', 'b of the X'], 'several acts'],
  ])('%j → %j: %s', (pattern, phrases) => {
    expect(expandPattern(pattern)).toEqual(phrases);
  });

  it.each([
    'Electoral Commission breach',
    'hack of the Electoral Commission',
    'cyber attack on the Electoral Commission',
    'intrusion into the Electoral Commission',
    'data breach at the Electoral Commission',
  ])('holds "%s" among the usual phrases', (phrase) => {
    expect(expandPattern({ victim: 'Electoral Commission' })).toContain(phrase);
  });

  it('gives no phrase twice', () => {
    const phrases = expandPattern({ victim: 'X' });
    expect(new Set(phrases).size).toBe(phrases.length);
  });
});
