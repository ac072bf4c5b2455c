import { COUNTRY_WORDS } from '../matching/countries';
import type { Incident } from '../model/incident';
import type { Classified, WordLists } from './name-class';

type Pattern = NonNullable<Incident['patterns']>[number];

/** Nouns by which news tells what happened to a victim. */
const ACTS = [
  'breach',
  'data breach',
  'hack',
  'hacking',
  'attack',
  'cyberattack',
  'cyber attack',
  'compromise',
  'intrusion',
  'incident',
];

/** "breach of X", "attack on X": the preposition that goes with the noun. */
const PREPOSITIONS: Readonly<Record<string, readonly string[]>> = {
  attack: ['on', 'against'],
  cyberattack: ['on', 'against'],
  'cyber attack': ['on', 'against'],
  intrusion: ['into', 'at', 'of'],
  breach: ['of', 'at'],
  'data breach': ['of', 'at'],
  hack: ['of', 'on'],
};

/** The phrases that a pattern stands for: "X breach", "breach of X", "breach of the X". */
export function expandPattern(pattern: Pattern): string[] {
  const phrases: string[] = [];
  for (const act of pattern.acts ?? ACTS) {
    phrases.push(`${pattern.victim} ${act}`);
    for (const preposition of PREPOSITIONS[act] ?? ['of']) {
      phrases.push(`${act} ${preposition} ${pattern.victim}`, `${act} ${preposition} the ${pattern.victim}`);
    }
  }
  return phrases;
}

/**
 * How much evidence a pattern's phrases need. "The Microsoft hack" or "the attack on Albania" may be any
 * of many; "the Bybit hack" is one.
 */
export function classifyPattern(pattern: Pattern, words: WordLists): Classified {
  if (pattern.years) return { class: 'context', demand: 2, why: 'a victim that was hit more than once' };
  if (pattern.country) return { class: 'context', demand: 1, why: 'a victim of a common name' };
  const isWord = words.frequency(pattern.victim.toLowerCase()) > 0 || words.isWord(pattern.victim.toLowerCase());
  if (isWord || isPlace(pattern.victim))
    return { class: 'context', demand: 2, why: 'a victim that is a word or a country' };
  return { class: 'unique', demand: 0, why: 'a victim and what happened' };
}

function isPlace(victim: string): boolean {
  return Object.values(COUNTRY_WORDS).some((names) => names.includes(victim));
}
