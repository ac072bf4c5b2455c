import { each } from './in-steps';
import type { Steps } from './steps';

/** Bytes copied between two rests. */
const PORTION = 1 << 18;

/** Parts as one array. Large ones take long to copy, and longer where memory is used for the first time. */
export function* joinedBytes(parts: readonly Uint8Array[]): Steps<Uint8Array<ArrayBuffer>> {
  let size = 0;
  yield* each(parts, ({ byteLength }) => {
    size += byteLength;
  });
  const whole = new Uint8Array(size);
  let at = 0;
  let rested = 0;
  for (const part of parts) {
    for (let from = 0; from < part.byteLength; from += PORTION) {
      const portion = part.subarray(from, from + PORTION);
      whole.set(portion, at);
      at += portion.byteLength;
      if (at - rested < PORTION) continue;
      rested = at;
      yield;
    }
  }
  return whole;
}
