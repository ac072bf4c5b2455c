import { once } from 'node:events';
import type { Writable } from 'node:stream';

/** UTF-16 units collected before a write is made without waiting for the input to pause. */
const BATCH = 64 * 1024;

/**
 * Writes every piece to the stream, waiting whenever the stream is full. Pieces that come in one go share a
 * write; as soon as the source has to wait for more input, all there is goes out.
 */
export async function writeAll(pieces: AsyncIterable<string>, stream: Writable): Promise<void> {
  let batch = '';
  let scheduled: NodeJS.Immediate | undefined;
  const flush = (): boolean => {
    clearImmediate(scheduled);
    scheduled = undefined;
    const text = batch;
    batch = '';
    return !text || stream.write(text);
  };
  for await (const piece of pieces) {
    batch += piece;
    if (batch.length >= BATCH || stream.writableNeedDrain) {
      if (!flush()) await once(stream, 'drain');
    } else scheduled ??= setImmediate(flush);
  }
  flush();
}
