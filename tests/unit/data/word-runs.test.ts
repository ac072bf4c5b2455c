import { describe, expect, it } from 'vitest';
import { SharedRuns, stringsOf } from '../../../data/build/word-runs';

describe('SharedRuns', () => {
  const runs = new SharedRuns();
  runs.learn(
    'The group has been active since at least 2012 and mostly targets ministries in the region.',
    'upstream.json',
  );

  it.each([
    ['It is said: the group has been active since at least 2012, and so on', true, 'nine words in a row'],
    ['THE GROUP – HAS BEEN ACTIVE SINCE AT LEAST 2012', true, 'case and punctuation aside'],
    ['active since at least 2012', false, 'a short phrase'],
    ['https://example.org/the-group-has-been-active-since-at-least-2012-and', false, 'an address'],
    ['', false, 'nothing'],
  ])('%s → %s: %s', (text, isShared) => {
    expect(Boolean(runs.find(text))).toBe(isShared);
  });
});

it('stringsOf gives every string of a record', () => {
  expect([...stringsOf({ a: 'x', b: ['y', { c: 'z' }], d: 1, e: null })]).toEqual(['x', 'y', 'z']);
});
