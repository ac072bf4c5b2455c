import type { Excerpt } from '../model/excerpt';
import type { Incident } from '../model/incident';
import type { EntityId } from '../model/record';
import type { EntityView } from '../model/view';
import { type Period, periodOf } from './period';

/** An incident as a stretch of the axis. */
export interface Activity extends Period {
  id: EntityId;
  name: string;
  /** Whether the record says when it began and ended, or one date is all there is. */
  hasEnd: boolean;
}

/** Incidents that the history is about, with a date on file; the most spoken of first. */
export function activitiesOf(view: EntityView, { entities }: Excerpt): Activity[] {
  const told = new Map<string, number>([[view.entity.id, 1]]);
  for (const { event } of view.events) for (const id of event.incidents ?? []) told.set(id, (told.get(id) ?? 0) + 1);
  return entities
    .filter((entity): entity is Incident => 'kind' in entity && told.has(entity.id) && Boolean(entity.start))
    .sort((a, b) => told.get(b.id)! - told.get(a.id)! || a.start!.localeCompare(b.start!) || a.id.localeCompare(b.id))
    .map(({ id, name, shortName, start, end }) => {
      const began = periodOf(start!);
      return {
        id,
        name: shortName ?? name,
        from: began.from,
        to: end ? periodOf(end).to : began.to,
        hasEnd: Boolean(end),
      };
    });
}

/** A stretch with its place on the axis, px. */
export interface ActivityPlace extends Activity {
  row: number;
  x: number;
  width: number;
  /** Whether it began before, or went on after, what is shown. */
  isCut: { start: boolean; end: boolean };
  /** Whether its name ends with it, for want of room behind its start. */
  isLate: boolean;
}

const CHARACTER = 6.4;
const GAP = 14;

/** Packs stretches into as few rows as hold them and their names; those beyond `rows` are left out. */
export function placeActivities(
  activities: readonly Activity[],
  { from, to }: Period,
  width: number,
  rows: number,
): ActivityPlace[] {
  const scale = (at: number) => ((at - from) / (to - from)) * width;
  const taken: [number, number][][] = Array.from({ length: rows }, () => []);
  return activities.flatMap((activity) => {
    if (activity.to <= from || activity.from >= to) return [];
    const x = Math.max(0, scale(activity.from));
    const length = Math.max(6, Math.min(width, scale(activity.to)) - x);
    const label = activity.name.length * CHARACTER;
    const isLate = x + label > width;
    const start = isLate ? Math.min(x, x + length - label) : x;
    const end = (isLate ? x + length : Math.max(x + length, x + label)) + GAP;
    const row = taken.findIndex((line) => line.every(([a, b]) => end <= a || start >= b));
    if (row < 0) return [];
    taken[row]!.push([start, end]);
    return [
      { ...activity, row, x, width: length, isCut: { start: activity.from < from, end: activity.to > to }, isLate },
    ];
  });
}
