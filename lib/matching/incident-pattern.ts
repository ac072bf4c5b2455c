import type { Candidate, SignalHit } from './candidate';
import { foldKeepingCase } from './fold';
import type { Demand, IndexMeta, Victim } from './index-format';

/**
 * Incidents as prose tells them: a victim and what was done to it, "the Bybit hack", "the attack on the
 * UK's Electoral Commission", "SolarWinds supply-chain compromise". Found by looking from each victim to
 * the acts beside it, so that the index holds victims and acts and not every phrase of both.
 */
export function incidentCandidates(text: string, signals: readonly SignalHit[], meta: IndexMeta): Candidate[] {
  const found: Candidate[] = [];
  signals.forEach((hit, i) => {
    const { victims } = hit.signal;
    if (!victims) return;
    const act = actBehind(text, signals, i) ?? actBefore(text, signals, i);
    const deed = act ? undefined : deedOfThatYear(text, hit, victims, meta);
    if (!act && !deed && !standsForWhatHappened(text, hit)) return;
    const start = Math.min(hit.start, act?.start ?? deed?.start ?? hit.start);
    const end = Math.max(hit.end, act?.end ?? deed?.end ?? hit.end);
    if ((start === hit.start && isAnyOfItsKind(text, start)) || isOfAnotherKind(text, act, end)) return;
    if (isNoneOfComputers(text, start, act, end)) return;
    const year = deed?.year ?? yearBeside(text, start, end);
    const fitting = victims.filter((victim) => {
      const years = yearsOf(victim, meta);
      return (
        (!victim.acts || deed || (act && fitsAct(victim.acts, act.signal.text))) &&
        !(year && years.length && !years.includes(year))
      );
    });
    const isOfYear = (victim: Victim) => year !== undefined && yearsOf(victim, meta).includes(year);
    const claims = fitting.filter(
      (victim) => (act || deed || victim.demand === 0) && (victim.demand < NEEDS_YEAR || isOfYear(victim)),
    );
    if (!claims.length) return;
    const written = foldKeepingCase(text.slice(start, end));
    const isVague = act !== undefined && VAGUE_ACTS.has(act.signal.text) && !ownsSystem(text, end);
    const isDated = claims.some(isOfYear);
    found.push({
      start,
      end,
      written,
      claims: claims.map((victim) => claimOf(victim, written, isVague)),
      isPartOfName: false,
      ...(isVague && !isDated && claims.every(({ demand }) => demand < 2) ? { needsCyber: true as const } : {}),
      cyberNear: 0,
      near: [],
    });
  });
  return found;
}

function yearsOf({ entity, years = [] }: Victim, meta: IndexMeta): number[] {
  return [...(meta.entities[entity]!.years ?? []), ...years];
}

