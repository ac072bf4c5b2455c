import { type CapitalisedWords, capitalisedWords } from './capitalised';
import { countryOfLanguage } from './countries';
import { describedCandidates } from './described';
import { foldKeepingCase } from './fold';
import { incidentCandidates, incidentsOfBodies } from './incident-pattern';
import type { Signal } from './index-format';
import { type Introduction, introductions } from './introduced';
import type { Claim, NameIndex } from './name-index';
import { senseOf } from './program-sense';
import { type Occurrence, scan } from './scan';
import { spelledOutOtherwise } from './spelled-out';

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
  /** Told by country and role or by victim and act, not named. */
  described?: true;
  /** Whether there has to be talk of hacking near it, whatever else speaks for it. */
  needsCyber?: true;
  /** Whether it looks cut out of a longer name: "Royal" of "Royal Mail", "Play" of "Google Play". */
  isPartOfName: boolean;
  /** With the capitalised word before it: "Fancy Lazarus". */
  longer?: string;
  /** A group's sure name right beside it in a list: "APT33 and Gorgon". */
  listedWith?: string;
  /** Country of a sure body right beside it in a list: "the Communications Security Establishment and CSIS". */
  listedCountry?: string;
  /** Country whose the text says it is: "the Dutch NCSC", "Malta’s NCSC", "the NCSC of Ireland". */
  ofCountry?: string;
  /** Country in whose language the text around it is written, as far as letters tell. */
  spokenIn?: string;
  /** What people do or have stands right beside it: "claimed", "leak site", "members of". */
  actsAsGroup?: true;
  /** Weight of hacking vocabulary within `NEAR` units. */
  cyberNear: number;
  /** Signals within `NEAR` units that speak of a country, a year or a namesake's surroundings. */
  near: SignalHit[];
}

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
  const candidates: Candidate[] = [];
  /** Names of programs, and names that need evidence. */
  const doubtful: { candidate: Candidate; usual: Signal['program'] }[] = [];
  const occurrences = scan(text, index);
  for (let i = 0; i < occurrences.length; i++) {
    const { start, end, name } = occurrences[i]!;
    if (isHangul(text, start) && isHangul(text, start - 1)) continue;
    // A panda is "bear cat" in Chinese: 舒适熊猫 is no Cozy Bear.
    if (text[end - 1] === '熊' && text[end] === '猫') continue;
    const written = foldKeepingCase(text.slice(start, end));
    // A name whose letter case does not fit is not there, and may not hide what is: "Danish security service".
    if (written.includes(' ') && !index.claims(name).some((claim) => caseFits(claim, written))) {
      occurrences.splice(i + 1, 0, ...within(text, start, end, index));
    }
    const claims: Claim[] = [];
    let program: Signal['program'];
    for (const claim of index.claims(name)) {
      if (!caseFits(claim, written)) {
        if (isGroupInSmallLetters(claim, written, index)) claims.push({ ...claim, class: 'context', demand: 3 });
        continue;
      }
      if (claim.isSignal) {
        const signal = index.meta.signals[claim.subject]!;
        signals.push({ start, end, signal });
        program ??= signal.program;
      } else if (claim.class !== 'never') claims.push(claim);
    }
    if (!claims.length || isStatuteOrState(text, start, end, claims, index)) continue;
    const wordBefore = capitalisedBefore(text, start);
    const candidate: Candidate = {
      start,
      end,
      written,
      claims,
      isPartOfName: isPartOfName(text, end, wordBefore),
      ...(wordBefore ? { longer: `${wordBefore} ${written}` } : {}),
      cyberNear: 0,
      near: [],
    };
    candidates.push(withoutCountry(candidate, index));
    if (program || claims.some((claim) => claim.demand > 0)) doubtful.push({ candidate, usual: program });
  }
  const country = candidates.length || signals.length || /[ąęłśźż]/.test(text) ? countryOfLanguage(text) : undefined;
  if (country === 'PL') candidates.push(...polishCases(text, index, candidates));
  if (country === 'IL' || country === 'IR' || ARABIC.test(text))
    candidates.push(...afterPrefix(text, index, candidates));
  const programs = signals.filter((hit) => hit.signal.program === 'program');
  for (const { candidate, usual } of doubtful) {
    const sense = senseOf(text, candidate.start, candidate.end, programs);
    if (sense === 'group') candidate.actsAsGroup = true;
    else if (usual && (sense ?? usual) === 'program')
      candidate.claims = candidate.claims.filter((claim) => index.meta.entities[claim.subject]!.kind !== 'actor');
  }
  const described = describedCandidates(text, signals, index.meta);
  candidates.push(
    ...incidentCandidates(text, signals, index.meta),
    ...describedBeside(candidates, described),
    ...incidentsOfBodies(text, signals, described, index.meta),
  );
  const standing = candidates.filter((candidate) => candidate.claims.length);
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

