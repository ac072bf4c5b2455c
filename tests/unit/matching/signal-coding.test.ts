import { describe, expect, it } from 'vitest';
import type { Signal } from '../../../lib/matching/index-format';
import { rowOfSignal, signalOf } from '../../../lib/matching/signal-coding';
import { vocabularySignals } from '../../../lib/matching/vocabulary';

describe('a signal comes back as it went', () => {
  it.each<Signal>([
    { text: 'UK', country: 'GB' },
    { text: 'malware', cyber: 3, follows: true },
    { text: 'hackers', cyber: 3, introduces: true, follows: true },
    { text: 'breach', cyber: 1, act: true },
    { text: 'Trickbot', program: 'program' },
    { text: 'LockBit', program: 'brand' },
    { text: '2020', year: 2020 },
    { text: 'GCHQ', tells: [3, 4] },
    { text: 'airport', denies: [7] },
    { text: 'spy agency', role: 'intelligence' },
    {
      text: 'Ronin',
      victims: [
        { entity: 4, class: 'unique', demand: 0, acts: ['heist'] },
        { entity: 5, class: 'context', demand: 2 },
      ],
    },
  ])('$text', (signal) => {
    expect(signalOf(JSON.parse(JSON.stringify(rowOfSignal(signal))))).toEqual(signal);
  });

  it('and so does all of the vocabulary', () => {
    for (const signal of vocabularySignals()) expect(signalOf(rowOfSignal(signal))).toEqual(signal);
  });
});