/** "Equifax was breached", "the White House’s network had been hacked". */
const SUFFERED =
  /^(?:['’]s\s(?:[\p{L}-]+\s){0,2}?(?:networks?|systems?|servers?|computers?|websites?|e-?mails?|databases?))?\s(?:was|were|had\sbeen|got)\s(?:hacked|breached|infiltrated|penetrated|cyberattacked|hit\sby\s(?:a\s|an\s)?(?:ransomware|cyber)[\s-]?(?:attack|gang)?)(?![\p{L}-])/u;
/** "Hackers broke into Equifax", "who had breached the Bundestag". */
const DONE =
  /(?<![\p{L}-])(?:hacked|breached|infiltrated|penetrated|broke\sinto|broken\sinto|hacked\sinto)\s(?:the\s)?$/u;

/**
 * What was done, told by a verb, in a sentence with one year in it, the incident's: without its year, the sentence
 * may be about anything that happened to this victim.
 */
function deedOfThatYear(
  text: string,
  { start, end }: SignalHit,
  victims: readonly Victim[],
  meta: IndexMeta,
): { start: number; end: number; year: number } | undefined {
  const behind = SUFFERED.exec(text.slice(end, end + 72));
  const before = behind ? null : DONE.exec(text.slice(Math.max(0, start - 24), start));
  if (!behind && !before) return undefined;
  const year = onlyYearOfSentence(text, start, end);
  if (year === undefined || !victims.some((victim) => yearsOf(victim, meta).includes(year))) return undefined;
  return { start: before ? start - before[0].length : start, end: behind ? end + behind[0].length : end, year };
}

function onlyYearOfSentence(text: string, start: number, end: number): number | undefined {
  const before = text
    .slice(Math.max(0, start - 160), start)
    .split(/[.!?]\s|\n/)
    .at(-1)!;
  const after = text.slice(end, end + 160).split(/[.!?]\s|\n/)[0]!;
  const years = new Set(`${before} ${after}`.match(/\b(?:19|20)\d\d\b/g));
  return years.size === 1 ? Number([...years][0]) : undefined;
}

/** "Data breach" is a breach, "ransomware attacks" are an attack. */
function fitsAct(acts: readonly string[], act: string): boolean {
  return acts.some((one) => one === act || act.endsWith(` ${one}`) || act === `${one}s` || act.endsWith(` ${one}s`));
}

/** "The hack of Britain’s elections watchdog": an act, and a body told by country and role that it hit. */
export function incidentsOfBodies(
  text: string,
  signals: readonly SignalHit[],
  bodies: readonly Candidate[],
  meta: IndexMeta,
): Candidate[] {
  return bodies.flatMap(({ start: from, end, claims }) => {
    const [body, ...others] = claims;
    const hits = body && !others.length ? (meta.hits?.[body.subject] ?? []) : [];
    const act = hits.length
      ? signals.findLast((hit) => hit.signal.act && hit.end <= from && from - hit.end < FURTHEST)
      : undefined;
    if (!act || !BETWEEN_ACT_AND_VICTIM.test(text.slice(act.end, from)) || isAnyOfItsKind(text, act.start)) return [];
    const { start } = act;
    const year = yearBeside(text, start, end);
    const fitting = hits.filter((entity) => year === undefined || meta.entities[entity]!.years?.includes(year));
    if (!fitting.length) return [];
    const written = foldKeepingCase(text.slice(start, end));
    const isVague = VAGUE_ACTS.has(act.signal.text);
    return {
      start,
      end,
      written,
      claims: fitting.map((subject) => ({
        subject,
        isSignal: false,
        class: 'context' as const,
        demand: 0 as const,
        written,
      })),
      described: true as const,
      ...(isVague ? { needsCyber: true as const } : {}),
      isPartOfName: false,
      cyberNear: 0,
      near: [],
    };
  });
}

/** Demand of a victim that stands for the incident only with its year beside. */
export const NEEDS_YEAR = 3;

/** Acts further away than this many signals or units belong to something else. */
const LOOK = 4;
const FURTHEST = 48;

/** "Bybit hack", "Bybit’s hack", "Bybit crypto-exchange hack": at most two words between. */
const BETWEEN_VICTIM_AND_ACT = /^(?:['’]s?)?[\s-]{1,3}(?:[\p{L}\p{N}-]{2,14}[\s-]{1,2}){0,2}$/u;
/** What kind of victim it is, said before its name: "the crypto exchange Bybit", "Japanese brewer Asahi". */
const TRADE =
  '(?:exchange|bank|insurer|company|firm|giant|operator|agency|university|hospital|group|maker|retailer|broadcaster|airline|bridge|platform|service|provider|network|utility|brewer|carmaker|automaker|supplier|lender|processor|chain|start-?up|developer|contractor|studio|newspaper|regulator|watchdog|ministry|parliament|manufacturer|wallet|bureau)';
/** "hack of Bybit", "attack on the UK’s Electoral Commission", "theft of $81 million from Bangladesh Bank". */
const BETWEEN_ACT_AND_VICTIM = new RegExp(
  `^\\s{1,3}(?:(?:that|which)\\s(?:took down|crippled|knocked out|paralysed|paralyzed|shut down|hit|struck|disrupted)|of\\s(?:\\$?[\\p{Ll}\\d][\\p{L}\\d.,]*\\s){1,4}(?:from|at)|of|on|against|into|at|from|targeting)\\s{1,3}(?:(?:the|its)\\s{1,3})?(?:\\p{Lu}[\\p{L}. ]{1,18}['’]s?\\s{1,3})?(?:(?:[\\p{L}-]+\\s){0,3}${TRADE},?\\s)?$`,
  'u',
);
/** Words that start another thought: "Bybit said the hack", "Microsoft and the attack". */
const ANOTHER_THOUGHT =
  /\b(?:and|or|but|said|says|the|a|an|of|on|in|by|to|after|before|from|with|was|were|is|has|had|who|which|that|as|over|for|against)\b/i;

function actBehind(text: string, signals: readonly SignalHit[], victim: number): SignalHit | undefined {
  const { end } = signals[victim]!;
  for (let i = victim + 1; i < signals.length && i <= victim + LOOK; i++) {
    const hit = signals[i]!;
    if (hit.start - end > FURTHEST) return undefined;
    if (!hit.signal.act) continue;
    const between = text.slice(end, hit.start);
    return BETWEEN_VICTIM_AND_ACT.test(between) && !ANOTHER_THOUGHT.test(between) ? hit : undefined;
  }
  return undefined;
}

function actBefore(text: string, signals: readonly SignalHit[], victim: number): SignalHit | undefined {
  const { start } = signals[victim]!;
  for (let i = victim - 1; i >= 0 && i >= victim - LOOK; i--) {
    const hit = signals[i]!;
    if (start - hit.end > FURTHEST) return undefined;
    if (hit.signal.act) return BETWEEN_ACT_AND_VICTIM.test(text.slice(hit.end, start)) ? hit : undefined;
  }
  return undefined;
}

/** "Another SolarWinds", "ever since Colonial Pipeline": the victim's name for what happened to it. */
function standsForWhatHappened(text: string, { start, end }: SignalHit): boolean {
  return (
    /\b(?:another|ever since|the next|a second|post-|pre-)\s?$/i.test(text.slice(Math.max(0, start - 16), start)) &&
    /^(?:[.,;:!?)”"]|\s(?:and|or|then)\b|$)/i.test(text.slice(end, end + 6))
  );
}

/** "Could a Colonial Pipeline hack happen here?": one of a kind, not the one. */
function isAnyOfItsKind(text: string, start: number): boolean {
  return /(?:^|[\s“"(])(?:an?|any|no|every|each)\s$/i.test(text.slice(Math.max(0, start - 8), start));
}

/** "Anthem’s breach of the rules", "airport hack that saves you time". */
function isOfAnotherKind(text: string, act: SignalHit | undefined, end: number): boolean {
  const after = text.slice(end, end + 20);
  // "A breach of the Bundestag’s dress code": what belongs to the victim was hit, if it was a system.
  const belongs = /^['’]s\s(?:\p{L}+\s)?(\p{L}+)/u.exec(after)?.[1];
  if (act && act.end !== end && belongs) return !SYSTEMS.test(text.slice(end, end + 48));
  if (!act || act.end !== end) return false;
  if (/breach/i.test(act.signal.text)) return /^\sof\s\D/i.test(after);
  return (
    /^hacks?$/i.test(act.signal.text) &&
    /^(?::\s\p{Ll}|\sthat\s(?:gets|saves|makes|lets|helps|works|will)\b)/u.test(after)
  );
}

/** "The attack on Viasat’s satellite modems". */
function ownsSystem(text: string, end: number): boolean {
  const owned = /^['’]s\s(?:[\p{L}-]+\s){0,2}?([\p{L}-]+)/u.exec(text.slice(end, end + 48));
  return owned !== null && SYSTEMS.test(owned[0]);
}

const SYSTEMS =
  /\b(?:networks?|systems?|servers?|computers?|websites?|web|e-?mails?|accounts?|databases?|data|IT|infrastructure|software|internal|modems?|satellites?|registers?|rolls|devices?|phones?)\b/i;

/** "The Bybit hack film", "a feared attack on Okta", "verbal attack on Equifax": about something else. */
const ABOUT_MORE =
  /^['’]?s?[\s-](?:days?|weeks?|weekend|night|labs?|ads?|dogs?|helicopters?|rates?|prevention|detection|films?|movies?|novels?|thriller|musical|games?|insurance|drills?|exercises?|simulations?|training|scenarios?|plans?|style|like|proof|hotline|drones?)\b/i;
const NOT_OF_COMPUTERS =
  /\b(?:possible|potential|future|simulated|mock|hypothetical|fictional|imaginary|imagined|feared|planned|averted|verbal|scathing|political|terror|terrorist|arson|bomb|bombing|missile|drone|rocket|knife|gun|shooting|physical|panic|heart|acid|armed|artillery|legal|antitrust)\s$/i;

const CAME_TO_NOTHING =
  /^,?\s(?:was|were|has\sbeen|had\sbeen|is)\s(?:averted|foiled|thwarted|prevented|simulated|ruled\sout)\b/i;

function isNoneOfComputers(text: string, start: number, act: SignalHit | undefined, end: number): boolean {
  const before = (at: number) => text.slice(Math.max(0, at - 16), at);
  return (
    CAME_TO_NOTHING.test(text.slice(end, end + 40)) ||
    ABOUT_MORE.test(text.slice(end, end + 20)) ||
    NOT_OF_COMPUTERS.test(before(start)) ||
    (act !== undefined && act.start > start && NOT_OF_COMPUTERS.test(before(act.start)))
  );
}

/** The year that prose gives within, right before or after: "the 2018 Ticketmaster breach", "… breach in 2018". */
function yearBeside(text: string, start: number, end: number): number | undefined {
  const before = /\b((?:19|20)\d\d)(?:\s\p{Ll}+)?\s$/u.exec(text.slice(Math.max(0, start - 24), start))?.[1];
  const after = /^,?\s(?:in|of|from)\s(?:(?:early|late|mid|\p{Lu}\p{Ll}+)[\s-])?((?:19|20)\d\d)\b/u.exec(
    text.slice(end, end + 28),
  )?.[1];
  const inside = /\b(?:19|20)\d\d\b/.exec(text.slice(start, end))?.[0];
  const year = inside ?? before ?? after;
  return year ? Number(year) : undefined;
}

/** Acts that also happen in words, courts and streets: there has to be talk of hacking near them. */
const VAGUE_ACTS = new Set([
  ...['attack', 'attacks', 'leak', 'leaks', 'incident', 'espionage', 'compromise'],
  ...['break-in', 'robbery', 'sabotage', 'infiltration', 'defacement'],
]);

function claimOf(
  { entity, class: nameClass, demand }: Victim,
  written: string,
  isVague: boolean,
): Candidate['claims'][number] {
  // Its year stands there, or it would not be here.
  if (demand === NEEDS_YEAR) return { subject: entity, isSignal: false, class: 'context', demand: 1, written };
  const asked = (isVague ? Math.max(1, demand) : Math.max(0, demand - 1)) as Demand;
  return { subject: entity, isSignal: false, class: asked ? 'context' : nameClass, demand: asked, written };
}
