const NEWLINE = 0x0a;

export interface ByteLine {
  /** From 1. */
  number: number;
  /** Without its line feed; undefined where the line is longer than allowed and was passed over. */
  bytes: Uint8Array | undefined;
}

/**
 * Cuts a stream of bytes at line feeds, which in UTF-8 are never part of another character. Holds no
 * more than one line, of at most `longest` bytes.
 */
export async function* byteLines(chunks: AsyncIterable<Uint8Array>, longest: number): AsyncGenerator<ByteLine> {
  let number = 1;
  let parts: Uint8Array[] = [];
  let length = 0;
  const keep = (part: Uint8Array) => {
    length += part.byteLength;
    if (length <= longest) parts.push(part);
    else parts = [];
  };
  for await (const chunk of chunks) {
    let from = 0;
    for (let at = chunk.indexOf(NEWLINE); at !== -1; at = chunk.indexOf(NEWLINE, from)) {
      keep(chunk.subarray(from, at));
      yield { number: number++, bytes: length <= longest ? joinBytes(parts, length) : undefined };
      parts = [];
      length = 0;
      from = at + 1;
    }
    if (from < chunk.byteLength) keep(chunk.subarray(from));
  }
  if (length) yield { number, bytes: length <= longest ? joinBytes(parts, length) : undefined };
}

export function joinBytes(parts: readonly Uint8Array[], length: number): Uint8Array {
  if (parts.length === 1) return parts[0]!;
  const joined = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    joined.set(part, at);
    at += part.byteLength;
  }
  return joined;
}
