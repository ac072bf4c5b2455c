import { foldKeepingCase } from './fold';
import { caseFits, isGroupInSmallLetters } from './letter-case';
import type { Claim, NameIndex } from './name-index';
import { type Occurrence, scan } from './scan';

/** A name of the index in a text, with what it may stand for in the letter case in which it is written there. */
export interface WrittenName {
  start: number;
  end: number;
  /** Spaces and width evened out. */
  written: string;
  /** Of entities and signals; `never` sorted out. May be empty. */
  claims: Claim[];
}

/** Every name at word boundaries whose letter case fits one of its meanings, in the order of the text. */
export function writtenNames(text: string, index: NameIndex): WrittenName[] {
  const found: WrittenName[] = [];
  const take = ({ start, end, name }: Occurrence): void => {
    if (isInsideWord(text, start) || isVersion(text, end)) return;
    // A panda is "bear cat" in Chinese: 舒适熊猫 is no Cozy Bear.
    if (text[end - 1] === '熊' && text[end] === '猫') return;
    const written = foldKeepingCase(text.slice(start, end));
    const claims: Claim[] = [];
    let fitsAny = false;
    for (const claim of index.claims(name)) {
      if (caseFits(claim, written)) {
        fitsAny = true;
        if (claim.isSignal || claim.class !== 'never') claims.push(claim);
      } else if (isGroupInSmallLetters(claim, written, index)) claims.push({ ...claim, class: 'context', demand: 3 });
    }
    if (claims.length) found.push({ start, end, written, claims });
    // A name whose letter case does not fit is not there, and may not hide what is: "Danish security service".
    if (!fitsAny && written.includes(' ')) for (const inner of within(text, start, end, index)) take(inner);
  };
  for (const occurrence of scan(text, index)) take(occurrence);
  return found;
}

/**
 * Korean writes particles after a name, and Japanese other foreign words, but neither writes anything before it: what
 * stands there makes it another word (ブロックビット is no LockBit).
 */
function isInsideWord(text: string, start: number): boolean {
  return start > 0 && [HANGUL, KATAKANA].some((script) => script.test(text[start]!) && script.test(text[start - 1]!));
}
const HANGUL = /[\uac00-\ud7a3]/;
const KATAKANA = /[\u30a1-\u30fa\u30fc]/;

/** "APT 2.5": a number that goes on behind a point is none of a name. */
function isVersion(text: string, end: number): boolean {
  return text[end] === '.' && /\d/.test(text[end - 1]!) && /\d/.test(text[end + 1] ?? '');
}

/** The names inside a stretch of words that together are none: the longest at its begin, and what follows that. */
function within(text: string, start: number, end: number, index: NameIndex): Occurrence[] {
  const stretch = text.slice(start, end);
  const gaps = [...stretch.matchAll(/ /g)].map((gap) => gap.index);
  const heads = gaps.flatMap((gap) =>
    scan(stretch.slice(0, gap), index).filter((one) => !one.start && one.end === gap),
  );
  const head = heads.at(-1);
  const from = head?.end ?? gaps[0] ?? stretch.length;
  const rest = scan(stretch.slice(from), index).map((one) => moved(one, from));
  return [...(head ? [head] : []), ...rest].map((one) => moved(one, start));
}

function moved({ start, end, name }: Occurrence, by: number): Occurrence {
  return { start: start + by, end: end + by, name };
}
