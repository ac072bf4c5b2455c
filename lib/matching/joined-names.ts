import type { Candidate } from './candidate';
import { foldKeepingCase } from './fold';
import { caseFits } from './letter-case';
import type { Claim, NameIndex } from './name-index';
import { nearby } from './nearby';
import { scan } from './scan';

/** Names that a language writes together with its own endings or prefixes, where that language's text may stand. */
export function joinedNames(
  text: string,
  index: NameIndex,
  known: readonly Candidate[],
  country: string | undefined,
): Candidate[] {
  return [
    ...(country === 'PL' ? polishCases(text, index, known) : []),
    ...(country === 'IL' || country === 'IR' || ARABIC.test(text) ? afterPrefix(text, index, known) : []),
  ];
}

/** Foreign names in Polish cases: "ofiarami Sandworma", "LockBitowi zarekwirowano". */
function polishCases(text: string, index: NameIndex, known: readonly Candidate[]): Candidate[] {
  const found: Candidate[] = [];
  for (const { 0: word, index: start } of text.matchAll(POLISH_CASE)) {
    const end = start + word.length;
    if (isTaken(known, start, end)) continue;
    const stem = word.replace(POLISH_ENDING, '');
    const [hit] = scan(stem, index);
    if (!hit || hit.start > 0 || hit.end < stem.length) continue;
    const isCertain = ({ isSignal, class: nameClass }: Claim) =>
      !isSignal && nameClass !== 'never' && nameClass !== 'context';
    const claims = index.claims(hit.name).filter((claim) => isCertain(claim) && caseFits(claim, stem));
    if (claims.length) found.push({ start, end, written: stem, claims, isPartOfName: false, cyberNear: 0, near: [] });
  }
  return found;
}

/** Latin names that Hebrew and Arabic write together with a word of one letter: "בFBI", "لـAPT41". */
function afterPrefix(text: string, index: NameIndex, known: readonly Candidate[]): Candidate[] {
  const found: Candidate[] = [];
  for (const { 0: joined, 1: word = '', index: at } of text.matchAll(AFTER_PREFIX)) {
    const start = at + joined.length - word.length;
    const [hit] = scan(word, index);
    if (!hit || hit.start > 0 || isTaken(known, start, start + hit.end)) continue;
    const written = foldKeepingCase(word.slice(0, hit.end));
    const claims = index
      .claims(hit.name)
      .filter((claim) => !claim.isSignal && claim.class !== 'never' && caseFits(claim, written));
    if (claims.length)
      found.push({ start, end: start + hit.end, written, claims, isPartOfName: false, cyberNear: 0, near: [] });
  }
  return found;
}

function isTaken(known: readonly Candidate[], start: number, end: number): boolean {
  return nearby(known, start, end).some((other) => other.start < end && start < other.end);
}

const ARABIC = /[\u0621-\u064a]/;
const AFTER_PREFIX = /[\u05d0-\u05ea\u0621-\u064a]\u0640?([A-Za-z][\w-]*)/g;

const POLISH_ENDING = /(?:owi|em|ie|ów|om|ami|ach|a|u|y|ę|ą|i)$/u;
const POLISH_CASE = /(?<![\p{L}\d-])\p{Lu}[\p{L}\d]{4,}(?:owi|em|ie|ów|om|ami|ach|a|u|y|ę|ą|i)(?![\p{L}\d])/gu;
