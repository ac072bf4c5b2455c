import type { Candidate, SignalHit } from './candidate';
import type { IndexMeta } from './index-format';
import { nearby } from './nearby';

/**
 * A name that a text gives to a group which it names beside it: "Golden Chickens (GC)", "APT31, also known as
 * Violet Fog". It holds for the page it stands on and for nothing else.
 */
export interface Introduction {
  /** The name as written. */
  written: string;
  /** Entity that it is said to be. */
  entity: number;
  /** The names beside it that say so; one of them has to stand on the page. */
  by: Candidate[];
  /** The passage as the reader sees it, for the reason: "Golden Chickens (GC)". */
  words: string;
}

/** Names that one passage may introduce, and how long each may be, in UTF-16 units and words. */
const MOST = 8;
const LONGEST = 40;
const MOST_WORDS = 4;
/** How far a list of names goes on. */
const REACH = 200;
/** How far before "also known as" the name begins. */
const BEFORE = 96;

/**
 * What one flow introduces. Precision comes first: the phrase has to be one of a few, with nothing but a group's
 * noun between; all known names in it have to be the same group's; no word of the subject, no program, no vendor and
 * no country becomes a name; and a name that the dataset gives to somebody else stays that one's.
 */
export function introductions(
  text: string,
  candidates: readonly Candidate[],
  signals: readonly SignalHit[],
  meta: IndexMeta,
): Introduction[] {
  const isGroup = (candidate: Candidate) =>
    !candidate.described && candidate.claims.some(({ subject }) => meta.entities[subject]!.kind === 'actor');
  const groups = candidates.filter(isGroup);
  if (!groups.length) return [];
  const places = { text, candidates, signals, groups, meta };
  return [...groups.flatMap((group) => abbreviationOf(group, places)), ...alsoKnown(places)];
}

interface Places {
  text: string;
  candidates: readonly Candidate[];
  signals: readonly SignalHit[];
  groups: readonly Candidate[];
  meta: IndexMeta;
}

interface Span {
  start: number;
  end: number;
}

const NOUNS =
  '(?:(?:hacking|hacker|threat|espionage|cyber|cyberespionage|ransomware|extortion|activity|state-sponsored|APT|advanced persistent threat)\\s){0,2}(?:groups?|gang|team|crew|collective|hackers|actors?|cluster|apt|organi[sz]ation|intrusion set|adversary|operators|operation)';

/** " (GC)", " group (“GC”)". */
const ABBREVIATION = new RegExp(`^(?:\\s${NOUNS})?\\s?[(（]["“'‘]?(\\p{Lu}[\\p{Lu}\\d.]{1,6})["”'’]?[)）]`, 'u');

