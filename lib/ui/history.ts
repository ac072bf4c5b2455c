import { countryName } from '../model/country';
import type { AttributionEvent, EventKind } from '../model/event';
import { ANSWER_KINDS } from '../model/event';
import { speakerName } from '../model/verdict';
import type { EntityView, EventView, SourceLink } from '../model/view';
import type { Phrase } from './verdict-text';
import { countWord, dateText, EVENT_WORDS, inSentence, listNames, nounName, plural } from './words';

/** One row of the history: a text by one speaker, or a joint text by several. */
export interface HistoryRow {
  key: string;
  date: string | undefined;
  kind: EventKind;
  mark: string;
  who: string;
  /** Countries, organisations or actors that speak: codes and names as on record. */
  speakers: string[];
  /** Names of the agencies that speak for them. */
  agencies: string[];
  what: string;
  /** What is said, of what, of whom, with its certainty. */
  claim: Phrase[];
  /** The same without its certainty, for a column of its own. */
  matter: string;
  /** Official terms of certainty, each with the speakers who used it. */
  certainty: { term: string; by: string[] }[];
  /** The source to show where there is room for one. */
  source: SourceLink | undefined;
  sources: SourceLink[];
  events: AttributionEvent[];
  isAnswer: boolean;
  /** Names no state, or only a territory: its speaker is set in regular weight. */
  isWeak: boolean;
  isReviewed: boolean;
}

/** Rows that the card shows before "show all". */
export const FIRST_ROWS = 4;

/** All rows, newest first; the records of one joint text share a row. */
export function historyRows(view: EntityView): HistoryRow[] {
  const groups = new Map<string, EventView[]>();
  for (const item of view.events) {
    const { event } = item;
    const joint = event.statement && !ANSWER_KINDS.has(event.kind);
    const key = joint ? [event.statement, event.kind, event.date, event.by?.mode].join('|') : event.id;
    groups.set(key, [...(groups.get(key) ?? []), item]);
  }
  return [...groups].map(([key, group]) => rowOf(key, group, view));
}

/** The most telling rows, still newest first: official and specific before vague, with an answer among them. */
export function tellingRows(rows: readonly HistoryRow[], most = FIRST_ROWS): HistoryRow[] {
  if (rows.length <= most) return [...rows];
  const accusations = rows.filter((row) => !row.isAnswer);
  const answers = rows.filter((row) => row.isAnswer);
  const room = answers.length ? most - 1 : most;
  const speakers = new Set<string>();
  const first = [...accusations]
    .sort((a, b) => weight(b) - weight(a))
    .filter((row) => !speakers.has(row.who) && speakers.add(row.who));
  const rest = accusations.filter((row) => !first.includes(row));
  const chosen = new Set([...[...first, ...rest].slice(0, room), ...answers.slice(0, 1)]);
  return rows.filter((row) => chosen.has(row));
}

const WEIGHTS: Partial<Record<EventKind, number>> = {
  statement: 6,
  indictment: 5,
  conviction: 6,
  sanction: 4,
  advisory: 4,
  takedown: 3,
  'arrest-warrant': 4,
  arrest: 4,
  investigation: 2,
  'no-official-attribution': 7,
};

function weight(row: HistoryRow): number {
  return (WEIGHTS[row.kind] ?? 1) - (row.isWeak ? 2 : 0) - (row.isReviewed ? 0 : 4);
}

function rowOf(key: string, group: EventView[], view: EntityView): HistoryRow {
  const { event } = group[0]!;
  const sources = group.flatMap((item) => item.sources);
  const speakers = [...new Set(group.map((item) => speakerName(item.event)))].filter(Boolean);
  const isAnswer = ANSWER_KINDS.has(event.kind);
  const events = group.map((item) => item.event);
  const claim = isAnswer ? { ...NO_CLAIM, lead: answerText(event, view) } : claimOf(events, view);
  const agencies = events.flatMap(({ by }) => by?.agencies ?? []).flatMap((id) => view.labels[id] ?? []);
  return {
    key,
    date: event.date,
    kind: event.kind,
    mark: MARKS[event.kind] ?? 'statement',
    who: whoText(speakers, view, event),
    speakers,
    agencies: [...new Set(agencies.map((label) => label.short ?? label.name))],
    what: whatText(event, speakers.length),
    claim: claimPhrases(claim),
    matter: [claim.lead, claim.tail].filter(Boolean).join('. '),
    certainty: claim.certainty.map((term) => ({ term, by: speakersOf(term, events) })),
    source: sources.find((source) => !source.gone) ?? sources[0],
    sources: [...new Map(sources.map((source) => [source.url, source])).values()],
    events,
    isAnswer,
    isWeak:
      ['from-territory', 'unnamed-state', 'actor-only', 'unstated'].includes(event.accused?.strength ?? '') ||
      !isOfficialMark(event.kind),
    isReviewed: group.every((item) => item.event.review.state === 'reviewed'),
  };
}

function speakersOf(term: string, events: readonly AttributionEvent[]): string[] {
  return [...new Set(events.filter(({ confidence }) => confidence?.wording === term).map(speakerName))];
}

/** Marks of the design: filled for official acts, strokes for answers, hollow for unofficial claims. */
const MARKS: Partial<Record<EventKind, string>> = {
  advisory: 'advisory',
  indictment: 'indictment',
  conviction: 'indictment',
  sanction: 'sanction',
  'arrest-warrant': 'arrest',
  arrest: 'arrest',
  takedown: 'takedown',
  denial: 'denial',
  dispute: 'dispute',
  retraction: 'retraction',
  'vendor-report': 'vendor',
  'media-report': 'vendor',
  'self-claim': 'vendor',
};

