/** Texts in UTF-8, one after another, in memory that doubles when it is full. */
export class TextPool {
  readonly #encoder = new TextEncoder();
  #bytes = new Uint8Array(1 << 16);
  #size = 0;

  /** Bytes so far. */
  get size(): number {
    return this.#size;
  }

  /** Returns the byte offset of the text. */
  add(text: string): number {
    const at = this.#size;
    const most = at + text.length * 3;
    if (most > this.#bytes.length) {
      const larger = new Uint8Array(Math.max(most, this.#bytes.length * 2));
      larger.set(this.#bytes.subarray(0, at));
      this.#bytes = larger;
    }
    this.#size += this.#encoder.encodeInto(text, this.#bytes.subarray(at)).written;
    return at;
  }

  bytes(): Uint8Array {
    return this.#bytes.subarray(0, this.#size);
  }
}
