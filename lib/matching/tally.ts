/** Counts words under keys; words come and go, and nothing depends on the order in which they came. */
export class Tally<Key> {
  readonly #words = new Map<Key, Map<string, number>>();

  add(key: Key, word: string, by: 1 | -1): void {
    const words = this.#words.get(key) ?? new Map<string, number>();
    const count = (words.get(word) ?? 0) + by;
    if (count > 0) words.set(word, count);
    else words.delete(word);
    if (words.size) this.#words.set(key, words);
    else this.#words.delete(key);
  }

  /** Words under a key, all counted. */
  count(key: Key): number {
    let sum = 0;
    for (const count of this.#words.get(key)?.values() ?? []) sum += count;
    return sum;
  }

  has(key: Key, word: string): boolean {
    return this.#words.get(key)?.has(word) ?? false;
  }

  /** The most frequent word under a key; of equals, the first by code units. */
  word(key: Key): string | undefined {
    let best: [string, number] | undefined;
    for (const entry of this.#words.get(key) ?? []) {
      if (!best || entry[1] > best[1] || (entry[1] === best[1] && entry[0] < best[0])) best = entry;
    }
    return best?.[0];
  }

  /** The highest count of any key. */
  highest(): number {
    let highest = 0;
    for (const key of this.#words.keys()) highest = Math.max(highest, this.count(key));
    return highest;
  }

  /** Every key with its words. */
  *entries(): Iterable<[Key, Iterable<string>]> {
    for (const [key, words] of this.#words) yield [key, words.keys()];
  }
}
