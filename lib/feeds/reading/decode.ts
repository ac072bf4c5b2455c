import { FeedRefused } from '../refused';

/** Bytes of a feed to text, portion by portion. UTF-8, with or without a byte order mark; nothing else. */
export class FeedDecoder {
  readonly #decoder = new TextDecoder('utf-8', { fatal: true });
  #start: number[] | undefined = [];

  /** @throws FeedRefused `not-utf8` */
  push(bytes: Uint8Array): string {
    this.#lookAtStart(bytes);
    return this.#decode(bytes, true);
  }

  /** @throws FeedRefused `not-utf8` where the last character is cut. */
  end(): string {
    return this.#decode(new Uint8Array(), false);
  }

  /** UTF-16 and UTF-32 of Latin text are valid UTF-8 in part: their marks and their zeros tell them. */
  #lookAtStart(bytes: Uint8Array): void {
    if (!this.#start) return;
    this.#start.push(...bytes.subarray(0, 4 - this.#start.length));
    if (this.#start.includes(0)) throw new FeedRefused('not-utf8');
    if (this.#start.length >= 4) this.#start = undefined;
  }

  #decode(bytes: Uint8Array, stream: boolean): string {
    try {
      return this.#decoder.decode(bytes, { stream });
    } catch {
      throw new FeedRefused('not-utf8');
    }
  }
}
