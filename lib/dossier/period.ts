const DAY = 86_400_000;

/** A stretch of time, ms since 1970, end excluded. */
export interface Period {
  from: number;
  to: number;
}

/** All the time that a date of any precision may mean: a day, a month or a year. */
export function periodOf(date: string): Period {
  const [year, month, day] = date.split('-').map(Number) as [number, number?, number?];
  const from = Date.UTC(year, (month ?? 1) - 1, day ?? 1);
  if (day) return { from, to: from + DAY };
  return { from, to: month ? Date.UTC(year, month, 1) : Date.UTC(year + 1, 0, 1) };
}

/** The least period that holds all of these, `undefined` for none. */
export function spanOf(periods: readonly Period[]): Period | undefined {
  if (!periods.length) return undefined;
  return { from: Math.min(...periods.map(({ from }) => from)), to: Math.max(...periods.map(({ to }) => to)) };
}

/** Grown outwards to whole years. */
export function wholeYears({ from, to }: Period): Period {
  const first = new Date(from).getUTCFullYear();
  const last = new Date(to - 1).getUTCFullYear();
  return { from: Date.UTC(first, 0, 1), to: Date.UTC(last + 1, 0, 1) };
}
