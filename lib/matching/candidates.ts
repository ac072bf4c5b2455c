import type { Candidate, SignalHit } from './candidate';
import { type CapitalisedWords, capitalisedWords } from './capitalised';
import { countryOfLanguage } from './countries';
import { describedCandidates } from './described';
import { incidentCandidates, incidentsOfBodies } from './incident-pattern';
import type { Signal } from './index-format';
import { type Introduction, introductions } from './introduced';
import { joinedNames } from './joined-names';
import type { Claim, NameIndex } from './name-index';
import { nearby } from './nearby';
import { senseOf } from './program-sense';
import { spelledOutOtherwise } from './spelled-out';
import { writtenNames } from './written-names';

/** What one flow of text holds: candidates and signals, in the order of the text. */
export interface FlowEvidence {
  candidates: Candidate[];
  signals: SignalHit[];
  /** Acronyms that this text spells out as something else, with the entities that they do not mean here. */
  otherwise: { written: string; subject: number }[];
  /** Names in quotation marks of which a known one is only a part: "“Fancy Lazarus” returns". */
  longerNames: string[];
  /** Names that this text gives to groups. */
  introductions: Introduction[];
  /** Where a name that the page introduces may stand; only of text about the subject. */
  capitalised?: CapitalisedWords;
}

/** How far around a name its surroundings count, in UTF-16 units: two or three sentences. */
const NEAR = 240;
/** A word and a name are neighbours over a quotation mark, a bracket, a comma or an article. */
const ADJACENT = 3;
/** … with small words between at most. */
const WIDEST = 24;

/** Scans one flow. Pure: the same text gives the same evidence, whatever else the page holds. */
export function collectEvidence(text: string, index: NameIndex): FlowEvidence {
  const signals: SignalHit[] = [];
  const named: Candidate[] = [];
  /** Names of programs, and names that need evidence. */
  const doubtful: { candidate: Candidate; usual: Signal['program'] }[] = [];
  for (const { start, end, written, claims: meanings } of writtenNames(text, index)) {
    const claims: Claim[] = [];
    let program: Signal['program'];
    for (const claim of meanings) {
      if (!claim.isSignal) {
        claims.push(claim);
        continue;
      }
      const signal = index.meta.signals[claim.subject]!;
      signals.push({ start, end, signal });
      program ??= signal.program;
    }
    if (!claims.length || isStatuteOrState(text, start, end, claims, index)) continue;
    const wordBefore = capitalisedBefore(text, start);
    const candidate = withoutCountry(
      text,
      {
        start,
        end,
        written,
        claims,
        isPartOfName: isPartOfName(text, end, wordBefore),
        ...(wordBefore ? { longer: `${wordBefore} ${written}` } : {}),
        cyberNear: 0,
        near: [],
      },
      index,
    );
    named.push(candidate);
    if (program || claims.some((claim) => claim.demand > 0)) doubtful.push({ candidate, usual: program });
  }
  const country = named.length || signals.length || /[ąęłśźż]/.test(text) ? countryOfLanguage(text) : undefined;
  const programs = signals.filter((hit) => hit.signal.program === 'program');
  for (const { candidate, usual } of doubtful) {
    const sense = senseOf(text, candidate.start, candidate.end, programs);
    if (sense === 'group') candidate.actsAsGroup = true;
    else if (usual && (sense ?? usual) === 'program')
      candidate.claims = candidate.claims.filter((claim) => index.meta.entities[claim.subject]!.kind !== 'actor');
  }
  const described = describedCandidates(text, signals, index.meta);
  const standing = [
    ...named,
    ...joinedNames(text, index, named, country),
    ...incidentCandidates(text, signals, index.meta),
    ...describedBeside(named, described),
    ...incidentsOfBodies(text, signals, described, index.meta),
  ].filter((candidate) => candidate.claims.length);
  standing.sort((a, b) => a.start - b.start || b.end - a.end);
  noteLists(text, standing, index);
  let first = 0;
  for (const candidate of standing) {
    if (country) candidate.spokenIn = country;
    while (first < signals.length && signals[first]!.end < candidate.start - NEAR) first++;
    for (let i = first; i < signals.length && signals[i]!.start <= candidate.end + NEAR; i++) {
      weigh(candidate, signals[i]!, text);
    }
  }
  return {
    candidates: standing,
    signals,
    otherwise: spelledOutOtherwise(text, standing),
    longerNames: standing.flatMap((candidate) => quotedLonger(text, candidate) ?? []),
    introductions: introductions(text, standing, signals, index.meta),
    ...(standing.length || signals.some(({ signal }) => signal.cyber || signal.follows || signal.introduces)
      ? { capitalised: capitalisedWords(text) }
      : {}),
  };
}

