import { CLASS_SHIFT, DIGIT, EXPANDS, entryOf, FOLD_TABLE, IDEOGRAPH, IGNORABLE } from './fold';
import { addToHash, addUnit, EMPTY_HASH, finishHash, joinHashes, placeOf } from './hash';
import { FOLLOW_UP } from './index-layout';
import { longestFrom, type Occurrence } from './longest';
import type { NameIndex } from './name-index';

export type { Occurrence };

const CLASS_AND_EXPANDS = -1 << CLASS_SHIFT;
/** Entries below this begin no token. */
const FIRST_OF_TOKEN = DIGIT << CLASS_SHIFT;
const IDEOGRAPHS = IDEOGRAPH << CLASS_SHIFT;
const IGNORABLES = IGNORABLE << CLASS_SHIFT;

/**
 * Finds every name in the text, leftmost first, the longest at each place, none overlapping another, in one pass.
 * Cost follows the length of the text, not the number of names: a token is hashed while it is read, and most are
 * dismissed by one look at the first-token bits. One that begins longer names waits for the token after it and is
 * dismissed with it by the sequence bits; only what is left is followed up.
 */
export function scan(text: string, index: NameIndex): Occurrence[] {
  const found: Occurrence[] = [];
  const { firstTokens, firstTokenShift, sequences, sequenceShift } = index;
  const table = FOLD_TABLE;
  const length = text.length;
  /** Where the token before began, if it begins longer names; else −1. */
  let waiting = -1;
  let waitingEnd = 0;
  let waitingHash = 0;
  let i = 0;
  while (i < length) {
    let entry = table[text.charCodeAt(i)]!;
    if (entry < FIRST_OF_TOKEN) {
      if (entry === 0) entry = entryOf(text.charCodeAt(i));
      if (entry < FIRST_OF_TOKEN) {
        i++;
        continue;
      }
    }
    const start = i;
    const kind = entry & CLASS_AND_EXPANDS & ~EXPANDS;
    let raw = entry & EXPANDS ? addUnit(EMPTY_HASH, text.charCodeAt(i)) : addToHash(EMPTY_HASH, entry & 0xffff);
    i++;
    if (kind !== IDEOGRAPHS) {
      while (i < length) {
        let next = table[text.charCodeAt(i)]!;
        if ((next & CLASS_AND_EXPANDS) === kind) raw = addToHash(raw, next & 0xffff);
        else {
          if (next === 0) next = entryOf(text.charCodeAt(i));
          if ((next & CLASS_AND_EXPANDS & ~EXPANDS) === kind) raw = addUnit(raw, text.charCodeAt(i));
          else if (next !== IGNORABLES) break;
        }
        i++;
      }
    }
    let occurrence: Occurrence | undefined;
    if (waiting >= 0) {
      const place = joinHashes(waitingHash, finishHash(raw)) >>> sequenceShift;
      if (sequences[place >>> 5]! & (1 << (place & 31)))
        occurrence = longestFrom(text, waiting, waitingEnd, waitingHash, index);
      waiting = -1;
    }
    if (!occurrence) {
      const place = placeOf(raw, firstTokenShift);
      const bits = (firstTokens[place >>> 4]! >>> ((place & 15) << 1)) & 3;
      if (bits === 0) continue;
      const hash = finishHash(raw);
      if (bits & FOLLOW_UP) occurrence = longestFrom(text, start, i, hash, index);
      else {
        waiting = start;
        waitingEnd = i;
        waitingHash = hash;
      }
    }
    if (occurrence) {
      found.push(occurrence);
      i = Math.max(i, occurrence.end);
    }
  }
  return found;
}
