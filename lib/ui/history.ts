import { i18n } from '#i18n';
import type { AttributionEvent, EventKind } from '../model/event';
import { ANSWER_KINDS } from '../model/event';
import { speakerName } from '../model/verdict';
import type { EntityView, EventView, SourceLink } from '../model/view';
import { keyPart } from './language/keys';
import { plural } from './language/plural';
import type { Phrase } from './language/template';
import { joined, listNames } from './lists';
import { matterOf, matterPhrases } from './matter-text';
import { inSentence, nounName, placeName } from './places';

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
  const matter = isAnswer ? { lead: answerText(event, view), certainty: [], tail: '' } : matterOf(events, view);
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
    claim: matterPhrases(matter),
    matter: joined([matter.lead, matter.tail], 'stop'),
    certainty: matter.certainty.map((term) => ({ term, by: speakersOf(term, events) })),
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
  if (speakers.length > 2) {
    const areCountries = speakers.every((name) => /^[A-Z]{2}$/.test(name) && name !== 'EU');
    return plural(areCountries ? 'history.countries' : 'history.governments', speakers.length);
  }
  if (!speakers.length) return i18n.t('history.nobody');
  if (speakers.length === 2) return listNames(speakers.map((name) => nounName(name)));
  const [speaker] = speakers as [string];
  return view.labels[speaker]?.name ?? (event.by?.country ? placeName(speaker) : speaker);
}

/** "joint advisory", "support": what kind of act the row tells of. */
function whatText({ kind: of, by }: AttributionEvent, speakers: number): string {
  const kind = i18n.t(`event.${keyPart(of)}`);
  if (by?.mode === 'supports')
    return of === 'statement' ? i18n.t('history.support') : i18n.t('history.inSupport', { kind });
  return by?.mode === 'joint' && speakers > 1 ? i18n.t('history.joint', { kind }) : kind;
}

function answerText(event: AttributionEvent, view: EntityView): string {
  const answered = view.events.filter((item) => event.answers?.includes(item.event.id as never));
  const accusers = [...new Set(answered.map((item) => speakerName(item.event)).filter(Boolean))];
  return accusers.length ? i18n.t('history.to', { who: listNames(accusers.map(inSentence), 3) }) : '';
}
