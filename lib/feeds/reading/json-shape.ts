import { LIMITS } from '../limits';
import { FeedRefused } from '../refused';

const QUOTE = 0x22;
const BACKSLASH = 0x5c;

/**
 * Follows the brackets of a JSON text as it comes in, before anything is built from it: a few bytes of
 * `[[[[…` can ask a parser for gigabytes.
 */
export class JsonShape {
  #depth = 0;
  #values = 0;
  #inString = false;
  #isEscaped = false;

  /** @throws FeedRefused `too-deep`, `too-many-values` */
  push(text: string): void {
    for (let i = 0; i < text.length; i++) {
      const unit = text.charCodeAt(i);
      if (this.#inString) {
        if (this.#isEscaped) this.#isEscaped = false;
        else if (unit === BACKSLASH) this.#isEscaped = true;
        else if (unit === QUOTE) this.#inString = false;
      } else if (unit === QUOTE) this.#inString = true;
      else if (unit === 0x7b || unit === 0x5b) this.#open();
      else if (unit === 0x7d || unit === 0x5d) this.#depth--;
    }
  }

  /** Whether a text that begins as JSON has come to its end. */
  get isClosed(): boolean {
    return this.#depth <= 0 && !this.#inString;
  }

  #open(): void {
    if (++this.#depth > LIMITS.depth) throw new FeedRefused('too-deep', { depth: LIMITS.depth });
    if (++this.#values > LIMITS.values) throw new FeedRefused('too-many-values', { count: LIMITS.values });
  }
}
