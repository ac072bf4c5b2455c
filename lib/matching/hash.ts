import { EXPANDS, entryOf, foldUnit } from './fold';

/**
 * Hashes of folded tokens and of sequences of tokens, 32 bits, signed. FNV-1a (Fowler, Noll, Vo) over UTF-16
 * units gives a token's raw hash; finished with the mixer of MurmurHash3, every bit of it may address a table.
 */
const SEED = 0x811c9dc5 | 0;
const PRIME = 0x01000193;
/** 2^32 over the golden ratio: spreads a raw hash over its high bits in one multiplication (Knuth 6.4). */
const SPREAD = 0x9e3779b1 | 0;

export const EMPTY_HASH = SEED;

export function addToHash(raw: number, foldedUnit: number): number {
  return Math.imul(raw ^ foldedUnit, PRIME);
}

/** A place among 2^(32 − shift), from a raw hash: for the first look-up of a word, which most words don't pass. */
export function placeOf(raw: number, shift: number): number {
  return Math.imul(raw, SPREAD) >>> shift;
}

export function finishHash(raw: number): number {
  let h = raw ^ (raw >>> 16);
  h = Math.imul(h, 0x85ebca6b);
  h ^= h >>> 13;
  h = Math.imul(h, 0xc2b2ae35);
  return h ^ (h >>> 16);
}

/** Extends the hash of a sequence by one more token's; both finished. Order counts. */
export function joinHashes(sequence: number, token: number): number {
  return finishHash((Math.imul(sequence, 31) + token) | 0);
}

/** Adds one raw unit's folded form, for units that fold to several as well. */
export function addUnit(raw: number, unit: number): number {
  const entry = entryOf(unit);
  if ((entry & EXPANDS) === 0) return addToHash(raw, entry & 0xffff);
  let h = raw;
  for (const part of foldUnit(unit)) h = addToHash(h, part.charCodeAt(0));
  return h;
}

/** Raw hash of one token in its canonical folded spelling. */
export function rawHash(token: string): number {
  let h = EMPTY_HASH;
  for (let i = 0; i < token.length; i++) h = addToHash(h, token.charCodeAt(i));
  return h;
}

export function hashToken(token: string): number {
  return finishHash(rawHash(token));
}
