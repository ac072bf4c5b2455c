import { createReadStream } from 'node:fs';
import { byteLines, joinBytes } from './byte-lines';
import { type InputKind, kindByContent, kindByName } from './input-kind';
import { parseJsonLine } from './json-line';
import { plainTextFlows } from './plain-text';
import { idFrom, type TextDocument } from './text-document';
import { decodeUtf8 } from './utf8';

/** Told of each fault in a sentence without a full stop; reading goes on. */
export type OnFault = (sentence: string) => void;

/** Longest text that JavaScript can hold as one string, in bytes of UTF-8 at worst. */
const LONGEST = 2 ** 29 - 25;
const CHUNK = 256 * 1024;
const MEGABYTE = 1024 * 1024;

/** Reads files (`-` is standard input) one after another, as far as the consumer pulls. */
export async function* readInputs(
  paths: readonly string[],
  forced: InputKind | undefined,
  onFault: OnFault,
): AsyncGenerator<TextDocument> {
  for (const path of paths) {
    try {
      yield* readInput(path, forced, onFault);
    } catch (error) {
      onFault(`${path}: ${readFault(error)}`);
    }
  }
}

async function* readInput(path: string, forced: InputKind | undefined, onFault: OnFault): AsyncGenerator<TextDocument> {
  const chunks: AsyncIterable<Uint8Array> =
    path === '-' ? process.stdin : createReadStream(path, { highWaterMark: CHUNK });
  if (path !== '-' || forced) {
    yield* readAs(forced ?? kindByName(path), path, chunks, onFault);
    return;
  }
  const source = chunks[Symbol.asyncIterator]();
  const read: Uint8Array[] = [];
  let kind: InputKind | undefined;
  while (!kind) {
    const next = await source.next();
    if (next.done) break;
    read.push(next.value);
    kind = kindByContent(next.value);
  }
  yield* readAs(kind ?? 'text', path, resume(read, source), onFault);
}

async function* resume(read: readonly Uint8Array[], rest: AsyncIterator<Uint8Array>): AsyncGenerator<Uint8Array> {
  yield* read;
  yield* { [Symbol.asyncIterator]: () => rest };
}

function readAs(
  kind: InputKind,
  path: string,
  chunks: AsyncIterable<Uint8Array>,
  onFault: OnFault,
): AsyncIterable<TextDocument> {
  return kind === 'jsonl' ? readJsonLines(path, chunks, onFault) : readWhole(kind, path, chunks, onFault);
}

async function* readJsonLines(
  path: string,
  chunks: AsyncIterable<Uint8Array>,
  onFault: OnFault,
): AsyncGenerator<TextDocument> {
  let valid = true;
  for await (const { number, bytes } of byteLines(chunks, LONGEST)) {
    if (!bytes) {
      onFault(`${path}:${number}: longer than ${Math.floor(LONGEST / MEGABYTE)} MB, passed over`);
      continue;
    }
    const line = decodeUtf8(bytes);
    if (valid && !line.valid) onFault(`${path}:${number}: not valid UTF-8, read with replacement characters`);
    valid &&= line.valid;
    if (!line.text.trim()) continue;
    const parsed = parseJsonLine(line.text, number);
    if ('fault' in parsed) onFault(`${path}:${number}: not a JSON object with "text": ${parsed.fault}`);
    else yield parsed.document;
  }
}

async function* readWhole(
  kind: 'html' | 'text',
  path: string,
  chunks: AsyncIterable<Uint8Array>,
  onFault: OnFault,
): AsyncGenerator<TextDocument> {
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of chunks) {
    if (kind === 'text' && chunk.includes(0)) {
      onFault(`${path}: not a text file`);
      return;
    }
    length += chunk.byteLength;
    if (length > LONGEST) {
      onFault(`${path}: larger than ${Math.floor(LONGEST / MEGABYTE)} MB; cut it into several texts, as JSON Lines`);
      return;
    }
    parts.push(chunk);
  }
  const { text, valid } = decodeUtf8(joinBytes(parts, length));
  if (!valid) onFault(`${path}: not valid UTF-8, read with replacement characters`);
  if (kind === 'text') {
    yield { id: idFrom(path), text, flows: plainTextFlows(text) };
    return;
  }
  const { htmlText } = await import('./html-text');
  yield { id: idFrom(path), ...htmlText(text) };
}

const READ_FAULTS: Readonly<Record<string, string>> = {
  ENOENT: 'no such file',
  EACCES: 'no permission to read it',
  EISDIR: 'is a folder, not a file',
  ENOTDIR: 'no such file',
  ENAMETOOLONG: 'no such file: the name is too long',
};

function readFault(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  if (code && code in READ_FAULTS) return READ_FAULTS[code]!;
  if (code) return `cannot be read: ${message}`;
  throw error;
}
