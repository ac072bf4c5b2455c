import { describe, expect, it } from 'vitest';
import { classifyPattern } from '../../../lib/dataset/patterns';

const words = {
  frequency: (word: string) => (word === 'harmony' ? 900 : 0),
  isWord: (word: string) => word === 'anthem',
};

describe('classifyPattern', () => {
  it.each([
    [{ victim: 'Bybit' }, 'unique', 0, 'a coined name needs nothing more'],
    [{ victim: 'Democratic National Committee' }, 'unique', 0, 'a full name needs nothing more'],
    [{ victim: 'Harmony' }, 'context', 2, 'a word needs clear signs'],
    [{ victim: 'Anthem' }, 'context', 2, 'a dictionary word needs clear signs'],
    [{ victim: 'Albania' }, 'context', 2, 'a country is attacked often'],
    [{ victim: 'Electoral Commission', country: 'GB' }, 'context', 2, 'a common name needs its country'],
    [
      { victim: 'Storting', years: [2020] },
      'context',
      1,
      'a victim hit twice needs signs, and its year to be told apart',
    ],
  ] as const)('%j → %s, demand %d: %s', (pattern, nameClass, demand, _why) => {
    const mutable = { ...pattern, ...('years' in pattern ? { years: [...pattern.years] } : {}) };
    expect(classifyPattern(mutable as Parameters<typeof classifyPattern>[0], words)).toMatchObject({
      class: nameClass,
      demand,
    });
  });
});
