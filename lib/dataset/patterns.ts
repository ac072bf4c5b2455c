import { COUNTRY_WORDS } from '../matching/country-words';
import type { Incident } from '../model/incident';
import type { Classified, WordLists } from './name-class';

export type Pattern = NonNullable<Incident['patterns']>[number] & { isOnRecord?: true };

/**
 * How much evidence it needs that a victim and an act mean this incident. "The Microsoft hack" or "the attack on Albania" may be any
 * of many; "the Bybit hack" is one. Of a victim that was hit more than once, the year tells; without one the
 * incidents stand side by side. An act that is plainly hacking lowers the demand, see `incident-pattern.ts`.
 *
 * @param isOnRecord whether the incident's record itself names it by this victim and an act.
 */
export function classifyPattern(pattern: Pattern, words: WordLists, isOnRecord = false): Classified {
  if (isPlace(pattern.victim)) return { class: 'context', demand: 2, why: 'a victim that is a country' };
  if (pattern.years) return { class: 'context', demand: 1, why: 'a victim that was hit more than once' };
  if (pattern.country && !(isOnRecord && !pattern.victim.includes(' ')))
    return { class: 'context', demand: 2, why: 'a victim of a common name' };
  const isWord = words.frequency(pattern.victim.toLowerCase()) > 0 || words.isWord(pattern.victim.toLowerCase());
  if (isWord || pattern.country)
    return { class: 'context', demand: isOnRecord ? 1 : 2, why: 'a victim that is a word' };
  return { class: 'unique', demand: 0, why: 'a victim and what happened' };
}

function isPlace(victim: string): boolean {
  return Object.values(COUNTRY_WORDS).some((names) => names.includes(victim));
}

/**
 * The victims by which prose may name an incident: those on record, and those that its names spell out ("Upbit
 * theft of 2019", "2007 cyberattacks on Estonia").
 *
 * @param taken folded names that mean something else by themselves: groups and programs.
 */
export function patternsOf(incident: Incident, taken: (name: string) => boolean): Pattern[] {
  const told = new Set(
    [incident.name, ...incident.aliases.map((alias) => alias.text)].flatMap((name) => victimIn(name) ?? []),
  );
  const patterns: Pattern[] = (incident.patterns ?? []).map((pattern) =>
    told.has(pattern.victim) ? { ...pattern, isOnRecord: true } : pattern,
  );
  for (const victim of told) {
    if (!taken(victim) && !patterns.some((one) => one.victim === victim)) patterns.push({ victim, isOnRecord: true });
  }
  return patterns.flatMap((pattern) => spellingsOf(pattern.victim).map((victim) => ({ ...pattern, victim })));
}

/** Whether a name says no more than victim and act, so that the pattern finds it wherever it is meant. */
export function isPattern(name: string, taken: (name: string) => boolean): boolean {
  const victim = victimIn(name);
  return victim !== undefined && !taken(victim) && !VAGUE_ACT.test(name);
}
/** "SolarWinds compromise" is a name; "the attack on SolarWinds" may be a speech. */
const VAGUE_ACT = /\b(?:attacks?|leaks?|thefts?|espionage|compromise)$/i;

/** "New Zealand Parliament" is also New Zealand's parliament; "Polish energy system" Poland's. */
function spellingsOf(victim: string): string[] {
  for (const words of Object.values(COUNTRY_WORDS)) {
    const word = words.find((one) => victim.startsWith(`${one} `) || victim.startsWith(`${one}'s `));
    if (!word) continue;
    const rest = victim
      .slice(word.length)
      .replace(/^['’]s/, '')
      .trim();
    const [country, adjective] = words;
    return [...new Set([victim, `${country}'s ${rest}`, ...(adjective ? [`${adjective} ${rest}`] : [])])];
  }
  return [victim];
}

const DATED = /^\d{4} | (?:of|in) (?:\p{Lu}\p{L}+ )?\d{4}(?:[-–]\d{2,4})?$| \d{4}(?:[-–]\d{2,4})?$/gu;
const VICTIM_FIRST =
  /^(.+?)(?:['’]s)? (?:(?:data|ransomware|supply[- ]chain|cyber|network|email|e-mail|crypto|hot-wallet) )?(?:hacks?|breach(?:es)?|(?:cyber)?attacks?|compromise|thefts?|heist|intrusions?|leaks?)$/iu;
const ACT_FIRST =
  /^(?:cyber ?)?(?:attacks?|hack(?:ing)?|breach|intrusions?|thefts?|compromise) (?:on|of|against|into|at|from) (?:the )?(.+)$/iu;

function victimIn(name: string): string | undefined {
  const bare = name.replace(DATED, '');
  const victim = (VICTIM_FIRST.exec(bare) ?? ACT_FIRST.exec(bare))?.[1];
  // Two victims in one name are told apart by no act, and one in small letters is a description.
  return victim && /^[\p{Lu}\d]/u.test(victim) && !/ and |^\p{Lu}[\p{L}-]+(?:ese|ian|ish|an)(?= \p{Ll})/u.test(victim)
    ? victim
    : undefined;
}
