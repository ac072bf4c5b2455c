import { COUNTRY_WORDS } from '../matching/countries';
import type { Incident } from '../model/incident';
import type { Classified, WordLists } from './name-class';

type Pattern = NonNullable<Incident['patterns']>[number];

/**
 * How much evidence it needs that a victim and an act mean this incident. "The Microsoft hack" or "the attack on Albania" may be any
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