/**
 * Names that are distinctive in any case fit always; the others only as their record writes them. Liberties where
 * case is the writer's and not the name's: a line or a house style that is all capitals (FANCY BEAR), and a name
 * that the record shouts (ZIRCONIUM) written like any other (Zirconium).
 */
function caseFits(claim: Claim, written: string): boolean {
  if (claim.class === 'unique') return true;
  const exact = foldKeepingCase(claim.written);
  if (written === exact) return true;
  if (claim.class === 'cased') return exact.includes(' ') && phraseFits(exact, written);
  if (exact.length < 4) return false;
  return written === exact.toUpperCase() || (isShouted(exact) && written === exact[0] + exact.slice(1).toLowerCase());
}

/** Word by word: as on record, in capitals, or capitalised where the record has capitals throughout. */
function phraseFits(exact: string, written: string): boolean {
  const words = written.split(' ');
  const known = exact.split(' ');
  if (words.length !== known.length) return false;
  return known.every((word, i) => {
    const found = words[i]!;
    if (found === word || found === word.toUpperCase() || found === word[0]!.toUpperCase() + word.slice(1)) return true;
    if (i > 0 && HEAD_NOUNS.has(found)) return found === word.toLowerCase();
    return word === word.toUpperCase() && found === word[0] + word.slice(1).toLowerCase();
  });
}

/** Korean writes particles after a name, but nothing before it: what stands there is another word. */
function isHangul(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  return unit >= 0xac00 && unit <= 0xd7a3;
}

/** Foreign names in Polish cases: "ofiarami Sandworma", "LockBitowi zarekwirowano". */
function polishCases(text: string, index: NameIndex, known: readonly Candidate[]): Candidate[] {
  const found: Candidate[] = [];
  for (const { 0: word, index: start } of text.matchAll(POLISH_CASE)) {
    const end = start + word.length;
    if (known.some((other) => other.start < end && start < other.end)) continue;
    const stem = word.replace(POLISH_ENDING, '');
    const [hit] = scan(stem, index);
    if (!hit || hit.start > 0 || hit.end < stem.length) continue;
    const isCertain = ({ isSignal, class: nameClass }: Claim) =>
      !isSignal && nameClass !== 'never' && nameClass !== 'context';
    const claims = index.claims(hit.name).filter((claim) => isCertain(claim) && caseFits(claim, stem));
    if (claims.length) found.push({ start, end, written: stem, claims, isPartOfName: false, cyberNear: 0, near: [] });
  }
  return found;
}

/** Latin names that Hebrew and Arabic write together with a word of one letter: "בFBI", "لـAPT41". */
function afterPrefix(text: string, index: NameIndex, known: readonly Candidate[]): Candidate[] {
  const found: Candidate[] = [];
  for (const { 0: word, index: start } of text.matchAll(AFTER_PREFIX)) {
    const [hit] = scan(word, index);
    if (!hit || hit.start > 0 || known.some((other) => other.start < start + hit.end && start < other.end)) continue;
    const written = foldKeepingCase(word.slice(0, hit.end));
    const claims = index
      .claims(hit.name)
      .filter((claim) => !claim.isSignal && claim.class !== 'never' && caseFits(claim, written));
    if (claims.length)
      found.push({ start, end: start + hit.end, written, claims, isPartOfName: false, cyberNear: 0, near: [] });
  }
  return found;
}
const ARABIC = /[\u0621-\u064a]/;
const AFTER_PREFIX = /(?<=[\u05d0-\u05ea\u0621-\u064a]\u0640?)[A-Za-z][\w-]*/g;

const POLISH_ENDING = /(?:owi|em|ie|ów|om|ami|ach|a|u|y|ę|ą|i)$/u;
const POLISH_CASE = /(?<![\p{L}\d-])\p{Lu}[\p{L}\d]{4,}(?:owi|em|ie|ów|om|ami|ach|a|u|y|ę|ą|i)(?![\p{L}\d])/gu;