function abbreviationOf(group: Candidate, places: Places): Introduction[] {
  const { text } = places;
  const after = text.slice(group.end, group.end + 64);
  const inside = /[(（]/.test(after) ? ABBREVIATION.exec(after) : null;
  if (!inside) return [];
  const at = group.end + inside[0].lastIndexOf(inside[1]!);
  const span = { start: at, end: at + inside[1]!.length };
  // "Golden Chickens (GC)", "Golden Chickens group (GCG)".
  const noun = /\p{L}+(?=\s?[(（])/u.exec(inside[0])?.[0] ?? '';
  const name = initials(group.written);
  const letters = inside[1]!.replaceAll('.', '');
  if (letters !== name && letters !== name + noun.slice(0, 1).toUpperCase()) return [];
  const entity = onlyActor([group], places);
  if (entity === undefined || !isFree(span, places)) return [];
  const words = text.slice(group.start, group.end + inside[0].length);
  return [{ written: inside[1]!, entity, by: [group], words }];
}

function initials(name: string): string {
  return (name.match(/(?<!\p{L})\p{L}|(?<=\p{Ll})\p{Lu}/gu) ?? []).join('').toUpperCase();
}

const HOW = '(?:also|otherwise|better|formerly|previously|sometimes|variously|publicly|more commonly|commonly)';
const WHO = '(?:we|they|it|researchers|\\p{Lu}[\\p{L}\\d&]+(?:\\s\\p{Lu}?[\\p{L}\\d&]+){0,3})';
/** What "also known as" begins with; cheap, as every text about groups is searched for it. */
const KEYWORD =
  /\b(?:known|tracked|identified|referred to|designated|labell?ed|called|dubbed|named|codenamed|nicknamed|which|that|whom|aka|AKA|alias|a\.k\.a)/g;
const ALSO_KNOWN = new RegExp(
  [
    `(?:known|tracked|identified|referred to|designated|labell?ed)\\s(?:publicly\\s)?(?:(?:by|to|within|at|in)\\s${WHO}\\s)?(?:as|under the names?)`,
    `(?<=${HOW}\\s|[,(]\\s?)(?:called|dubbed|named|codenamed|nicknamed)(?:\\sby\\s${WHO})?`,
    `(?:which|that|whom)\\s${WHO}\\s(?:calls?|tracks?\\s(?:it\\s)?as|tracks? under the names?|refers?\\sto\\sas|dubs?|dubbed|names|named)`,
    '(?:a\\.k\\.a\\.?|aka|AKA|aliases|alias)',
  ].join('|'),
  'uy',
);

const WORD = "[\\p{Lu}\\d][\\p{L}\\d]*(?:[.&_'’-][\\p{Lu}\\d][\\p{L}\\d]*)*";
const NAME = `${WORD}(?: ${WORD}){0,${MOST_WORDS - 1}}`;
const QUOTED = `["“”'‘*]{0,2}(${NAME})["”“'’*]{0,2}`;
/** The name before "also known as", with what may stand between. */
const HEAD = new RegExp(
  `(?<![\\p{L}\\d])(?<![.&_-](?=\\p{L}))(${NAME})["”'’*]{0,2}(?:\\s${NOUNS})?\\s?[,(（–—]?\\s?(?:(?:which|who|that)\\s)?(?:(?:is|are|was|were|has been|have been)\\s)?(?:${HOW}\\s){0,2}$`,
  'u',
);
const ITEM = new RegExp(`^(?:\\s|the\\s)*${QUOTED}(?:\\s${NOUNS})?(?:\\s?\\([^()]{2,30}\\))?`, 'u');
const SEPARATOR = /^\s?(?:,\s?(?:and|or)\s|,\s?|\/|\s?(?:and|or|&)\s)/;

function alsoKnown(places: Places): Introduction[] {
  const { text, groups } = places;
  const found: Introduction[] = [];
  for (const at of keywordsBeside(groups, text)) {
    const from = Math.max(0, at - BEFORE);
    ALSO_KNOWN.lastIndex = at;
    const phrase = ALSO_KNOWN.exec(text);
    const head = phrase && HEAD.exec(text.slice(from, at));
    if (!head) continue;
    const isBracketed = /[(（]/.test(head[0]);
    const items = listFrom(text, at + phrase[0].length, isBracketed);
    if (!items.length) continue;
    const headStart = from + head.index;
    const names = [withoutOpening(text, { start: headStart, end: headStart + head[1]!.length }), ...items];
    found.push(...aliases(names, places));
  }
  return found;
}

/** Where a keyword stands within reach of a group, each place once. */
function* keywordsBeside(groups: readonly Candidate[], text: string): Generator<number> {
  let from = 0;
  for (const group of groups) {
    from = Math.max(from, group.start - REACH + 1);
    const to = group.end + BEFORE;
    if (to <= from) continue;
    // One unit more on the left, so that a word cut in two is not taken for a keyword.
    const left = Math.max(0, from - 1);
    for (const { index } of text.slice(left, to + LONGEST).matchAll(KEYWORD)) {
      const at = left + index;
      if (at >= from && at < to) yield at;
    }
    from = to;
  }
}

/** Each name of the list that follows; outside brackets more than one only where "and" or "or" closes the list. */
function listFrom(text: string, from: number, isBracketed: boolean): Span[] {
  const list = text.slice(from, from + REACH);
  const items: Span[] = [];
  let at = 0;
  let isClosed = false;
  while (items.length < MOST) {
    const item = ITEM.exec(list.slice(at));
    if (!item) break;
    const start = at + item[0].indexOf(item[1]!);
    items.push({ start: from + start, end: from + start + item[1]!.length });
    at += item[0].length;
    const separator = SEPARATOR.exec(list.slice(at));
    if (!separator) break;
    isClosed = /and|or|&/.test(separator[0]);
    at += separator[0].length;
  }
  const isEnded = /^["”'’*]{0,2}(?:[,.;:)）\n]|\s(?:–|—|-)|$)/.test(list.slice(at));
  // "also known as Violet Fog leaders" names the leaders.
  const last = items.at(-1);
  if (last && !isEnded && items.length === 1 && /^\s\p{Ll}/u.test(list.slice(at)))
    return isVerb(list.slice(at)) ? items : [];
  if (isBracketed) return isEnded ? items : items.slice(0, -1);
  return items.length > 1 && !(isClosed && isEnded) ? items.slice(0, 1) : items;
}

function isVerb(after: string): boolean {
  return /^\s(?:is|are|was|were|has|have|had|and|or|in|by|to|since|who|which|that|for|from|as|on|at|began|used|uses|also|began|then|when|while|after|but|because|with|hacked|attacked|stole|targets?|targeted)\b/.test(
    after,
  );
}

/** "When Violet Fog": a word that begins a sentence is no part of the name. */
function withoutOpening(text: string, span: Span): Span {
  const opening = /^(?:The|An?|In|On|When|While|Since|After|But|And|By|Both|For|Group|Threat|Actor)\s/.exec(
    text.slice(span.start, span.end),
  );
  return opening ? { start: span.start + opening[0].length, end: span.end } : span;
}

function aliases(names: readonly Span[], places: Places): Introduction[] {
  const { text, groups } = places;
  const beside = nearby(groups, names[0]!.start, names.at(-1)!.end);
  const by = beside.filter((group) => names.some((name) => covers(name, group)));
  const entity = onlyActor(by, places);
  if (entity === undefined) return [];
  const words = text.slice(names[0]!.start, names.at(-1)!.end).replace(/\s+/g, ' ').slice(0, 120);
  return names.flatMap((name) => {
    const written = text.slice(name.start, name.end);
    return isFree(name, places) && canBeName(written) ? [{ written, entity, by, words }] : [];
  });
}

/** The name is that candidate, but for an article or a group's noun. */
function covers(name: Span, candidate: Candidate): boolean {
  return candidate.start >= name.start && candidate.end <= name.end + 16 && candidate.start < name.end;
}

/** The one group that all these names may be. */
function onlyActor(by: readonly Candidate[], { meta }: Places): number | undefined {
  const claimed = by.map(
    ({ claims }) => new Set(claims.map(({ subject }) => subject).filter((one) => meta.entities[one]!.kind === 'actor')),
  );
  const [first, ...others] = claimed;
  if (!first) return undefined;
  const common = [...first].filter((one) => others.every((other) => other.has(one)));
  return common.length === 1 ? common[0] : undefined;
}

/** Whether the dataset and the vocabulary leave this word to the text. */
function isFree({ start, end }: Span, { candidates, signals }: Places): boolean {
  const isInside = (one: Span) => one.start < end && start < one.end;
  // A name on record needs no introduction, and somebody else's is not to be had; a part of a name is none.
  if (nearby(candidates, start, end).some((one) => isInside(one) && one.claims.length)) return false;
  return !nearby(signals, start, end).some((hit) => hit.start <= start && hit.end >= end);
}

function canBeName(written: string): boolean {
  if (written.length > LONGEST || COMPANIES.has(written) || NO_NAME.test(written)) return false;
  const words = written.split(' ');
  return words.every((word) => /\p{L}/u.test(word) || words.length > 1) && (written.match(/\p{L}/gu) ?? []).length >= 3;
}

/** Who gives names, and may stand in a list of them. */
const COMPANIES = new Set(
  `Microsoft Google Cisco Talos Meta Facebook Amazon Apple IBM Symantec Broadcom Mandiant CrowdStrike Kaspersky Proofpoint Secureworks ESET
  FireEye Palo Fortinet Sophos Sekoia Bitdefender Volexity Dragos Trellix McAfee Zscaler Rapid7 Akamai Cloudflare Cybereason ClearSky Lookout
  SentinelOne SentinelLabs Avast Malwarebytes Trustwave Netskope Huntress Resecurity Reuters Bloomberg Interpol Europol Windows Linux Android`.split(
    /\s+/,
  ),
);

/** Days, months, titles and nouns that are capitalised for other reasons. */
const NO_NAME =
  /^(?:January|February|March|April|May|June|July|August|September|October|November|December|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|President|Minister|Group|Groups|Team|Gang|Operation|Campaign|Figure|Table|Note|Update|Part|Chapter|Appendix|The|This|That|These|It|He|She|They|We|In|On|At|By|For|From|With|As|If|An?)\b(?!\s\p{Lu})/u;
