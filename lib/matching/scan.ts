import { CLASS_SHIFT, DIGIT, EXPANDS, entryOf, FOLD_TABLE, IDEOGRAPH, IGNORABLE, SPACE } from './fold';
import { addToHash, addUnit, EMPTY_HASH, finishHash, placeOf } from './hash';
import { ALONE } from './index-layout';
import { following, goesOn, IS_FIRST, longestFrom, NEXT_END, NEXT_START, type Occurrence, RAW_HASH } from './longest';
import type { NameIndex } from './name-index';

export type { Occurrence };

/**
 * Finds every name in the text, leftmost first, the longest at each place, none overlapping another, in one pass.
 * Cost follows the length of the text, not the number of names: a token is hashed while it is read, and most are
 * dismissed by one look at the first-token bits. One that begins longer names is dismissed together with the token
 * after it by the sequence bits; only what is left is followed up.
 */
export function scan(text: string, index: NameIndex): Occurrence[] {
  const found: Occurrence[] = [];
  const token: Token = new Int32Array(4);
  while (token[BITS] || nextFirstToken(text, index, token)) {
    const start = token[START]!;
    const end = token[END]!;
    const hash = finishHash(token[RAW]!);
    const isAlone = (token[BITS]! & ALONE) !== 0;
    token[BITS] = 0;
    if (!isAlone && !goesOn(text, end, hash, index)) {
      takeFollowing(index, token);
      continue;
    }
    const occurrence = longestFrom(text, start, end, hash, index);
    if (!occurrence) continue;
    found.push(occurrence);
    token[END] = Math.max(end, occurrence.end);
  }
  return found;
}

/**
 * The token that was read to dismiss the one before it is the next to be asked, and need not be read again. In a large
 * index one word of three begins some name.
 */
function takeFollowing({ firstTokens, firstTokenShift }: NameIndex, token: Token): void {
  if (following[IS_FIRST] === 0) return;
  const raw = following[RAW_HASH]!;
  token[END] = following[NEXT_END]!;
  let bits = twoBits(firstTokens, placeOf(raw, firstTokenShift));
  if (bits === 0) return;
  bits &= twoBits(firstTokens, finishHash(raw) >>> firstTokenShift);
  if (bits === 0) return;
  token[START] = following[NEXT_START]!;
  token[RAW] = raw;
  token[BITS] = bits;
}

/** A token of the text and what the index says of it: numbers in one place, for a loop that makes no objects. */
type Token = Int32Array;
const START = 0;
const END = 1;
/** Hash, unfinished. */
const RAW = 2;
/** `ALONE`, `BEGINS` or both. */
const BITS = 3;

const CLASS = 0xff << CLASS_SHIFT;
/** Entries below this begin no token. */
const FIRST_OF_TOKEN = DIGIT << CLASS_SHIFT;
const IDEOGRAPHS = IDEOGRAPH << CLASS_SHIFT;
const SPACES = SPACE << CLASS_SHIFT;
const IGNORABLES = IGNORABLE << CLASS_SHIFT;

/**
 * Goes on from the end of a token to the next with which a name may begin; false at the end of the text. Kept small
 * and apart from what is done with it: this is where the time goes, and compilers do loops like this well only
 * while their variables fit the registers.
 */
function nextFirstToken(text: string, index: NameIndex, token: Token): boolean {
  const { firstTokens, firstTokenShift } = index;
  const length = text.length;
  let i = token[END]!;
  while (i < length) {
    const start = i;
    let entry = FOLD_TABLE[text.charCodeAt(i++)]!;
    if (entry < FIRST_OF_TOKEN) {
      if (entry === 0) entry = entryOf(text.charCodeAt(start));
      if (entry < FIRST_OF_TOKEN) continue;
    }
    const kind = entry & CLASS;
    let raw = entry & EXPANDS ? addUnit(EMPTY_HASH, text.charCodeAt(start)) : addToHash(EMPTY_HASH, entry & 0xffff);
    let end = i;
    if (kind !== IDEOGRAPHS) {
      for (; i < length; i++) {
        entry = FOLD_TABLE[text.charCodeAt(i)]!;
        if ((entry & ~0xffff) === kind) raw = addToHash(raw, entry & 0xffff);
        else if (entry < SPACES || entry >= EXPANDS) {
          entry = entryOf(text.charCodeAt(i));
          if ((entry & CLASS) === kind) raw = addUnit(raw, text.charCodeAt(i));
          else if (entry !== IGNORABLES) break;
        } else break;
      }
      end = i;
      // What ended the word is mostly a space, and need not be looked at again.
      if (entry < FIRST_OF_TOKEN) i++;
    }
    let bits = twoBits(firstTokens, placeOf(raw, firstTokenShift));
    if (bits === 0) continue;
    bits &= twoBits(firstTokens, finishHash(raw) >>> firstTokenShift);
    if (bits === 0) continue;
    token[START] = start;
    token[END] = end;
    token[RAW] = raw;
    token[BITS] = bits;
    return true;
  }
  return false;
}

function twoBits(from: Int32Array, place: number): number {
  return (from[place >>> 4]! >>> ((place & 15) << 1)) & 3;
}