/** Descriptions, but those whose words are by themselves a name of the same body. */
function describedBeside(named: readonly Candidate[], described: readonly Candidate[]): Candidate[] {
  return described.filter((one) => {
    const isOwn = ({ claims }: Candidate) =>
      claims.some(({ subject }) => one.claims.some((claim) => claim.subject === subject));
    const overlaps = (other: Candidate) => other.start < one.end && one.start < other.end;
    return !named.some((other) => overlaps(other) && isOwn(other));
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

/** The names inside a stretch of words that together are none: the longest at its begin, and what follows that. */
function within(text: string, start: number, end: number, index: NameIndex): Occurrence[] {
  const stretch = text.slice(start, end);
  const gaps = [...stretch.matchAll(/ /g)].map((gap) => gap.index);
  const heads = gaps.flatMap((gap) =>
    scan(stretch.slice(0, gap), index).filter((one) => !one.start && one.end === gap),
  );
  const head = heads.at(-1);
  const from = head?.end ?? gaps[0] ?? stretch.length;
  const rest = scan(stretch.slice(from), index).map((one) => moved(one, from));
  return [...(head ? [head] : []), ...rest].map((one) => moved(one, start));
}

function moved({ start, end, name }: Occurrence, by: number): Occurrence {
  return { start: start + by, end: end + by, name };
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

/** "fancy bear" of a text that elsewhere has the group under a sure name. */
function isGroupInSmallLetters(claim: Claim, written: string, { meta }: NameIndex): boolean {
  if (claim.isSignal || claim.class !== 'cased' || !claim.written.includes(' ')) return false;
  return meta.entities[claim.subject]!.kind === 'actor' && written === foldKeepingCase(claim.written).toLowerCase();
}

/** "UK National Crime Agency": what stands before a body's full name says whose it is. */
function withoutCountry(candidate: Candidate, { meta }: NameIndex): Candidate {
  const prefix = /^(?:US|U\.S\.|UK|U\.K\.) (?=\p{Lu}\p{L}+ )/u.exec(candidate.written)?.[0];
  const [claim, ...others] = candidate.claims;
  if (!prefix || !claim || others.length) return candidate;
  const { country, name } = meta.entities[claim.subject]!;
  if (!country || candidate.written !== prefix + name) return candidate;
  return { ...candidate, start: candidate.start + prefix.length, written: name, ofCountry: country };
}

/** Notes each doubtful name that stands in a list with a group's sure name. */
function noteLists(text: string, candidates: readonly Candidate[], { meta }: NameIndex): void {
  const isSure = ({ claims: [claim, ...others] }: Candidate) =>
    claim !== undefined &&
    !others.length &&
    (claim.class === 'unique' || claim.class === 'cased') &&
    meta.entities[claim.subject]!.kind === 'actor';
  const countryOfSure = ({ claims: [claim, ...others] }: Candidate) =>
    claim && !others.length && claim.class === 'cased' ? meta.entities[claim.subject]!.country : undefined;
  for (let i = 1; i < candidates.length; i++) {
    const one = candidates[i - 1]!;
    const other = candidates[i]!;
    if (other.start < one.end || !LIST.test(text.slice(one.end, other.start))) continue;
    if (isSure(one)) other.listedWith ??= one.written;
    if (isSure(other)) one.listedWith ??= other.written;
    const country = { one: countryOfSure(one), other: countryOfSure(other) };
    if (country.one) other.listedCountry ??= country.one;
    if (country.other) one.listedCountry ??= country.other;
  }
}
const LIST = /^["”’')）』」]?(?:,\s|,?\s(?:and|or|&)\s|\/|、|\s?(?:和|及|与|以及|或)\s?)["“‘'(『「]?$/;

/** Words that headlines capitalise beside a group's name, and first words of sentences. */
const TITLE_NOUNS =
  /^(?:group|gang|team|crew|ransomware|hackers?|actors?|threat|apt|hacktivists?|operators?|affiliates?|claims?|says|attacks?|malware|leaks?|hits|by|the|and|as|on|in|when|while|since|after|both|also|like|how|why|what|with|from|of|to|for|that|but)$/i;

/** The last word of "Cobalt Group" is often written small. */
const HEAD_NOUNS = new Set(['group', 'team', 'gang', 'hackers', 'crew', 'collective', 'ransomware', 'army', 'hunters']);

/** Whether a name is written in capitals throughout, longer than an acronym: vendors' code names are. */
export function isShouted(name: string): boolean {
  return name.length >= 5 && /^\p{Lu}+$/u.test(name);
}
