import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nearby } from '../../../lib/matching/nearby';

const span = fc.tuple(fc.nat(5000), fc.nat(400)).map(([start, length]) => ({ start, end: start + length }));

describe('nearby', () => {
  it('gives what a look at each would give', () => {
    fc.assert(
      fc.property(fc.array(span), fc.nat(5000), fc.nat(300), (spans, from, length) => {
        const sorted = spans.sort((a, b) => a.start - b.start);
        const to = from + length;
        expect(nearby(sorted, from, to)).toEqual(sorted.filter(({ start, end }) => start <= to && end >= from));
      }),
    );
  });
});
