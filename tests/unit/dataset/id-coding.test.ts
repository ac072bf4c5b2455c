import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { withIds, withNumbers } from '../../../lib/dataset/id-coding';

const IDS = ['actor:a', 'event:b', '#odd', ...Array.from({ length: 40 }, (_, i) => `source:${i}`)];
const NUMBERS = new Map(IDS.map((id, i) => [id, i]));

describe('ids as numbers', () => {
  test.each([
    ['actor:a', '#0'],
    [
      { by: ['event:b', 'nobody'], n: 3, deep: { none: null, yes: true } },
      { by: ['#1', 'nobody'], n: 3, deep: { none: null, yes: true } },
    ],
    ['source:33', '#10'],
    ['#tag', '##tag'],
    ['##', '###'],
  ])('%j is %j', (value, coded) => {
    expect(withNumbers(value, NUMBERS)).toEqual(coded);
    expect(withIds(coded, IDS)).toEqual(value);
  });

  test('any JSON comes back', () => {
    const text = fc.oneof(
      fc.constantFrom(...IDS),
      fc.string(),
      fc.string().map((s) => `#${s}`),
    );
    const json = fc.letrec((tie) => ({
      value: fc.oneof(
        { maxDepth: 4 },
        text,
        fc.integer(),
        fc.constant(null),
        fc.array(tie('value')),
        fc.dictionary(fc.string(), tie('value'), { noNullPrototype: true }),
      ),
    })).value;
    fc.assert(
      fc.property(json, (value) => {
        expect(withIds(withNumbers(value, NUMBERS), IDS)).toEqual(value);
      }),
    );
  });

  test.each(['#zz', '#', '#-'])('%s stands for nothing', (coded) => {
    expect(() => withIds([coded], IDS)).toThrow(RangeError);
  });
});
