import type { Candidate, SignalHit } from './candidates';
import { foldKeepingCase } from './fold';
import type { Victim } from './index-format';

/**
 * Incidents as prose tells them: a victim and what was done to it, "the Bybit hack", "the attack on the
 * UK's Electoral Commission", "SolarWinds supply-chain compromise". Found by looking from each victim to
 * the acts beside it, so that the index holds victims and acts and not every phrase of both.
 */
export function incidentCandidates(text: string, signals: readonly SignalHit[]): Candidate[] {
  const found: Candidate[] = [];
  signals.forEach((hit, i) => {
    const { victims } = hit.signal;
    if (!victims) return;
    const act = actBehind(text, signals, i) ?? actBefore(text, signals, i);
    if (!act) return;
    const start = Math.min(hit.start, act.start);
    const end = Math.max(hit.end, act.end);
    const written = foldKeepingCase(text.slice(start, end));
    const fitting = victims.filter(({ acts }) => !acts || acts.includes(act.signal.text));
    if (fitting.length)
      found.push({
        start,
        end,
        written,
        claims: fitting.map((victim) => claimOf(victim, written)),
        isPartOfName: false,
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

function claimOf({ entity, class: nameClass, demand }: Victim, written: string): Candidate['claims'][number] {
  return { subject: entity, isSignal: false, class: nameClass, demand, written };
}
