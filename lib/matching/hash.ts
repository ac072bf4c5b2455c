import { expands, FOLD_TABLE, foldUnit } from './fold';

/**
 * Hashes of folded tokens and of sequences of tokens, 32 bits. FNV-1a (Fowler, Noll, Vo) over UTF-16
 * units, finished with the mixer of MurmurHash3 so that every bit may address a table.
 */
const SEED = 0x811c9dc5 | 0;
const PRIME = 0x01000193;

export const EMPTY_HASH = SEED;

export function addToHash(hash: number, foldedUnit: number): number {
  return Math.imul(hash ^ foldedUnit, PRIME);
}

export function finishHash(hash: number): number {
  let h = hash ^ (hash >>> 16);
  h = Math.imul(h, 0x85ebca6b);
  h ^= h >>> 13;
  h = Math.imul(h, 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

/** Extends the hash of a sequence by one more token's hash; order counts. */
export function joinHashes(sequence: number, token: number): number {
  return finishHash(Math.imul(sequence, 31) + token);
}

/** Hash of one raw unit's folded form, for units that fold to several as well. */
export function addUnit(hash: number, unit: number): number {
  const entry = FOLD_TABLE[unit]!;
  if (!expands(entry)) return addToHash(hash, entry & 0xffff);
  let h = hash;
  for (const part of foldUnit(unit)) h = addToHash(h, part.charCodeAt(0));
  return h;
}

/** Hash of one token in its canonical folded spelling. */
export function hashToken(token: string): number {
  let h = EMPTY_HASH;
  for (let i = 0; i < token.length; i++) h = addToHash(h, token.charCodeAt(i));
  return finishHash(h);
}
