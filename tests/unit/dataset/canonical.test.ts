import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatRecord } from '../../../lib/dataset/canonical';
import { COLLECTION_NAMES, type CollectionName } from '../../../lib/dataset/schema';
import { smallDataset } from '../../fixtures/small-dataset';

const dataset = smallDataset();
const records = COLLECTION_NAMES.flatMap((name) =>
  dataset[name].map((record): [CollectionName, object] => [name, record]),
);

/** The same value with the keys of every object in another order. */
function reordered(value: unknown, choose: (count: number) => number): unknown {
  if (Array.isArray(value)) return value.map((item) => reordered(item, choose));
  if (value === null || typeof value !== 'object') return value;
  const rest = Object.entries(value);
  const entries: [string, unknown][] = [];
  while (rest.length) {
    const [[key, inner]] = rest.splice(choose(rest.length), 1) as [[string, unknown]];
    entries.push([key, reordered(inner, choose)]);
  }
  return Object.fromEntries(entries);
}

describe('formatRecord', () => {
  it('reads back what it wrote, and writes the same again, in whatever order keys came', () => {
    fc.assert(
      fc.property(fc.constantFrom(...records), fc.infiniteStream(fc.nat()), ([name, record], numbers) => {
        const text = formatRecord(
          name,
          reordered(record, (count) => numbers.next().value % count),
        );
        expect(JSON.parse(text)).toEqual(record);
        expect(formatRecord(name, JSON.parse(text))).toBe(text);
        expect(text).toBe(formatRecord(name, record));
      }),
    );
  });

  it('keeps any JSON, valid or not, and is stable on it', () => {
    fc.assert(
      fc.property(fc.constantFrom(...COLLECTION_NAMES), fc.jsonValue(), (name, value) => {
        const text = formatRecord(name, value);
        expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)));
        expect(formatRecord(name, JSON.parse(text))).toBe(text);
      }),
    );
  });

  it('puts keys in the order of the schema, at every depth', () => {
    const text = formatRecord('actors', {
      review: { note: 'n', state: 'unreviewed' },
      aliases: [{ relation: 'exact', text: 'A' }],
      name: 'X',
      id: 'actor:x',
      $schema: '../schema/actor.schema.json',
    });
    expect(text).toBe(`{
  "$schema": "../schema/actor.schema.json",
  "id": "actor:x",
  "name": "X",
  "aliases": [
    {
      "text": "A",
      "relation": "exact"
    }
  ],
  "review": {
    "state": "unreviewed",
    "note": "n"
  }
}
`);
  });

  it.each([['zzz'], ['constructor'], ['toString'], ['__proto__'], ['hasOwnProperty']])(
    'keeps the unknown key "%s", for validation to refuse',
    (key) => {
      const text = `{"${key}":1,"id":"actor:x"}`;
      const formatted = formatRecord('actors', JSON.parse(text));
      expect(formatted).toBe(`{\n  "id": "actor:x",\n  "${key}": 1\n}\n`);
    },
  );
});
