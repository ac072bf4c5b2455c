import { hashToken } from './hash';

/** Of a million keys, each part gets 16,000 and grows in well under a millisecond. */
const PARTS = 64;

/**
 * A map by strings, for hundreds of thousands of them: many small ones, as a `Map` that grows beyond 200,000
 * stops the world for 20 ms. Keeps the order in which keys came.
 */
export class WideMap<V> {
  readonly #parts = Array.from({ length: PARTS }, () => new Map<string, V>());
  readonly #keys: string[] = [];

  get size(): number {
    return this.#keys.length;
  }

  get(key: string): V | undefined {
    return this.#partOf(key).get(key);
  }

  has(key: string): boolean {
    return this.#partOf(key).has(key);
  }

  set(key: string, value: V): void {
    const part = this.#partOf(key);
    const before = part.size;
    part.set(key, value);
    if (part.size > before) this.#keys.push(key);
  }

  keys(): Iterable<string> {
    return this.#keys;
  }

  *values(): Iterable<V> {
    for (const key of this.#keys) yield this.get(key)!;
  }

  *entries(): Iterable<[string, V]> {
    for (const key of this.#keys) yield [key, this.get(key)!];
  }

  #partOf(key: string): Map<string, V> {
    return this.#parts[hashToken(key) & (PARTS - 1)]!;
  }
}
