/**
 * Dates of upstreams that write a day where only a month or a year is known. A first of January, or a first of
 * any month, is taken for a placeholder unless the place where it was found repeats the full day: too coarse a
 * date is still true.
 *
 * @param seenIn ids or addresses that may repeat the day, `treasury/2023-11-01_…`.
 * @returns `2018`, `2018-03` or `2018-03-14`; undefined for what is no date.
 */
export function honestDate(written: string | null | undefined, ...seenIn: string[]): string | undefined {
  const date = /^\d{4}(-\d{2}(-\d{2})?)?$/.exec(written ?? '')?.[0];
  if (!date || seenIn.some((text) => text.includes(date))) return date;
  if (/^\d{4}-01-01$/.test(date))
    return seenIn.some((text) => text.includes(date.slice(0, 7))) ? date.slice(0, 7) : date.slice(0, 4);
  return date.endsWith('-01') && date.length === 10 ? date.slice(0, 7) : date;
}

/** The same for the end of a period, where the last day of a year or month is the placeholder. */
export function honestEnd(written: string | null | undefined): string | undefined {
  const date = honestDate(written);
  if (date?.length !== 10) return date;
  if (date.endsWith('-12-31')) return date.slice(0, 4);
  const next = new Date(`${date}T00:00:00Z`);
  next.setUTCDate(next.getUTCDate() + 1);
  return next.getUTCDate() === 1 ? date.slice(0, 7) : date;
}

/** Days between two dates; 0 where they may be the same day, endless where that cannot be told. */
export function daysApart(a: string, b: string): number {
  const shared = Math.min(a.length, b.length);
  if (a.slice(0, shared) === b.slice(0, shared)) return 0;
  return shared < 10 ? Number.POSITIVE_INFINITY : Math.abs(Date.parse(a) - Date.parse(b)) / 86_400_000;
}
