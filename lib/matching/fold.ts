/**
 * Folding: what a reader would call "the same name, written differently".
 *
 * Every UTF-16 unit is folded by one look-up in a table, so a scan needs neither `normalize()` nor an offset
 * map: positions in the text are positions in the text. Letters lose case,
 * accents and width (NFKD without marks); all dashes are one dash, all spaces one space, all apostrophes
 * one; soft hyphens, zero-width characters and combining marks vanish.
 */

/** What a unit is to the tokeniser. Order matters: a token starts at `DIGIT` or above, and 0 is "not yet known". */
export const IGNORABLE = 1;
export const SPACE = 2;
export const DASH = 3;
export const PUNCTUATION = 4;
export const DIGIT = 5;
export const LETTER = 6;
/** A sign of a script that is written without spaces: each is a token of its own. */
export const IDEOGRAPH = 7;

const APOSTROPHE = 0x27;
const BLANK = 0x20;
/** An entry holds the folded unit in its low 16 bits, the class above, and `EXPANDS` where it is not that one unit. */
export const CLASS_SHIFT = 16;
export const EXPANDS = 1 << 24;

/** Scripts written without spaces, with the long-vowel marks that kana shares between its two scripts. */
const WITHOUT_SPACES =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\p{Script=Bopomofo}\u30fc\uff70]/u;

/**
 * The entry of every unit. Filled a page of 256 units at a time, when a text first has one of them: asking
 * Unicode about all takes 50 ms, which each start of the background would wait for. Read it with `entryOf`;
 * where that is too slow, take 0 for "not yet known" and then call `entryOf`.
 */
export const FOLD_TABLE = new Int32Array(0x10000);
const PAGE = 256;

export function entryOf(unit: number): number {
  const entry = FOLD_TABLE[unit]!;
  if (entry) return entry;
  const page = unit & -PAGE;
  for (let each = page; each < page + PAGE; each++) FOLD_TABLE[each] = entryFor(each);
  return FOLD_TABLE[unit]!;
}

/** Units that fold to more than one (ﬁ, ㎏, ½): unit → folded units. */
const expansions = new Map<number, string>();

export function classOf(unit: number): number {
  return (entryOf(unit) >>> CLASS_SHIFT) & 0xff;
}

export function isWordUnit(unit: number): boolean {
  const kind = classOf(unit);
  return kind === LETTER || kind === DIGIT;
}

/** The folded units of one unit: nearly always one, `''` for an ignorable. */
export function foldUnit(unit: number): string {
  const entry = entryOf(unit);
  if (entry & EXPANDS) return expansion(unit);
  return entry >>> CLASS_SHIFT === IGNORABLE ? '' : String.fromCharCode(entry & 0xffff);
}

/**
 * The canonical folded spelling: tokens joined by one space. Tokens are runs of letters, runs of digits,
 * single ideographs and single punctuation marks; spaces and dashes only separate. So "APT31", "apt 31"
 * and "APT-31" all fold to "apt 31". For every match of a name: `fold(text.slice(start, end)) === fold(name)`.
 */
export function fold(text: string): string {
  let folded = '';
  let previous = SPACE;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    const kind = classOf(unit);
    if (kind === IGNORABLE) continue;
    if (kind === SPACE || kind === DASH) {
      previous = SPACE;
      continue;
    }
    const joins = kind === previous && (kind === LETTER || kind === DIGIT);
    if (folded && !joins) folded += ' ';
    folded += foldUnit(unit);
    previous = kind;
  }
  return folded;
}

/** Whether `fold(text.slice(start, end)) === folded`, without making a string. */
export function foldsTo(text: string, start: number, end: number, folded: string): boolean {
  let at = 0;
  let previous = SPACE;
  for (let i = start; i < end; i++) {
    const unit = text.charCodeAt(i);
    const entry = entryOf(unit);
    const kind = (entry >>> CLASS_SHIFT) & 0xff;
    if (kind === IGNORABLE) continue;
    if (kind === SPACE || kind === DASH) {
      previous = SPACE;
      continue;
    }
    const joins = kind === previous && (kind === LETTER || kind === DIGIT);
    if (at && !joins && folded.charCodeAt(at++) !== BLANK) return false;
    previous = kind;
    if (entry & EXPANDS) {
      const parts = expansion(unit);
      if (!folded.startsWith(parts, at)) return false;
      at += parts.length;
    } else if (folded.charCodeAt(at++) !== (entry & 0xffff)) return false;
  }
  return at === folded.length;
}

/** Nothing in it that `foldKeepingCase` changes: nearly every name. */
const PLAIN = /^(?:[a-z]+(?: [a-z]+)*|[a-z0-9]+)$/i;

/**
 * Like `fold`, but keeps letter case, accents and the difference of space and dash: the comparison for
 * names that count only as written. A separator between a letter and a digit may be left out.
 */
export function foldKeepingCase(text: string): string {
  if (PLAIN.test(text)) return text;
  const composed = text.normalize('NFC');
  let folded = '';
  for (let i = 0; i < composed.length; i++) {
    const unit = composed.charCodeAt(i);
    const kind = classOf(unit);
    if (kind === IGNORABLE) continue;
    if (kind === SPACE || kind === DASH) folded += kind === SPACE ? ' ' : '-';
    else if (kind === PUNCTUATION) folded += foldUnit(unit);
    else folded += unit < 0x80 ? composed[i]! : composed[i]!.normalize('NFKC');
  }
  if (!/[ -]/.test(folded)) return folded;
  return folded.replace(/(\p{L})[ -](?=\p{Nd})|(\p{Nd})[ -](?=\p{L})/gu, '$1$2').replace(/ {2,}/g, ' ');
}

