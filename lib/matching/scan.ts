import { standsInAddress } from './address';
import {
  classOf,
  DASH,
  DIGIT,
  expands,
  FOLD_TABLE,
  fold,
  IDEOGRAPH,
  IGNORABLE,
  isWordUnit,
  LETTER,
  PUNCTUATION,
  SPACE,
} from './fold';
import { addToHash, addUnit, EMPTY_HASH, finishHash, joinHashes } from './hash';
import { PREFIX_BIT } from './index-format';
import type { NameIndex } from './name-index';

/** A place where the text spells a name, before anybody asked whether it means it. UTF-16 offsets. */
export interface Occurrence {
  start: number;
  end: number;
  name: number;
}

/** Spaces a name may be split by, indentation after a line break not counted: not by a gap in a table. */
const MAX_GAP = 4;

/**
 * Finds every name in the text, leftmost first, the longest at each place, none overlapping another, in
 * one pass. Cost follows the length of the text, not the number of names: most words are dismissed by
 * one look into a bitmap of first tokens; the rest walk a hash table of token prefixes.
 */
export function scan(text: string, index: NameIndex): Occurrence[] {
  const found: Occurrence[] = [];
  const { bitmap, bitmapMask } = index;
  const length = text.length;
  let i = 0;
  while (i < length) {
    const entry = FOLD_TABLE[text.charCodeAt(i)]!;
    const kind = (entry >>> 16) & 0xff;
    if (kind < DIGIT) {
      i++;
      continue;
    }
    const start = i;
    let hash = expands(entry) ? addUnit(EMPTY_HASH, text.charCodeAt(i)) : addToHash(EMPTY_HASH, entry & 0xffff);
    i++;
    if (kind !== IDEOGRAPH) {
      for (; i < length; i++) {
        const next = FOLD_TABLE[text.charCodeAt(i)]!;
        const nextKind = (next >>> 16) & 0xff;
        if (nextKind === kind)
          hash = expands(next) ? addUnit(hash, text.charCodeAt(i)) : addToHash(hash, next & 0xffff);
        else if (nextKind !== IGNORABLE) break;
      }
    }
    hash = finishHash(hash);
    const bit = hash & bitmapMask;
    if ((bitmap[bit >>> 5]! & (1 << (bit & 31))) === 0) continue;
    const occurrence = longestFrom(text, start, i, hash, index);
    if (occurrence) {
      found.push(occurrence);
      i = Math.max(i, occurrence.end);
    }
  }
  return found;
}

/** Walks the prefix table from a first token and keeps the longest name that ends on a boundary. */
function longestFrom(
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
    const names: number[] = [];
    const isPrefix = lookUp(index, hash, names);
    if (names.length && boundaryAfter(text, end)) {
      const visibleEnd = withoutTrailingIgnorables(text, end);
      const spelling = fold(text.slice(start, visibleEnd));
      const name = names.find((candidate) => index.spelling(candidate) === spelling);
      if (name !== undefined) best = { start, end: visibleEnd, name };
    }
    if (!isPrefix) break;
    const next = nextToken(text, end);
    if (!next) break;
    hash = joinHashes(hash, next.hash);
    end = next.end;
  }
  return best && !standsInAddress(text, best.start, best.end) ? best : undefined;
}

/** Collects the names under this hash; says whether longer names begin with it. */
function lookUp(index: NameIndex, hash: number, names: number[]): boolean {
  const { table, tableMask } = index;
  let isPrefix = false;
  for (let at = hash & tableMask; table[at * 2 + 1]; at = (at + 1) & tableMask) {
    if (table[at * 2] !== hash) continue;
    const payload = table[at * 2 + 1]!;
    if (payload & PREFIX_BIT) isPrefix = true;
    const name = payload & ~PREFIX_BIT;
    if (name) names.push(name - 1);
  }
  return isPrefix;
}

/** The token after `from`, if what lies between could stand inside a name. */
function nextToken(text: string, from: number): { end: number; hash: number } | undefined {
  let spaces = 0;
  let dashes = 0;
  let isIndentation = false;
  let i = from;
  for (; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    const kind = classOf(unit);
    if (kind === SPACE) {
      if (unit === LINE_FEED) isIndentation = true;
      if (unit === LINE_FEED || !isIndentation) spaces++;
    } else if (kind === DASH) dashes++;
    else if (kind !== IGNORABLE) break;
  }
  if (i >= text.length || dashes > 1 || spaces > MAX_GAP || (dashes && spaces)) return undefined;
  const kind = classOf(text.charCodeAt(i));
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
