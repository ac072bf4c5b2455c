import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { WordLists } from '../../../lib/dataset/name-class';
import { openWords, packWords } from '../../../lib/dataset/word-file';

const letters = fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'z'), minLength: 1, maxLength: 40 });
const lists = fc.uniqueArray(fc.record({ word: letters, count: fc.nat(5000), isWord: fc.boolean() }), {
  selector: ({ word }) => word,
  maxLength: 200,
  minLength: 1,
});

describe('the packed word list', () => {
  it('answers as the lists that it was made from, frequencies by band', () => {
    fc.assert(
      fc.property(lists, fc.array(letters), (entries, others) => {
        const plain = listsOf(entries);
        const packed = openWords(
          packWords(
            entries.map(({ word }) => word),
            plain,
          ),
        );
        for (const word of ['', ...others, ...entries.map((entry) => entry.word)]) {
          expect([word, packed.isWord(word), packed.frequency(word)]).toEqual([
            word,
            plain.isWord(word),
            bandOf(plain.frequency(word)),
          ]);
        }
      }),
    );
  });

  it('refuses words of other letters, and files that are none', () => {
    const plain = listsOf([{ word: 'a', count: 1, isWord: true }]);
    expect(() => packWords(['naïve'], plain)).toThrow(RangeError);
    const file = packWords(['a', 'abc'], plain);
    expect(() => openWords(new Uint8Array(20))).toThrow(RangeError);
    expect(() => openWords(file.subarray(0, 14))).toThrow(RangeError);
    expect(() => openWords(file.subarray(0, file.byteLength - 1))).toThrow(RangeError);
  });
});

function listsOf(entries: { word: string; count: number; isWord: boolean }[]): WordLists {
  const known = new Map(entries.map((entry) => [entry.word, entry]));
  return {
    frequency: (word) => known.get(word)?.count ?? 0,
    isWord: (word) => known.get(word)?.isWord ?? false,
  };
}

function bandOf(frequency: number): number {
  return [1000, 250, 50, 1, 0].find((least) => frequency >= least)!;
}