/** Combining marks, format characters, fillers, tatweel, variation selectors. */
function withoutIgnorables(text: string): string {
  return text.replace(/[\p{M}\p{Cf}\u034f\u115f\u1160\u180b-\u180f\u0640\ufe00-\ufe0f]/gu, '');
}

function entryFor(unit: number): number {
  const char = String.fromCharCode(unit);
  if (unit < 0x80) return asciiEntry(unit, char);
  // Large blocks whose signs fold to themselves; asking Unicode about each would take several times as long.
  if (isBetween(unit, 0x3400, 0x4dbf) || isBetween(unit, 0x4e00, 0x9fef) || isBetween(unit, 0xac00, 0xd7a3)) {
    return pack(IDEOGRAPH, unit);
  }
  if (isBetween(unit, 0xd800, 0xf8ff)) return pack(PUNCTUATION, unit); // surrogates and private use
  if (withoutIgnorables(char) === '') return pack(IGNORABLE, 0);
  if (/\p{Z}|\p{Cc}/u.test(char)) return pack(SPACE, 0x20);
  if (/[\p{Pd}\u2212]/u.test(char) && unit !== 0x30a0) return pack(DASH, 0x2d);
  if (/[\u2018\u2019\u201b\u02bc\u02b9\u0374\u2032\uff07\u05f3]/u.test(char)) return pack(PUNCTUATION, APOSTROPHE);
  if (WITHOUT_SPACES.test(char) && /[\p{L}\p{Nl}\p{No}]/u.test(char)) {
    const sign = withoutIgnorables(char.normalize('NFKC'));
    // Seven compatibility signs stand for one outside the basic plane, which no single unit can be; they stay themselves.
    if (sign.length > 1) return pack(IDEOGRAPH, unit);
    return sign ? pack(IDEOGRAPH, sign.charCodeAt(0)) : pack(IGNORABLE, 0);
  }
  const folded = lettersOf(char);
  // A sign in a circle or raised ("㊀", "㆒") is the sign, and like it a token of its own.
  if (folded.length === 1 && WITHOUT_SPACES.test(folded)) return pack(IDEOGRAPH, folded.charCodeAt(0));
  if (!folded) return isMarkAlone(char) ? pack(IGNORABLE, 0) : pack(PUNCTUATION, unit);
  const kind = /^\p{Nd}/u.test(folded) ? DIGIT : LETTER;
  if (folded.length === 1) return pack(kind, folded.charCodeAt(0));
  const uniform = [...folded].every((part) => classOfAscii(part) === kind || /\p{L}/u.test(part));
  return uniform ? pack(kind, folded.charCodeAt(0)) | EXPANDS : pack(PUNCTUATION, unit);
}

function isBetween(unit: number, from: number, to: number): boolean {
  return unit >= from && unit <= to;
}

/** Arabic has letters that are a mark on tatweel or on a space. */
function isMarkAlone(char: string): boolean {
  return /\p{L}/u.test(char) && withoutIgnorables(char.normalize('NFKD')).trim() === '';
}

function asciiEntry(unit: number, char: string): number {
  if (/[a-z]/i.test(char)) return pack(LETTER, char.toLowerCase().charCodeAt(0));
  if (/[0-9]/.test(char)) return pack(DIGIT, unit);
  if (unit <= 0x20 || unit === 0x7f) return pack(SPACE, 0x20);
  if (char === '-') return pack(DASH, unit);
  return pack(PUNCTUATION, char === '`' ? APOSTROPHE : unit);
}

function classOfAscii(char: string): number {
  return /[0-9]/.test(char) ? DIGIT : /\p{L}/u.test(char) ? LETTER : PUNCTUATION;
}

/** NFKD, lower case, ignorables off; digits of any script as ASCII. Empty where the unit is no letter or digit. */
function lettersOf(char: string): string {
  if (!/[\p{L}\p{N}]/u.test(char)) return '';
  const folded = withoutIgnorables(char.toLowerCase().normalize('NFKD').toLowerCase()).replace(/^\u02bc/, ''); // ŉ
  if (/^\p{Nd}+$/u.test(folded)) return [...folded].map((digit) => String(digitValue(digit))).join('');
  return /^[\p{L}\p{Nd}]+$/u.test(folded) ? folded : '';
}

/** Decimal digits of a script stand in runs of ten, zero first (Unicode, section 4.6). */
function digitValue(digit: string): number {
  const code = digit.codePointAt(0)!;
  let zero = code;
  while (code - zero < 9 && /\p{Nd}/u.test(String.fromCodePoint(zero - 1)) && (zero - 1) % 16 !== 15) zero--;
  return (code - zero) % 10;
}

function expansion(unit: number): string {
  let folded = expansions.get(unit);
  if (folded === undefined) {
    folded = lettersOf(String.fromCharCode(unit));
    expansions.set(unit, folded);
  }
  return folded;
}

function pack(kind: number, value: number): number {
  return (kind << CLASS_SHIFT) | value;
}
