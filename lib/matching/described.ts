import type { Candidate, SignalHit } from './candidate';
import { foldKeepingCase } from './fold';
import type { IndexMeta } from './index-format';

/**
 * Bodies told by country and role instead of by name: "Russia's military intelligence agency", "the foreign
 * ministry of China". Only where country and role stand together as one phrase, and the dataset knows one body of
 * that country for that role.
 */
export function describedCandidates(text: string, signals: readonly SignalHit[], meta: IndexMeta): Candidate[] {
  const found: Candidate[] = [];
  let taken = 0;
  signals.forEach((hit, i) => {
    const { role } = hit.signal;
    if (!role || hit.start < taken || goesOn(text, hit.end)) return;
    if (NOT_A_STATES.test(text.slice(Math.max(0, hit.start - 12), hit.start))) return;
    const country = countryBefore(text, signals, i) ?? countryBehind(text, signals, i);
    if (
      country &&
      country.start < hit.start &&
      INDEFINITE.test(text.slice(Math.max(0, country.start - 10), country.start))
    )
      return;
    const bodies = country && meta.bodies[role]?.[country.signal.country!];
    if (!country || !bodies || OF_THE_PAST.test(text.slice(Math.max(0, country.start - 10), country.start))) return;
    const start = Math.min(hit.start, country.start);
    const end = Math.max(hit.end, country.end);
    taken = end;
    const written = foldKeepingCase(text.slice(start, end));
    // "the Chinese Foreign Ministry" is as good as its name.
    const isNamed = /^\p{Lu}/u.test(text[hit.start]!);
    const claim = { isSignal: false, class: 'context' as const, demand: 0 as const, written };
    found.push({
      start,
      end,
      claims: bodies.map((subject) => ({ ...claim, subject })),
      written,
      ...(isNamed && bodies.length === 1 ? {} : { described: true as const }),
      isPartOfName: false,
      cyberNear: 0,
      near: [],
    });
  });
  return found;
}

/** Signals looked at on either side, and units between. */
const LOOK = 6;
const FURTHEST = 40;

/** "Russia’s ", "Russian ", "China’s powerful civilian ", "the country’s" never: which country is a guess. */
const FROM_COUNTRY =
  /^(?:['’]s?)?[\s-](?:(?:own|main|chief|top|leading|principal|primary|premier|powerful|secretive|feared|civilian|national|state|central|federal|government|elite|shadowy|notorious|infamous|vast|communist|new)[\s-]){0,3}(?:(?:army|military|armed\sforces|navy|air\sforce)['’]?s?\s)?$/iu;
/** " of ", " in the ", " for ". */
const TO_COUNTRY = /^\s(?:of|in)\s(?:the\s)?$/iu;

function countryBefore(text: string, signals: readonly SignalHit[], role: number): SignalHit | undefined {
  const { start } = signals[role]!;
  for (let i = role - 1; i >= 0 && i >= role - LOOK; i--) {
    const hit = signals[i]!;
    if (start - hit.end > FURTHEST) return undefined;
    if (hit.end <= start && hit.signal.country) return FROM_COUNTRY.test(text.slice(hit.end, start)) ? hit : undefined;
  }
  return undefined;
}

function countryBehind(text: string, signals: readonly SignalHit[], role: number): SignalHit | undefined {
  const { end } = signals[role]!;
  for (let i = role + 1; i < signals.length && i <= role + LOOK; i++) {
    const hit = signals[i]!;
    if (hit.start - end > FURTHEST) return undefined;
    if (hit.start >= end && hit.signal.country) return TO_COUNTRY.test(text.slice(end, hit.start)) ? hit : undefined;
  }
  return undefined;
}

/** "East Germany’s", "former Soviet": another state. */
const OF_THE_PAST = /\b(?:East|West|former|Soviet|imperial|Nazi|pre-war)[\s-]$/i;
/** "A Dutch spy agency" is any; "no Russian military intelligence" none. */
const INDEFINITE = /\b(?:an?|any|no|another|every|some)\s$/i;
/** "A private intelligence agency in Tel Aviv". */
const NOT_A_STATES = /\b(?:private|corporate|commercial|fictional|an?|any|no|another)\s$/i;

/** Whether the phrase goes on to name something else: "military intelligence community", "spy agency budget". */
function goesOn(text: string, end: number): boolean {
  return GOES_ON.test(text.slice(end, end + 24));
}
const GOES_ON =
  /^['’]?s?[\s-](?:community|communities|sharing|gathering|collection|budget|law|bill|act|reform|analysts?|assessments?|reports?|capabilit\w+|cooperation|partners?|allies|ally|agencies|services|sources|operations?|failures?|chiefs? of|style|led|like|linked|base|bases|exercise|exercises|drill|aid|equipment|hardware|spending|junta|coup|parade|history|dogs?|headquarters|building|aircraft|jets?|planes?|ships?|vessels?|satellites?|stations?|observers?|experts?|drones?|balloons?|garrison|hospitals?|academy|academies|museum|veterans?|bands?|attach[eé]s?|uniforms?|companies|contractors?|exports?|hardliners|rule|rulers|information|surveillance|dimension|era|novels?|thrillers?|films?|series|drama|course|degree|studies|school|union|workers|pensions?|jobs|recruitment)\b/i;
