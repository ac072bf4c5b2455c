export const INPUT_KINDS = ['html', 'text', 'jsonl'] as const;
export type InputKind = (typeof INPUT_KINDS)[number];

export function kindByName(path: string): InputKind {
  if (/\.x?html?$/i.test(path)) return 'html';
  return /\.(?:jsonl|ndjson)$/i.test(path) ? 'jsonl' : 'text';
}

/**
 * Tells the kind by the first byte that is neither white space nor part of a byte order mark; undefined
 * as long as there is none.
 */
export function kindByContent(bytes: Uint8Array): InputKind | undefined {
  const first = bytes.find((byte) => byte > 0x20 && byte !== 0xef && byte !== 0xbb && byte !== 0xbf);
  if (first === undefined) return undefined;
  return first === 0x7b ? 'jsonl' : first === 0x3c ? 'html' : 'text';
}
