/** Size of a page, in bytes: takes well under a millisecond to clear or to copy. */
const PAGE = 1 << 18;

/** Texts in UTF-8, one after another. In pages, as copying all of it to larger memory would hold others up. */
export class TextPool {
  readonly #encoder = new TextEncoder();
  readonly #full: Uint8Array[] = [];
  #page = new Uint8Array(PAGE);
  /** Bytes in full pages, and in the page under way. */
  #before = 0;
  #used = 0;

  /** Bytes so far. */
  get size(): number {
    return this.#before + this.#used;
  }

  /** Returns the byte offset of the text. */
  add(text: string): number {
    const at = this.size;
    const most = text.length * 3;
    if (this.#used + most > this.#page.length) this.#turn(most);
    this.#used += this.#encoder.encodeInto(text, this.#page.subarray(this.#used)).written;
    return at;
  }

  /** What was added, in order. */
  pages(): Uint8Array[] {
    return [...this.#full, this.#page.subarray(0, this.#used)];
  }

  #turn(most: number): void {
    this.#full.push(this.#page.subarray(0, this.#used));
    this.#before += this.#used;
    this.#page = new Uint8Array(Math.max(PAGE, most));
    this.#used = 0;
  }
}
