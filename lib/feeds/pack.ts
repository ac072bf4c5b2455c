import { COLLECTION_NAMES } from '../dataset/schema';
import { joinedBytes } from '../matching/joined-bytes';
import type { Steps } from '../matching/steps';
import type { FeedContent } from './content';
import type { Change } from './diff';

/** Lines between two rests. */
const AT_A_TIME = 128;
const NEWLINE = 0x0a;

/** What a version of a feed says, as bytes to keep: JSON Lines, so that both ways can rest in between. */
export function* packContent({ records, keys, ...head }: FeedContent): Steps<Uint8Array> {
  function* lines(): Iterable<unknown> {
    yield head;
    for (const name of COLLECTION_NAMES) for (const record of records[name]) yield [name, record];
    for (const entry of Object.entries(keys)) yield ['keys', entry];
  }
  return yield* packLines(lines());
}

/** @throws RangeError where the bytes are not of `packContent`. */
export function* unpackContent(bytes: Uint8Array): Steps<FeedContent> {
  let content: FeedContent | undefined;
  yield* eachLine(bytes, (line) => {
    if (!content) {
      content = {
        ...(line as Omit<FeedContent, 'records' | 'keys'>),
        records: { actors: [], agencies: [], incidents: [], events: [], sources: [] },
        keys: {},
      };
      return;
    }
    const [name, value] = line as [string, unknown];
    if (name === 'keys') {
      const [id, keys] = value as [string, string[]];
      content.keys[id] = keys;
    } else (content.records[name as 'actors'] as unknown[]).push(value);
  });
  if (!content) throw new RangeError('the content is empty');
  return content;
}

export function* packChanges(changes: readonly Change[]): Steps<Uint8Array> {
  return yield* packLines(changes);
}

export function* unpackChanges(bytes: Uint8Array): Steps<Change[]> {
  const changes: Change[] = [];
  yield* eachLine(bytes, (line) => changes.push(line as Change));
  return changes;
}

function* packLines(lines: Iterable<unknown>): Steps<Uint8Array> {
  const encoder = new TextEncoder();
  const parts: Uint8Array[] = [];
  let text = '';
  let count = 0;
  for (const line of lines) {
    text += `${JSON.stringify(line)}\n`;
    if (++count % AT_A_TIME) continue;
    parts.push(encoder.encode(text));
    text = '';
    yield;
  }
  parts.push(encoder.encode(text));
  return yield* joinedBytes(parts);
}

function* eachLine(bytes: Uint8Array, take: (line: unknown) => void): Steps<void> {
  const decoder = new TextDecoder();
  let count = 0;
  for (let at = 0; at < bytes.length; ) {
    const end = bytes.indexOf(NEWLINE, at);
    if (end < 0) throw new RangeError('the content is cut short');
    take(JSON.parse(decoder.decode(bytes.subarray(at, end))));
    at = end + 1;
    if (++count % AT_A_TIME === 0) yield;
  }
}
