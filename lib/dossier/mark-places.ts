import type { HistoryRow } from '../ui/history';
import { quoted } from '../ui/words';
import type { Lane } from './lanes';
import { type Period, periodOf } from './period';

/** A mark on its lane; px from the start of the axis. */
export interface MarkPlace {
  row: HistoryRow;
  x: number;
  /** How far the date's own uncertainty reaches from `start`; 0 for a day. */
  start: number;
  reach: number;
  /** Later rows for which there was no room beside it. */
  more: HistoryRow[];
  /** Official wording, where there is room to write it. */
  label?: { text: string; x: number; isBefore: boolean };
}

/** Room of a mark, and how far one may be moved from its date. px. */
const STEP = 15;
const MOST_SHIFT = 38;
/** Room of the count of marks that did not fit, px. */
const COUNT = 26;
/** Of the tool's sans at 12 px; wide enough for most fonts. */
const CHARACTER = 6.6;

/** Places the marks of one lane, oldest first, side by side where days are close; beyond that they are counted. */
export function placeMarks({ rows, speaker }: Lane, { from, to }: Period, width: number): MarkPlace[] {
  const scale = (at: number) => ((at - from) / (to - from)) * width;
  const places: MarkPlace[] = [];
  for (const row of rows) {
    const period = periodOf(row.date!);
    if (period.to <= from || period.from >= to) continue;
    const start = Math.max(0, scale(period.from));
    const reach = Math.min(width, scale(period.to)) - start;
    const last = places.at(-1);
    const x = last ? Math.max(start, endOf(last)) : start;
    if (last && x - start > MOST_SHIFT) last.more.push(row);
    else places.push({ row, x, start, reach: reach < 3 ? 0 : reach, more: [] });
  }
  return labelled(places, width, speaker);
}

function endOf({ x, more }: MarkPlace): number {
  return x + STEP + (more.length ? COUNT : 0);
}

/** Words go behind the run of marks that theirs is in, or before it where the axis ends; one to a run. */
function labelled(places: MarkPlace[], width: number, speaker: string | undefined): MarkPlace[] {
  let free = 0;
  let start = 0;
  while (start < places.length) {
    let end = start;
    while (places[end + 1] && places[end + 1]!.x <= endOf(places[end]!) + 1) end++;
    const run = places.slice(start, end + 1);
    const place = run.find(({ row }) => termOf(row, speaker));
    const edge = endOf(places[end]!);
    const next = places[end + 1]?.x ?? width;
    if (place) {
      const text = quoted(termOf(place.row, speaker) ?? '');
      const length = text.length * CHARACTER + 6;
      if (edge + length < next) place.label = { text, x: edge + 3, isBefore: false };
      else if (places[start]!.x - free > length) place.label = { text, x: places[start]!.x - 5, isBefore: true };
    }
    free = place?.label && !place.label.isBefore ? edge + place.label.text.length * CHARACTER : edge;
    start = end + 1;
  }
  return places;
}

/** The lane's own speaker's term; in a joint text each may have used another. */
function termOf({ certainty }: HistoryRow, speaker: string | undefined): string | undefined {
  return certainty.find(({ by }) => speaker === undefined || by.includes(speaker))?.term;
}