function isOfficialMark(kind: EventKind): boolean {
  return MARKS[kind] !== 'vendor';
}

function whoText(speakers: string[], view: EntityView, event: AttributionEvent): string {
  if (speakers.length > 2)
    return `${speakers.length} ${speakers.every((name) => /^[A-Z]{2}$/.test(name) && name !== 'EU') ? 'countries' : 'governments'}`;
  if (!speakers.length) return 'Nobody officially';
  if (speakers.length === 2) return listNames(speakers.map((name) => nounName(name)));
  const [speaker] = speakers as [string];
  return view.labels[speaker]?.name ?? (event.by?.country ? countryName(speaker) : speaker);
}

/** "joint advisory", "support": what kind of act the row tells of. */
function whatText({ kind, by }: AttributionEvent, speakers: number): string {
  if (by?.mode === 'supports') return kind === 'statement' ? 'support' : `${EVENT_WORDS[kind]}, in support`;
  return by?.mode === 'joint' && speakers > 1 ? `joint ${EVENT_WORDS[kind]}` : EVENT_WORDS[kind];
}

function answerText(event: AttributionEvent, view: EntityView): string {
  const answered = view.events.filter((item) => event.answers?.includes(item.event.id as never));
  const accusers = [...new Set(answered.map((item) => speakerName(item.event)).filter(Boolean))];
  return accusers.length ? `To ${listNames(accusers.map(inSentence), 3)}` : '';
}

interface Claim {
  lead: string;
  certainty: string[];
  tail: string;
}

const NO_CLAIM: Claim = { lead: '', certainty: [], tail: '' };

function claimOf(events: AttributionEvent[], view: EntityView): Claim {
  const [event] = events;
  const about = aboutText(event!, view);
  const whom = [...new Set(events.map((one) => whomText(one, view)))].filter(Boolean).slice(0, 3).join(', ');
  const territory = event!.accused?.strength === 'from-territory' ? 'names a territory, not a state' : '';
  const tail = [personsText(events), companiesText(events, view), ...responsesText(events)];
  return {
    lead: [about, whom, territory].filter(Boolean).join('; '),
    certainty: [...new Set(events.flatMap((one) => one.confidence?.wording ?? []))],
    tail: tail.filter(Boolean).join('. '),
  };
}

function claimPhrases({ lead, certainty, tail }: Claim): Phrase[] {
  const phrases: Phrase[] = lead ? [{ text: lead }] : [];
  if (certainty.length)
    phrases.push({ text: lead ? ': ' : '' }, { text: certainty.slice(0, 2).join(', '), quote: true });
  if (tail) phrases.push({ text: `${phrases.length ? '. ' : ''}${tail}` });
  return phrases;
}

function aboutText(event: AttributionEvent, view: EntityView): string {
  const incidents = (event.incidents ?? [])
    .filter((id) => id !== view.entity.id)
    .flatMap((id) => view.labels[id] ?? []);
  if (!incidents.length) return '';
  const names = incidents.slice(0, 2).map((label) => label.short ?? label.name);
  return incidents.length > 2 ? `${names.join(', ')} and ${incidents.length - 2} more` : names.join(', ');
}

/** Who is accused, as far as the card's own heading does not say it. */
function whomText({ accused, by }: AttributionEvent, view: EntityView): string {
  if (!accused) return '';
  const { id } = view.entity;
  const labels = [accused.actor, accused.agency]
    .filter((other) => other && other !== id)
    .flatMap((other) => view.labels[other!] ?? []);
  const names = labels.map((label) => label.short ?? label.name);
  if (!names.length && accused.wording && accused.strength !== 'from-territory') return `“${accused.wording}”`;
  if (!names.length && accused.country && accused.country !== by?.country && view.label.kind !== 'agency')
    return countryName(accused.country);
  return names.join(', ');
}

function personsText(events: AttributionEvent[]): string {
  const persons = [
    ...new Map(events.flatMap((event) => event.accused?.persons ?? []).map((person) => [person.name, person])).values(),
  ];
  const standing = persons[0]?.standing;
  if (!standing) return '';
  if (persons.length > 2) return `${countWord(persons.length)} people ${standing}`;
  return `${listNames(persons.map((person) => person.name))} ${standing}`;
}

function companiesText(events: AttributionEvent[], view: EntityView): string {
  const ids = [...new Set(events.flatMap((event) => event.accused?.companies ?? []))].filter(
    (id) => id !== view.entity.id,
  );
  const names = ids.flatMap((id) => view.labels[id] ?? []).map((label) => label.short ?? label.name);
  return names.length > 3 ? plural(names.length, 'company', 'companies') : listNames(names);
}

const RESPONSES: Readonly<Record<string, string>> = {
  sanction: 'Sanctions',
  indictment: 'Charges',
  arrest: 'Arrests',
  expulsion: 'Diplomats expelled',
  summons: 'Envoy summoned',
  'diplomatic-break': 'Diplomatic relations broken off',
  'ambassador-recall': 'Ambassador recalled',
  takedown: 'Infrastructure taken down',
  seizure: 'Assets or domains seized',
  reward: 'Reward offered',
  advisory: 'Advisory issued',
  directive: 'Directive issued',
  'support-statement': 'Statement of support',
};

function responsesText(events: AttributionEvent[]): string[] {
  const texts = events.flatMap((event) =>
    (event.responses ?? []).map((response) => {
      const when = response.date !== event.date ? ` (${dateText(response.date)})` : '';
      return `${RESPONSES[response.kind] ?? response.kind}${when}`;
    }),
  );
  return [...new Set(texts)].slice(0, 3);
}