function weigh(candidate: Candidate, hit: SignalHit, text: string): void {
  const { signal } = hit;
  const isPart = hit.start >= candidate.start && hit.end <= candidate.end;
  // Of what the name is made of, only a country beside the victim counts: "the attack on the UK’s …".
  if (isPart && (signal.victims || !signal.country)) return;
  candidate.cyberNear += signal.cyber ?? 0;
  if (signal.country || signal.year || signal.tells || signal.denies) candidate.near.push(hit);
  if (signal.country && isOwner(text, hit, candidate)) candidate.ofCountry = signal.country;
  if (candidate.introducedBy) return;
  const before = signal.introduces && hit.end <= candidate.start && isNarrow(text.slice(hit.end, candidate.start));
  const after = signal.follows && hit.start >= candidate.end && isNarrow(text.slice(candidate.end, hit.start));
  if (before || after) candidate.introducedBy = signal.text;
}

/** A country right before or after a name says whose it is. */
function isOwner(text: string, country: SignalHit, name: Candidate): boolean {
  if (country.end <= name.start)
    return /^(?:['’]s?)?[\s-](?:own\s|national\s)?$/i.test(text.slice(country.end, name.start));
  return country.start >= name.end && /^\sof\s(?:the\s)?$/i.test(text.slice(name.end, country.start));
}

function isNarrow(between: string): boolean {
  if (between.length > WIDEST) return false;
  const bare = between.replace(/\b(?:the|an?|as|or)\b/gi, '').replace(/\s+/g, ' ');
  return bare.length <= ADJACENT && !/[.;!?]/.test(bare);
}

/** Descriptions, but those whose words are by themselves a name of the same body. */
function describedBeside(named: readonly Candidate[], described: readonly Candidate[]): Candidate[] {
  return described.filter((one) => {
    const isOwn = ({ claims }: Candidate) =>
      claims.some(({ subject }) => one.claims.some((claim) => claim.subject === subject));
    const overlaps = (other: Candidate) => other.start < one.end && one.start < other.end;
    return !nearby(named, one.start, one.end).some((other) => overlaps(other) && isOwn(other));
  });
}

/** A capitalised word right beside it, of which the vocabulary knows nothing, where prose is not all capitalised. */
function isPartOfName(text: string, end: number, wordBefore: string | undefined): boolean {
  const after = /^[ \u00a0-]\p{Lu}\p{Ll}+/u.exec(text.slice(end, end + 24))?.[0].slice(1);
  return (after !== undefined && !TITLE_NOUNS.test(after)) || wordBefore !== undefined;
}

function capitalisedBefore(text: string, start: number): string | undefined {
  const before = /\p{Lu}[\p{Ll}\p{Lu}]+[ \u00a0-]$/u.exec(text.slice(Math.max(0, start - 24), start))?.[0].slice(0, -1);
  return before === undefined || TITLE_NOUNS.test(before) ? undefined : before;
}

/** The longer name that stands alone in quotation marks. */
function quotedLonger(text: string, { start, end, longer, written }: Candidate): string | undefined {
  if (longer === undefined) return undefined;
  const opening = text[start - (longer.length - written.length) - 1] ?? '';
  return /["“‘]/.test(opening) && /^[.,]?["”’]/.test(text.slice(end, end + 2)) ? longer : undefined;
}

/** "The CISA law", "the state’s DHS": an act of that acronym, and a state's own department. */
function isStatuteOrState(
  text: string,
  start: number,
  end: number,
  claims: readonly Claim[],
  { meta }: NameIndex,
): boolean {
  if (!/^\p{Lu}{3,6}$/u.test(text.slice(start, end))) return false;
  if (claims.some(({ subject }) => meta.entities[subject]!.kind !== 'agency')) return false;
  return (
    /^\s(?:law|act|bill|statute|legislation|reauthori[sz]ation)\b/i.test(text.slice(end, end + 24)) ||
    /\b(?:state|county|province|provincial)(?:['’]s)?\s$/i.test(text.slice(Math.max(0, start - 16), start))
  );
}

/** "UK National Crime Agency": what stands before a body's full name says whose it is. */
function withoutCountry(text: string, candidate: Candidate, { meta }: NameIndex): Candidate {
  const prefix = /^(?:US|U\.S\.|UK|U\.K\.) (?=\p{Lu}\p{L}+ )/u.exec(candidate.written)?.[0];
  const [claim, ...others] = candidate.claims;
  if (!prefix || !claim || others.length) return candidate;
  const { country, name } = meta.entities[claim.subject]!;
  if (!country || candidate.written !== prefix + name) return candidate;
  // In the text itself the blank may be several, and letters may be split by signs that can't be seen.
  const asWritten = /^[^\s]+[\s\p{Cf}]+/u.exec(text.slice(candidate.start, candidate.end));
  if (!asWritten) return candidate;
  return { ...candidate, start: candidate.start + asWritten[0].length, written: name, ofCountry: country };
}

/**
 * Notes each doubtful name that stands in a list with a group's sure name, or right beside a body whose country is
 * known. A list goes on as long as nothing but commas and "and" stands between names.
 */
function noteLists(text: string, candidates: readonly Candidate[], { meta }: NameIndex): void {
  const isSure = ({ claims: [claim, ...others] }: Candidate) =>
    claim !== undefined &&
    !others.length &&
    (claim.class === 'unique' || claim.class === 'cased') &&
    meta.entities[claim.subject]!.kind === 'actor';
  const countryOfSure = ({ claims: [claim, ...others] }: Candidate) =>
    claim && !others.length && claim.class === 'cased' ? meta.entities[claim.subject]!.country : undefined;
  const areListed = candidates.map((other, i) => {
    const one = candidates[i - 1];
    return one !== undefined && other.start >= one.end && LIST.test(text.slice(one.end, other.start));
  });
  let sure: string | undefined;
  for (const [i, one] of candidates.entries()) {
    if (!areListed[i]) sure = undefined;
    if (isSure(one)) sure = one.written;
    else if (sure) one.listedWith = sure;
    const country = areListed[i] && countryOfSure(candidates[i - 1]!);
    if (country) one.listedCountry = country;
  }
  sure = undefined;
  for (let i = candidates.length - 1; i >= 0; i--) {
    const one = candidates[i]!;
    if (!areListed[i + 1]) sure = undefined;
    if (isSure(one)) sure = one.written;
    else if (sure) one.listedWith ??= sure;
    const country = areListed[i + 1] && countryOfSure(candidates[i + 1]!);
    if (country) one.listedCountry ??= country;
  }
}
const LIST = /^["”’')）』」]?(?:,\s|,?\s(?:and|or|&)\s|\/|、|\s?(?:和|及|与|以及|或)\s?)["“‘'(『「]?$/;

/** Words that headlines capitalise beside a group's name, and first words of sentences. */
const TITLE_NOUNS =
  /^(?:group|gang|team|crew|ransomware|hackers?|actors?|threat|apt|hacktivists?|operators?|affiliates?|claims?|says|attacks?|malware|leaks?|hits|by|the|and|as|on|in|when|while|since|after|both|also|like|how|why|what|with|from|of|to|for|that|but)$/i;
