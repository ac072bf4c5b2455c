import { standsInAddress } from './address';
import { classOf, DASH, DIGIT, foldsTo, IDEOGRAPH, IGNORABLE, isWordUnit, LETTER, PUNCTUATION, SPACE } from './fold';
import { addUnit, EMPTY_HASH, finishHash, joinHashes } from './hash';
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
  const { sequences, sequenceShift } = index;
  let best: Occurrence | undefined;
  let end = firstEnd;
  let hash = firstHash;
  for (;;) {
    const name = nameAt(text, start, end, hash, index);
    if (name >= 0) best = { start, end: withoutTrailingIgnorables(text, end), name };
    const next = nextToken(text, end);
    if (!next) break;
    hash = joinHashes(hash, next.hash);
    const place = hash >>> sequenceShift;
    if ((sequences[place >>> 5]! & (1 << (place & 31))) === 0) break;
    end = next.end;
  }
  return best && !standsInAddress(text, best.start, best.end) ? best : undefined;
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

/** The token after `from`, if what lies between could stand inside a name. */
function nextToken(text: string, from: number): { end: number; hash: number } | undefined {
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
  if (i >= text.length || dashes > 1 || spaces > MAX_GAP || (dashes && spaces)) return undefined;
  let hash = addUnit(EMPTY_HASH, text.charCodeAt(i));
  i++;
  if (kind === LETTER || kind === DIGIT) {
    for (; i < text.length; i++) {
      const next = classOf(text.charCodeAt(i));
      if (next === kind) hash = addUnit(hash, text.charCodeAt(i));
      else if (next !== IGNORABLE) break;
    }
  }
  return { end: i, hash: finishHash(hash) };
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
