import { COUNTRY_WORDS } from '../matching/country-words';
import { NEEDS_YEAR } from '../matching/incident-pattern';
import type { Incident } from '../model/incident';
import type { Classified, WordLists } from './name-class';

export type Pattern = NonNullable<Incident['patterns']>[number] & {
  /** The record's names tell of this victim. */
  isOnRecord?: true;
  /** Words that describe more than they name: "Polish energy system". */
  isDescription?: true;
  /** One of several victims in a name, "White House and State Department": may have been hit at other times, too. */
  isOneOf?: true;
};

/**
 * How much evidence it needs that a victim and an act mean this incident. "The Microsoft hack" or "the attack on Albania" may be any
 * of many; "the Bybit hack" is one. Of a victim that was hit more than once, the year tells; without one the
 * incidents stand side by side. An act that is plainly hacking lowers the demand, see `incident-pattern.ts`.
 *
 * @param isOnRecord whether the incident's record itself names it by this victim and an act.
 */
export function classifyPattern(pattern: Pattern, words: WordLists, isOnRecord = false): Classified {
  if (isPlace(pattern.victim)) return { class: 'context', demand: 2, why: 'a victim that is a country' };
  if (pattern.isOneOf) return { class: 'context', demand: NEEDS_YEAR, why: 'one of several victims in the name' };
  if (pattern.isDescription) return { class: 'context', demand: 2, why: 'a victim described' };
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
  const ownNames = (incident.victims ?? []).flatMap(({ name }) => name ?? []);
  const told = new Set(
    [incident.name, ...incident.aliases.map((alias) => alias.text)].flatMap((name) => {
      const victim = victimIn(name);
      return victim ? [endsInPossessive(victim, name, ownNames) ?? victim] : [];
    }),
  );
  const described = [incident.name, ...incident.aliases.map((alias) => alias.text)].flatMap((name) => {
    const victims = descriptionsIn(name);
    return victims.length > 1 && incident.patterns
      ? []
      : victims.map((victim) => ({ victim, isOneOf: victims.length > 1 }));
  });
  const patterns: Pattern[] = (incident.patterns ?? []).map((pattern) =>
    told.has(pattern.victim) ? { ...pattern, isOnRecord: true } : pattern,
  );
  for (const victim of told) {
    if (!taken(victim) && !patterns.some((one) => one.victim === victim)) patterns.push({ victim, isOnRecord: true });
  }
  for (const { victim, isOneOf } of described) {
    if (taken(victim) || patterns.some((one) => one.victim === victim)) continue;
    patterns.push({ victim, ...(isOneOf ? { isOneOf: true } : { isDescription: true }) });
  }
  return patterns.flatMap((pattern) => spellingsOf(pattern.victim).map((victim) => ({ ...pattern, victim })));
}

/** "Christie's", of "Christie's hack": a victim whose own name ends so. */
function endsInPossessive(victim: string, name: string, ownNames: readonly string[]): string | undefined {
  const written = /^['’]s/.exec(name.slice(name.indexOf(victim) + victim.length));
  const whole = written && victim + written[0];
  return whole && ownNames.some((own) => own.replace('’', "'").startsWith(whole.replace('’', "'"))) ? whole : undefined;
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
  for (const [country, adjective] of STATES) {
    const word = [country, adjective].find((one) => one && (victim.startsWith(`${one} `) || isOwnedBy(victim, one)));
    if (!word) continue;
    const rest = victim
      .slice(word.length)
      .replace(/^['’]s/, '')
      .trim();
    // What is named after a country is not the country's: "British Airways", "Bangladesh Bank".
    if (
      !/^(?:\p{Ll}|(?:National|Federal|Central|Supreme)?\s?(?:Parliament|Government|Ministry|Foreign|Defence|Defense|Interior|Finance|Justice|Institute)\b)/u.test(
        rest,
      )
    )
      return [victim];
    return [...new Set([victim, `${country}'s ${rest}`, ...(adjective ? [`${adjective} ${rest}`] : [])])];
  }
  return [victim];
}

function isOwnedBy(victim: string, owner: string): boolean {
  return victim.startsWith(`${owner}'s `) || victim.startsWith(`${owner}’s `);
}

/** Not states' names or adjectives, though they stand where these do in the list of words. */
const OTHER_WORDS = new Set(
  `Georgian Tbilisi Skopje Palestinian Gaza Cuban Havana Jordanian Amman Malian Bamako Omani Muscat Nigerien Niamey EU UN
  Czechia`.split(/\s+/),
);

/** Names of states with their adjectives; cities and heads of government speak of a country and are not it. */
const STATES: readonly (readonly [country: string, adjective?: string])[] = [
  ['US', 'American'],
  ['United States', 'US'],
  ['UK', 'British'],
  ['Britain', 'British'],
  ['Czech Republic', 'Czech'],
  ['Czechia', 'Czech'],
  ['North Macedonia', 'Macedonian'],
  ...Object.values(COUNTRY_WORDS).flatMap(([country, adjective]) =>
    OTHER_WORDS.has(country!) || OTHER_WORDS.has(adjective ?? '') ? [] : [[country!, adjective] as const],
  ),
];

const DATED = /^\d{4} | (?:of|in) (?:\p{Lu}\p{L}+ )?\d{4}(?:[-–]\d{2,4})?$| \d{4}(?:[-–]\d{2,4})?$/gu;
const VICTIM_FIRST =
  /^(.+?)(?:['’]s)? (?:(?:data|ransomware|supply[- ]chain|cyber|network|email|e-mail|crypto|hot-wallet) )?(?:hacks?|breach(?:es)?|(?:cyber)?attacks?|compromise|thefts?|heist|intrusions?|leaks?)$/iu;
const ACT_FIRST =
  /^(?:cyber ?)?(?:attacks?|hack(?:ing)?|breach|intrusions?|thefts?|compromise) (?:on|of|against|into|at|from) (?:the )?(.+)$/iu;

function victimIn(name: string): string | undefined {
  const victim = wordsBesideAct(name);
  // Two victims in one name are told apart by no act, and one in small letters is a description.
  return victim && /^[\p{Lu}\d]/u.test(victim) && !/ and |^\p{Lu}[\p{L}-]+(?:ese|ian|ish|an)(?= \p{Ll})/u.test(victim)
    ? victim
    : undefined;
}

/** What `victimIn` passes over: "Polish energy system", and each of "White House and State Department". */
function descriptionsIn(name: string): string[] {
  const victims = wordsBesideAct(name)?.split(/,? and |, /) ?? [];
  const isTold = victims.length === 1 && victimIn(name) !== undefined;
  return isTold || !victims.every((victim) => /^\p{Lu}[\p{L}’'-]+ ?\p{L}/u.test(victim)) ? [] : victims;
}

function wordsBesideAct(name: string): string | undefined {
  const bare = name.replace(DATED, '');
  return (VICTIM_FIRST.exec(bare) ?? ACT_FIRST.exec(bare))?.[1];
}
