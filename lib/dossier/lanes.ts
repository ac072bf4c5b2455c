import { i18n } from '#i18n';
import type { EntityView } from '../model/view';
import type { HistoryRow } from '../ui/history';
import { placeName } from '../ui/places';
import { groupOf } from './filters';

/** One line of the axis: the acts of one accuser, or the answers of one party. */
export interface Lane {
  key: string;
  title: string;
  rows: HistoryRow[];
  isAnswer: boolean;
  /** Who speaks in all of it, where that is one. */
  speaker?: string;
}

/** Lanes of governments before the rest share one. */
const MOST_LANES = 9;

/**
 * Rows by who speaks, in the order in which they first spoke, so that the marks fall as a stair; companies and
 * press share a lane, answers come last. Of a body that mostly speaks itself, by whom it speaks of.
 */
export function lanesOf(rows: readonly HistoryRow[], view: EntityView): Lane[] {
  const isSpeaker = speaksItself(rows, view);
  const lanes = new Map<string, Lane>();
  for (const row of [...rows].sort((a, b) => (a.date ?? '').localeCompare(b.date ?? ''))) {
    if (!row.date) continue;
    for (const { key, title, speaker } of isSpeaker && !row.isAnswer ? accusedIn(row, view) : speakersIn(row, view)) {
      const lane = lanes.get(key) ?? { key, title, rows: [], isAnswer: row.isAnswer, speaker };
      lanes.set(key, lane);
      lane.rows.push(row);
    }
  }
  const all = [...lanes.values()];
  const official = shared(
    all.filter(({ key }) => key.startsWith('by:')),
    'moreGovernments',
  );
  const answers = shared(
    all.filter(({ isAnswer }) => isAnswer),
    'moreDenials',
  );
  return [...official, ...all.filter(({ key }) => key === 'unofficial'), ...answers];
}

type LaneName = Pick<Lane, 'key' | 'title' | 'speaker'>;

function speakersIn(row: HistoryRow, view: EntityView): LaneName[] {
  if (groupOf(row) === 'vendor') return [{ key: 'unofficial', title: i18n.t('dossier.lane.unofficial') }];
  const names = row.speakers.length ? row.speakers : [''];
  return names.map((speaker) => {
    const name = view.labels[speaker]?.name ?? (speaker ? placeName(speaker) : i18n.t('history.nobody'));
    return row.isAnswer
      ? { key: `answer:${speaker}`, title: i18n.t('dossier.lane.answers', { name }), speaker }
      : { key: `by:${speaker}`, title: name, speaker };
  });
}

function accusedIn(row: HistoryRow, view: EntityView): LaneName[] {
  const names = row.events.map(({ accused }) => {
    if (accused?.country) return placeName(accused.country);
    return (accused?.actor && view.labels[accused.actor]?.name) || i18n.t('dossier.lane.noState');
  });
  return [...new Set(names)].map((name) => ({ key: `by:${name}`, title: i18n.t('dossier.lane.of', { name }) }));
}

/** Whether most of the history is what this body says of others. */
function speaksItself(rows: readonly HistoryRow[], { entity, label }: EntityView): boolean {
  if (label.kind !== 'agency') return false;
  const spoken = rows.filter(({ events }) => events.some(({ by }) => by?.agencies?.some((id) => id === entity.id)));
  return spoken.length > rows.length / 2;
}

/** The busiest lanes stay, in their order; the rest share one. */
function shared(lanes: Lane[], title: 'moreGovernments' | 'moreDenials'): Lane[] {
  if (lanes.length <= MOST_LANES) return lanes;
  const busiest = new Set([...lanes].sort((a, b) => b.rows.length - a.rows.length).slice(0, MOST_LANES - 1));
  const rest = lanes.filter((lane) => !busiest.has(lane));
  // A joint row stands once in the lane that its speakers share.
  const rows = [...new Set(rest.flatMap((lane) => lane.rows))].sort((a, b) => a.date!.localeCompare(b.date!));
  return [
    ...lanes.filter((lane) => busiest.has(lane)),
    {
      key: `rest:${title}`,
      title: i18n.t(`dossier.lane.${title}`, { count: rest.length }),
      rows,
      isAnswer: lanes[0]!.isAnswer,
    },
  ];
}
