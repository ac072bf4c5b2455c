import { foldKeepingCase } from './fold';
import { incidentCandidates } from './incident-pattern';
import type { Signal } from './index-format';
import type { Claim, NameIndex } from './name-index';
import { scan } from './scan';

/** A signal word in a text. */
export interface SignalHit {
  start: number;
  end: number;
  signal: Signal;
}

/** A name in a text with all that its surroundings say; holds no text beyond the name as written. */
export interface Candidate {
  start: number;
  end: number;
  /** Claims of entities that this spelling may stand for, wrong letter case and `never` sorted out. */
  claims: Claim[];
  /** The name as written, spaces and width evened out. */
  written: string;
  /** Words right before or after that make it a group's name. */
  introducedBy?: string;
  /** Weight of hacking vocabulary within `NEAR` units. */
  cyberNear: number;
  /** Signals within `NEAR` units that speak of a country, a year or a namesake's surroundings. */
  near: SignalHit[];
}

/** What one flow of text holds: candidates and signals, in the order of the text. */
export interface FlowEvidence {
  candidates: Candidate[];
  signals: SignalHit[];
}

/** How far around a name its surroundings count, in UTF-16 units: two or three sentences. */
const NEAR = 240;
/** A word and a name are neighbours over a quotation mark, a bracket, a comma or an article. */
const ADJACENT = 3;

/** Scans one flow. Pure: the same text gives the same evidence, whatever else the page holds. */
export function collectEvidence(text: string, index: NameIndex): FlowEvidence {
  const signals: SignalHit[] = [];
  const candidates: Candidate[] = [];
  for (const { start, end, name } of scan(text, index)) {
    const written = foldKeepingCase(text.slice(start, end));
    const claims: Claim[] = [];
    for (const claim of index.claims(name)) {
      if (!caseFits(claim, written)) continue;
      if (claim.isSignal) signals.push({ start, end, signal: index.meta.signals[claim.subject]! });
      else if (claim.class !== 'never') claims.push(claim);
    }
    if (claims.length) candidates.push({ start, end, written, claims, cyberNear: 0, near: [] });
  }
  candidates.push(...incidentCandidates(text, signals));
  candidates.sort((a, b) => a.start - b.start || b.end - a.end);
  let first = 0;
  for (const candidate of candidates) {
    while (first < signals.length && signals[first]!.end < candidate.start - NEAR) first++;
    for (let i = first; i < signals.length && signals[i]!.start <= candidate.end + NEAR; i++) {
      weigh(candidate, signals[i]!, text);
    }
  }
  return { candidates, signals };
}

function weigh(candidate: Candidate, hit: SignalHit, text: string): void {
  const { signal } = hit;
  const isPart = hit.start >= candidate.start && hit.end <= candidate.end;
  // Of what the name is made of, only a country beside the victim counts: "the attack on the UK’s …".
  if (isPart && (signal.victims || !signal.country)) return;
  candidate.cyberNear += signal.cyber ?? 0;
  if (signal.country || signal.year || signal.tells) candidate.near.push(hit);
  if (candidate.introducedBy) return;
  const before = signal.introduces && hit.end <= candidate.start && isNarrow(text.slice(hit.end, candidate.start));
  const after = signal.follows && hit.start >= candidate.end && isNarrow(text.slice(candidate.end, hit.start));
  if (before || after) candidate.introducedBy = signal.text;
}

function isNarrow(between: string): boolean {
  const bare = between.replace(/\b(?:the|an?|as|or)\b/gi, '').replace(/\s+/g, ' ');
  return bare.length <= ADJACENT && !/[.;!?]/.test(bare);
}

/**
 * Names that are distinctive in any case fit always; the others only as their record writes them. Two
 * liberties where case is the writer's and not the name's: a line that is all capitals, and a name that
 * the record shouts (ZIRCONIUM) written like any other (Zirconium).
 */
function caseFits(claim: Claim, written: string): boolean {
  if (claim.class === 'unique') return true;
  const exact = foldKeepingCase(claim.written);
  if (written === exact) return true;
  if (claim.class === 'cased' || exact.length < 4) return false;
  return written === exact.toUpperCase() || (isShouted(exact) && written === exact[0] + exact.slice(1).toLowerCase());
}

/** Whether a name is written in capitals throughout, longer than an acronym: vendors' code names are. */
export function isShouted(name: string): boolean {
  return name.length >= 5 && /^\p{Lu}+$/u.test(name);
}
