import { classOf, DIGIT, LETTER } from './fold';
import { addToHash, EMPTY_HASH } from './hash';

/**
 * The capitalised words of a text, four numbers each: start, end, hash of the word exactly as written, and 1 where it
 * begins a sentence. What a page
 * may call a group by is a word like these; kept as numbers, so that a later passage can settle an earlier word
 * without anybody keeping the text. "TAG-70", "E.K.P" and "AT&T" are one word; "GC-linked" is "GC".
 */
export type CapitalisedWords = Int32Array;
export const FIELDS = 4;

export function capitalisedWords(text: string): CapitalisedWords {
  let found = new Int32Array(32 * FIELDS);
  let size = 0;
  for (let i = 0; i < text.length; ) {
    const start = i;
    const first = text.charCodeAt(i++);
    // Most of a text is words that begin small: passed over with a look at each letter's range and nothing else.
    if (isSmall(first)) {
      while (i < text.length && isSmall(text.charCodeAt(i))) i++;
      while (i < text.length && isWord(text.charCodeAt(i))) i++;
      continue;
    }
    if (first === BLANK || !isWord(first)) continue;
    i = start;
    if (!begins(first)) {
      while (i < text.length && isWord(text.charCodeAt(i))) i++;
      continue;
    }
    let hash = EMPTY_HASH;
    let hasLetter = false;
    for (; i < text.length; i++) {
      const unit = text.charCodeAt(i);
      const goesOn = isWord(unit) || (isJoint(unit) && i + 1 < text.length && begins(text.charCodeAt(i + 1)));
      if (!goesOn) break;
      hash = addToHash(hash, unit);
      hasLetter ||= classOf(unit) === LETTER;
    }
    if (!hasLetter) continue;
    if (size === found.length) {
      const larger = new Int32Array(size * 2);
      larger.set(found);
      found = larger;
    }
    found[size] = start;
    found[size + 1] = i;
    found[size + 2] = hash;
    found[size + 3] = beginsSentence(text, start) ? 1 : 0;
    size += FIELDS;
  }
  return found.slice(0, size);
}

const BLANK = 0x20;

function isSmall(unit: number): boolean {
  return unit >= 0x61 && unit <= 0x7a;
}

function isWord(unit: number): boolean {
  const kind = classOf(unit);
  return kind === LETTER || kind === DIGIT;
}

/** A capital or a digit. */
function begins(unit: number): boolean {
  if (unit < 0x80) return (unit >= 0x41 && unit <= 0x5a) || (unit >= 0x30 && unit <= 0x39);
  const char = String.fromCharCode(unit);
  return char !== char.toLowerCase();
}

function isJoint(unit: number): boolean {
  return unit === 0x2d || unit === 0x2e || unit === 0x26 || unit === 0x5f;
}

/** Nothing before it, or the end of a sentence, a heading or a list sign; brackets and quotation marks not counted. */
function beginsSentence(text: string, start: number): boolean {
  for (let i = start - 1; i >= 0; i--) {
    const char = text[i]!;
    if (char === '\n') return true;
    if (char !== ' ' && !OPENS.test(char)) return ENDS.has(char);
  }
  return true;
}
const OPENS = /[\s"“‘'(（[]/;
const ENDS = new Set('.!?:;…*•|>#');
