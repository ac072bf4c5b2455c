import type { Steps } from '../../matching/steps';
import { LIMITS } from '../limits';
import { FeedRefused } from '../refused';
import { FeedDecoder } from './decode';
import { JsonShape } from './json-shape';

/** A feed as it was sent, before anybody asked what it says: parsed JSON, or lines of text. */
export type FeedDocument = { json: unknown } | { text: string };

/** Bytes decoded at a stretch. */
const PORTION = 1 << 18;

/**
 * Takes a feed's bytes as they come, in portions of any size, and makes a document of them. Refuses as soon
 * as something is wrong, so that nobody downloads the rest.
 */
export class FeedReader {
  readonly #decoder = new FeedDecoder();
  readonly #shape = new JsonShape();
  readonly #texts: string[] = [];
  #bytes = 0;
  #kind: 'json' | 'text' | undefined;

  /** @throws FeedRefused `too-large`, `not-utf8`, `web-page`, `too-deep`, `too-many-values` */
  *push(bytes: Uint8Array): Steps<void> {
    this.#bytes += bytes.byteLength;
    if (this.#bytes > LIMITS.bytes) throw new FeedRefused('too-large', { limit: LIMITS.bytes });
    for (let at = 0; at < bytes.byteLength; at += PORTION) {
      this.#take(this.#decoder.push(bytes.subarray(at, at + PORTION)));
      yield;
    }
  }

  /** @throws FeedRefused `empty`, `not-utf8`, `cut-short`, `not-json`, `prototype-key`, `unsafe-address` */
  *end(): Steps<FeedDocument> {
    this.#take(this.#decoder.end());
    const text = this.#texts.join('');
    this.#texts.length = 0;
    if (!this.#kind) throw new FeedRefused('empty');
    if (this.#kind === 'text') return { text };
    if (!this.#shape.isClosed) throw new FeedRefused('cut-short');
    yield;
    const json = parse(text);
    yield* inspect(json);
    return { json };
  }

  #take(text: string): void {
    this.#texts.push(text);
    this.#kind ??= kindOf(text);
    if (this.#kind === 'json') this.#shape.push(text);
  }
}

/** Reads a whole feed at once: a file that the reader dropped. */
export function* readDocument(bytes: Uint8Array): Steps<FeedDocument> {
  const reader = new FeedReader();
  yield* reader.push(bytes);
  return yield* reader.end();
}

function kindOf(text: string): 'json' | 'text' | undefined {
  const first = text.trimStart();
  if (!first) return undefined;
  if (first.startsWith('<')) throw new FeedRefused('web-page');
  return first.startsWith('{') || first.startsWith('[') ? 'json' : 'text';
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new FeedRefused('not-json');
  }
}

/** Fields that hold addresses in the forms that we read. */
const ADDRESS_FIELDS = new Set(['url', 'uri', 'urls', 'refs', 'link', 'archivedUrl', 'source']);
const ACTIVE = /^\s*(?:javascript|vbscript|data|file|blob):/i;

/**
 * Goes through every value once, without recursion. What is refused here could do nothing, as adapters take
 * known fields as plain text; but whoever sends it means harm, and is not read any further.
 */
function* inspect(json: unknown): Steps<void> {
  const waiting: { value: unknown; isAddress: boolean }[] = [{ value: json, isAddress: false }];
  for (let seen = 0; waiting.length; seen++) {
    if (seen % 2048 === 0) yield;
    const { value, isAddress } = waiting.pop()!;
    if (typeof value === 'string') {
      if (isAddress && ACTIVE.test(value)) throw new FeedRefused('unsafe-address', { address: value });
    } else if (Array.isArray(value)) {
      for (const item of value) if (isWorthASight(item, isAddress)) waiting.push({ value: item, isAddress });
    } else if (value !== null && typeof value === 'object') {
      for (const [key, item] of Object.entries(value)) {
        if (key === '__proto__') throw new FeedRefused('prototype-key', { key });
        const inAddress = ADDRESS_FIELDS.has(key);
        if (isWorthASight(item, inAddress)) waiting.push({ value: item, isAddress: inAddress });
      }
    }
  }
}

function isWorthASight(value: unknown, isAddress: boolean): boolean {
  return typeof value === 'string' ? isAddress : value !== null && typeof value === 'object';
}
