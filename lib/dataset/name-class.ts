import type { Demand } from '../matching/index-format';
import type { NameClass } from '../model/alias';
import type { EntityKind } from '../model/record';

/** How ordinary a word is: the whole lists in the build, `word-file.ts` in the browser. */
export interface WordLists {
  /** Occurrences in 51 million words of film and television subtitles (SUBTLEX-US); 0 where unknown. */
  frequency(word: string): number;
  /** Whether a large word list holds it. */
  isWord(word: string): boolean;
}

export interface Classified {
  class: NameClass;
  demand: Demand;
  /** The rule that decided, for the report and for whoever wonders. */
  why: string;
}

/** Everyday words: 20 or more in a million words of talk. */
export const EVERYDAY = 1000;
/** Common words: five in a million. */
export const COMMON = 250;
/** Known words and given names: one in a million. */
export const KNOWN = 50;

/**
 * The class of one written name, by rules: kind of entity, length, letter case, ordinariness of its words.
 * Collisions between entities are the compiler's business, corrections by hand stand in
 * `data/name-classes.json`.
 */
export function classifyName(written: string, kind: EntityKind, words: WordLists): Classified {
  if (kind === 'actor') return classifyActor(written, words);
  if (kind === 'agency') return classifyAgency(written, words);
  return classifyIncident(written, words);
}

function classifyActor(written: string, words: WordLists): Classified {
  const tokens = wordsOf(written);
  if (!/\p{Script=Latin}/u.test(written)) return nonLatin(written);
  if (/\d/.test(written)) {
    const letters = written.replace(/[^\p{L}]/gu, '').length;
    if (letters + digits(written) <= 3) return { class: 'context', demand: 2, why: 'a short code' };
    if (letters < 2) return { class: 'context', demand: 3, why: 'a bare number' };
    return { class: 'unique', demand: 0, why: 'letters and a number' };
  }
  if (tokens.length > 1) return classifyPhrase(tokens, words);
  return classifyWord(written, words);
}

function classifyWord(written: string, words: WordLists): Classified {
  const word = written.toLowerCase();
  const frequency = words.frequency(word);
  if (frequency >= EVERYDAY) return { class: 'context', demand: 3, why: 'an everyday word' };
  if (frequency >= KNOWN || words.isWord(word)) return { class: 'context', demand: 3, why: 'a dictionary word' };
  if (frequency > 0) return { class: 'context', demand: 2, why: 'a name or rare word' };
  if (written.length <= 3) return { class: 'context', demand: 2, why: 'three letters or fewer' };
  if (written.length === 4) return { class: 'context', demand: 1, why: 'four letters' };
  if (written.length === 5) return { class: 'cased', demand: 0, why: 'a short coined word' };
  return { class: 'unique', demand: 0, why: 'a coined word' };
}

function classifyPhrase(tokens: string[], words: WordLists): Classified {
  const known = tokens.filter((token) => words.frequency(token.toLowerCase()) > 0 || words.isWord(token.toLowerCase()));
  if (known.length < tokens.length) return { class: 'unique', demand: 0, why: 'a phrase with a coined word' };
  const everyday = tokens.every((token) => words.frequency(token.toLowerCase()) >= EVERYDAY);
  if (everyday && tokens.length === 2 && !SCHEME_NOUNS.has(tokens[1]!.toLowerCase()))
    return { class: 'context', demand: 1, why: 'two everyday words' };
  return { class: 'cased', demand: 0, why: 'a phrase of ordinary words' };
}

/** Second words of vendors' naming schemes: with one of them, even two everyday words are a group's name. */
const SCHEME_NOUNS = new Set(
  `bear buffalo chollima crane hawk jackal kitten leopard lynx ocelot panda saiga sphinx spider tiger wolf
  blizzard cyclone dust flood gust hail lightning rain sandstorm sleet storm tempest tsunami typhoon
  libra pisces serpens taurus ursa castle relic ion comet neptune`.split(/\s+/),
);

function classifyAgency(written: string, words: WordLists): Classified {
  const tokens = wordsOf(written);
  if (!/\p{Script=Latin}/u.test(written)) return nonLatin(written);
  if (tokens.length === 1) {
    const word = written.toLowerCase();
    if (/^\P{Lu}*\p{Lu}\P{Lu}+$/u.test(written)) {
      if (words.frequency(word) > 0 || words.isWord(word)) return { class: 'context', demand: 2, why: 'a known word' };
      return { class: 'cased', demand: 0, why: 'a proper name' };
    }
    if (words.frequency(word) >= KNOWN && word.length <= 4)
      return { class: 'context', demand: 2, why: 'an acronym that is a word' };
    if (written.length <= 3) return { class: 'context', demand: 1, why: 'an acronym of three letters or fewer' };
    if (words.isWord(word)) return { class: 'context', demand: 1, why: 'an acronym that is a word' };
    return { class: 'cased', demand: 0, why: 'an acronym' };
  }
  if (/\d/.test(written)) return { class: 'cased', demand: 0, why: 'a unit with its number' };
  const generic = tokens.every((token) => GENERIC_IN_OFFICES.has(token.toLowerCase()));
  if (generic) return { class: 'context', demand: 1, why: 'made of words that offices everywhere bear' };
  return { class: 'cased', demand: 0, why: 'a full name' };
}

function classifyIncident(written: string, words: WordLists): Classified {
  const tokens = wordsOf(written);
  if (!/\p{Script=Latin}/u.test(written)) return nonLatin(written);
  if (tokens.length === 1) return classifyWord(written, words);
  const isCoined = tokens.some((token) => !words.frequency(token.toLowerCase()) && !words.isWord(token.toLowerCase()));
  if (isCoined || /\d/.test(written))
    return { class: 'unique', demand: 0, why: 'a phrase with a coined word or a number' };
  if (written === written.toLowerCase()) return { class: 'context', demand: 1, why: 'a phrase in small letters' };
  return { class: 'cased', demand: 0, why: 'a phrase of ordinary words' };
}

function nonLatin(written: string): Classified {
  if (!/\p{L}/u.test(written)) return { class: 'context', demand: 3, why: 'a bare number' };
  if ([...written].length <= 2) return { class: 'context', demand: 2, why: 'two signs' };
  return { class: 'unique', demand: 0, why: 'a name in another script' };
}

function wordsOf(written: string): string[] {
  return written.match(/[\p{L}\p{M}]+(?:['’][\p{L}]+)*|\d+/gu) ?? [];
}

function digits(written: string): number {
  return written.match(/\d/g)?.length ?? 0;
}

/** Words that, alone, do not say whose office it is: "National Cyber Security Centre", "Department of Justice". */
const GENERIC_IN_OFFICES = new Set(
  `a and for in of on the to against agency affairs army attorney authority board bureau cabinet central centre center command commission
  committee communications computer constitution cooperation council counterintelligence countermeasures crime criminal cyber cybercrime cybersecurity
  data defence defense department digital direction directorate division economic election elections electoral electronic emergency energy
  enforcement external federal finance financial force forces foreign general government headquarters high home homeland incident incidents industry
  information infrastructure innovation institute intelligence interior internal international internet investigation investigations investigative justice law main
  military minister ministry national navy network office operations organisation organization parliament personnel police president prime
  prosecutor protection public readiness representative republic research response resilience sanctions science secret secretariat security
  service services signals special staff state strategy supreme system systems team technology telecommunications trade transport treasury unit war`.split(
    /\s+/,
  ),
);
