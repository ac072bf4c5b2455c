import type { HistoryRow } from '../ui/history';

/** Kinds that a reader filters by, each with the mark that stands for it. */
export const GROUPS = [
  { id: 'statement', mark: 'statement' },
  { id: 'advisory', mark: 'advisory' },
  { id: 'indictment', mark: 'indictment' },
  { id: 'sanction', mark: 'sanction' },
  { id: 'arrest', mark: 'arrest' },
  { id: 'takedown', mark: 'takedown' },
  { id: 'vendor', mark: 'vendor' },
  { id: 'answer', mark: 'denial' },
] as const;
export type GroupId = (typeof GROUPS)[number]['id'];

const ANSWER_MARKS = ['denial', 'dispute', 'retraction'];

/** The group of a row, by the mark that it bears. */
export function groupOf({ mark }: HistoryRow): GroupId {
  if (ANSWER_MARKS.includes(mark)) return 'answer';
  return GROUPS.find((group) => group.mark === mark)?.id ?? 'statement';
}

export interface Filters {
  hidden: ReadonlySet<GroupId>;
  /** A speaker as on record, or `''` for anyone. */
  speaker: string;
  /** Only what names a state; answers stay. */
  stateNamed: boolean;
  /** Only what has been confirmed in its sources. */
  reviewed: boolean;
}

export const NO_FILTERS: Filters = { hidden: new Set(), speaker: '', stateNamed: false, reviewed: false };

export function passes(row: HistoryRow, { hidden, speaker, stateNamed, reviewed }: Filters): boolean {
  if (hidden.has(groupOf(row))) return false;
  if (speaker && !row.speakers.includes(speaker)) return false;
  if (reviewed && !row.isReviewed) return false;
  return !stateNamed || row.isAnswer || row.events.some(({ accused }) => accused?.strength.startsWith('state-'));
}
