import Fuse from 'fuse.js';

/** Letters that a word may have more or fewer than one that stands for it. */
const LONGER = 3;
const SHORTER = 2;
const MOST_ALIKE = 40;

/**
 * Words that are spelled alike, by Fuse.js. One index for each length, made when a query first needs it: most of
 * a list is too long or too short for the word, and comparing it would take longer than a keystroke.
 */
export class AlikeWords {
  readonly #byLength = new Map<number, { word: string; number: number }[]>();
  readonly #fuses = new Map<number, Fuse<{ word: string; number: number }>>();

  constructor(words: readonly string[]) {
    words.forEach((word, number) => {
      const list = this.#byLength.get(word.length);
      if (list) list.push({ word, number });
      else this.#byLength.set(word.length, [{ word, number }]);
    });
  }

  /** Places in the list of words that are alike, with how unlike each is, 0 to 1. Numbers are like none. */
  of(word: string): Map<number, number> {
    const found = new Map<number, number>();
    if (/\p{N}/u.test(word)) return found;
    for (let length = Math.max(2, word.length - SHORTER); length <= word.length + LONGER; length++) {
      for (const { item, score } of this.#fuse(length)?.search(word, { limit: MOST_ALIKE }) ?? []) {
        // Fuse finds the word anywhere in a longer one; what is left over counts, too.
        const leftOver = Math.abs(length - word.length) / Math.max(length, word.length);
        found.set(item.number, (score ?? 0) + leftOver);
      }
    }
    return found;
  }

  #fuse(length: number) {
    const list = this.#byLength.get(length);
    if (!list) return undefined;
    const made = this.#fuses.get(length) ?? new Fuse(list, OPTIONS);
    this.#fuses.set(length, made);
    return made;
  }
}

const OPTIONS = { keys: ['word'], includeScore: true, threshold: 0.4, minMatchCharLength: 2, ignoreFieldNorm: true };
