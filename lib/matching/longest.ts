import { standsInAddress } from './address';
import {
  CLASS_SHIFT,
  classOf,
  DASH,
  DIGIT,
  EXPANDS,
  entryOf,
  foldsTo,
  IDEOGRAPH,
  IGNORABLE,
  isWordUnit,
  LETTER,
  PUNCTUATION,
  SPACE,
} from './fold';
import { addToHash, addUnit, EMPTY_HASH, finishHash, joinHashes, placeOf } from './hash';
import { slotOf } from './index-layout';
import type { NameIndex } from './name-index';

/** A place where the text spells a name, before anybody asked whether it means it. UTF-16 offsets. */
export interface Occurrence {
  start: number;
  end: number;
  /** As `NameIndex` knows it. */
  name: number;
}

/** Spaces a name may be split by, indentation after a line break not counted: not by a gap in a table. */
const MAX_GAP = 4;

/**
 * The longest name that the text spells from a token on and that ends on a boundary. Goes on token by token as
 * long as longer names begin so.
 */
export function longestFrom(
  text: string,
  start: number,
  firstEnd: number,
  firstHash: number,
  index: NameIndex,
): Occurrence | undefined {
  if (!boundaryBefore(text, start)) return undefined;
  let best: Occurrence | undefined;
  let end = firstEnd;
  let hash = firstHash;
  for (;;) {
    const name = nameAt(text, start, end, hash, index);
    if (name >= 0) best = { start, end: withoutTrailingIgnorables(text, end), name };
    if (!readNext(text, end)) break;
    hash = joinHashes(hash, following[HASH]!);
    if (!isBegun(hash, index)) break;
    end = following[NEXT_END]!;
  }
  return best && !standsInAddress(text, best.start, best.end) ? best : undefined;
}

/** Whether a name may begin with the token that ends here and the next: nearly never, and mostly said with "no". */
export function goesOn(text: string, end: number, hash: number, index: NameIndex): boolean {
  return readNext(text, end) && isBegun(joinHashes(hash, following[HASH]!), index);
}

/** Whether names begin with the tokens of this hash; wrongly yes for some, never wrongly no. */
function isBegun(hash: number, { sequences, sequenceShift }: NameIndex): boolean {
  return hasBit(sequences, hash >>> sequenceShift) && hasBit(sequences, placeOf(hash, sequenceShift));
}

function hasBit(from: Int32Array, place: number): boolean {
  return (from[place >>> 5]! & (1 << (place & 31))) !== 0;
}

/** The name that these tokens are, −1 if none: same hash, then same letters. */
function nameAt(text: string, start: number, end: number, hash: number, index: NameIndex): number {
  const { table, slots } = index;
  for (let at = slotOf(hash, slots); table[at * 2 + 1]; at = at + 1 === slots ? 0 : at + 1) {
    if (table[at * 2] !== hash) continue;
    const name = table[at * 2 + 1]! - 1;
    if (!foldsTo(text, start, end, index.spelling(name))) continue;
    return boundaryAfter(text, end) ? name : -1;
  }
  return -1;
}

/**
 * What `goesOn` and `longestFrom` have read last: end of the token and its finished hash; for a scan to go on with,
 * where it starts, its raw hash, and whether a name may begin with it. One place, so that reading makes no objects.
 */
export const following = new Int32Array(5);
export const NEXT_END = 0;
const HASH = 1;
export const NEXT_START = 2;
export const RAW_HASH = 3;
export const IS_FIRST = 4;

/** Reads the token after `from` into `following`; false where there is none, or what lies between can't stand in a name. */
function readNext(text: string, from: number): boolean {
  let spaces = 0;
  let dashes = 0;
  let isIndentation = false;
  let i = from;
  let kind = IGNORABLE;
  for (; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    kind = classOf(unit);
    if (kind === SPACE) {
      if (unit === LINE_FEED) isIndentation = true;
      if (unit === LINE_FEED || !isIndentation) spaces++;
    } else if (kind === DASH) dashes++;
    else if (kind !== IGNORABLE) break;
  }
  following[IS_FIRST] = 0;
  if (i >= text.length || dashes > 1 || spaces > MAX_GAP || (dashes && spaces)) return false;
  following[NEXT_START] = i;
  let raw = addUnit(EMPTY_HASH, text.charCodeAt(i));
  i++;
  if (kind === LETTER || kind === DIGIT) {
    const plain = kind << CLASS_SHIFT;
    for (; i < text.length; i++) {
      const entry = entryOf(text.charCodeAt(i));
      if ((entry & ~0xffff) === plain) raw = addToHash(raw, entry & 0xffff);
      else if ((entry & ~0xffff & ~EXPANDS) === plain) raw = addUnit(raw, text.charCodeAt(i));
      else if (entry >>> CLASS_SHIFT !== IGNORABLE) break;
    }
  }
  following[NEXT_END] = i;
  following[HASH] = finishHash(raw);
  following[RAW_HASH] = raw;
  following[IS_FIRST] = kind >= DIGIT ? 1 : 0;
  return true;
}

/** A soft hyphen or mark behind the last letter belongs to it only if it is a combining mark. */
function withoutTrailingIgnorables(text: string, end: number): number {
  let at = end;
  while (at > 0 && classOf(text.charCodeAt(at - 1)) === IGNORABLE && !/\p{M}/u.test(text[at - 1]!)) at--;
  return at;
}

const UNDERSCORE = 0x5f;
const LINE_FEED = 0x0a;

/** Whether a word can begin here: not behind a letter, digit or underscore of an alphabet. */
function boundaryBefore(text: string, start: number): boolean {
  let before = start - 1;
  while (before >= 0 && classOf(text.charCodeAt(before)) === IGNORABLE) before--;
  if (before < 0 || classOf(text.charCodeAt(start)) === IDEOGRAPH) return true;
  const unit = text.charCodeAt(before);
  return !isWordUnit(unit) && unit !== UNDERSCORE;
}

/** Whether a word can end here. After a sign or a bracket that belongs to the name, anything may follow. */
function boundaryAfter(text: string, end: number): boolean {
  let last = end - 1;
  while (last > 0 && classOf(text.charCodeAt(last)) === IGNORABLE) last--;
  const lastKind = classOf(text.charCodeAt(last));
  if (lastKind === IDEOGRAPH || lastKind === PUNCTUATION) return true;
  let after = end;
  while (after < text.length && classOf(text.charCodeAt(after)) === IGNORABLE) after++;
  if (after >= text.length) return true;
  const unit = text.charCodeAt(after);
  return !isWordUnit(unit) && unit !== UNDERSCORE;
}
