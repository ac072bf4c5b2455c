import { utcTickInterval, utcYear } from 'd3-time';
import { dateFormat } from '../ui/language/formats';
import type { Period } from './period';

/** Shortest stretch that can be zoomed to: about a fortnight, ms. */
const SHORTEST = 14 * 86_400_000;

/** Zooms by a factor (below 1: closer) around a point of time, and stays within `whole`. */
export function zoomed(window: Period, factor: number, around: number, whole: Period): Period {
  const length = Math.min(whole.to - whole.from, Math.max(SHORTEST, (window.to - window.from) * factor));
  const share = (around - window.from) / (window.to - window.from);
  return within({ from: around - share * length, to: around + (1 - share) * length }, whole);
}

/** Moves by a part of its own length; at the ends of `whole` it stops. */
export function moved(window: Period, part: number, whole: Period): Period {
  const by = (window.to - window.from) * part;
  return within({ from: window.from + by, to: window.to + by }, whole);
}

function within({ from, to }: Period, whole: Period): Period {
  const length = Math.min(to - from, whole.to - whole.from);
  const start = Math.min(Math.max(from, whole.from), whole.to - length);
  return { from: start, to: start + length };
}

export interface Tick {
  at: number;
  label: string;
  isYear: boolean;
}

/** Ticks at round points of time, about `count` of them; the first of each year bears its number. */
export function ticksOf({ from, to }: Period, count: number): Tick[] {
  // A tick each two, five or ten years, or each year, quarter, month, week or day: as d3 picks it.
  const interval = utcTickInterval(new Date(from), new Date(to), count) ?? utcYear;
  return interval.range(new Date(from), new Date(to)).map((date) => {
    const isYear = date.getUTCMonth() === 0 && date.getUTCDate() === 1;
    return { at: date.getTime(), label: isYear ? String(date.getUTCFullYear()) : tickLabel(date), isYear };
  });
}

function tickLabel(date: Date): string {
  const isMonth = date.getUTCDate() === 1;
  const style = isMonth ? ({ month: 'short' } as const) : ({ day: 'numeric', month: 'short' } as const);
  return dateFormat(style).format(date);
}
