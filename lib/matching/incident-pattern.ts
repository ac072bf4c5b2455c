import type { Candidate, SignalHit } from './candidates';
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
    if (!act && !standsForWhatHappened(text, hit)) return;
    const start = Math.min(hit.start, act?.start ?? hit.start);
    const end = Math.max(hit.end, act?.end ?? hit.end);
    if ((start === hit.start && isAnyOfItsKind(text, start)) || isOfAnotherKind(text, act, end)) return;
    const year = yearBeside(text, start, end);
    const fitting = victims.filter(({ acts, entity }) => {
      const { years } = meta.entities[entity]!;
      return (!acts || (act && acts.includes(act.signal.text))) && !(year && years?.length && !years.includes(year));
    });
    const claims = fitting.filter(({ demand }) => act || demand === 0);
    if (!claims.length) return;
    const written = foldKeepingCase(text.slice(start, end));
    const isVague = act !== undefined && VAGUE_ACTS.has(act.signal.text);
    const isDated = year !== undefined && claims.some(({ entity }) => meta.entities[entity]!.years?.includes(year));
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

/** Acts further away than this many signals or units belong to something else. */
const LOOK = 4;
const FURTHEST = 48;

/** "Bybit hack", "Bybit’s hack", "Bybit crypto-exchange hack": at most two words between. */
const BETWEEN_VICTIM_AND_ACT = /^(?:['’]s?)?[\s-]{1,3}(?:[\p{L}\p{N}-]{2,14}[\s-]{1,2}){0,2}$/u;
/** "hack of Bybit", "attack on the UK’s Electoral Commission". */
const BETWEEN_ACT_AND_VICTIM =
  /^\s{1,3}(?:of|on|against|into|at|targeting)\s{1,3}(?:(?:the|its)\s{1,3})?(?:\p{Lu}[\p{L}. ]{1,18}['’]s?\s{1,3})?$/u;
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

const SYSTEMS =
  /\b(?:networks?|systems?|servers?|computers?|websites?|web|e-?mails?|accounts?|databases?|data|IT|infrastructure|software|internal|modems?|satellites?|registers?|rolls|devices?|phones?)\b/i;

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
const VAGUE_ACTS = new Set(['attack', 'attacks', 'leak', 'leaks', 'incident', 'espionage', 'compromise']);

function claimOf(
  { entity, class: nameClass, demand }: Victim,
  written: string,
  isVague: boolean,
): Candidate['claims'][number] {
  const asked = (isVague ? Math.max(1, demand) : Math.max(0, demand - 1)) as Demand;
  return { subject: entity, isSignal: false, class: asked ? 'context' : nameClass, demand: asked, written };
}
