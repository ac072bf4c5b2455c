import { dateFormat } from './language/formats';

/** A date at its own precision: "25 Mar 2024", "March 2024", "2024". */
export function dateText(date: string, month: 'short' | 'long' = 'short'): string {
  const { instant, hasMonth, hasDay } = instantOf(date);
  if (!hasMonth) return yearText(instant);
  return withoutYearSign(dateFormat({ year: 'numeric', month, ...(hasDay ? { day: 'numeric' } : {}) }).format(instant));
}

/** The same without its year, "25 Mar"; empty for a year. */
export function dayText(date: string): string {
  const { instant, hasMonth, hasDay } = instantOf(date);
  if (!hasMonth) return '';
  return dateFormat({ month: 'short', ...(hasDay ? { day: 'numeric' } : {}) }).format(instant);
}

/**
 * "March 2024" whatever the precision, for "since". Slavic languages inflect the month there, as they do beside a
 * day: "od marca 2024", where the month by itself is "marzec".
 */
export function monthText(date: string): string {
  const { instant, hasMonth } = instantOf(date);
  if (!hasMonth) return yearText(instant);
  const beside = dateFormat({ day: 'numeric', month: 'long' }).formatToParts(instant);
  const inflected = beside.find(({ type }) => type === 'month')!.value;
  const parts = dateFormat({ year: 'numeric', month: 'long' }).formatToParts(instant);
  return withoutYearSign(parts.map(({ type, value }) => (type === 'month' ? inflected : value)).join(''));
}

/** A date as "until" takes it, with its month inflected at any precision. */
export function inflectedDate(date: string): string {
  return date.length > 7 ? dateText(date, 'long') : monthText(date);
}

/** "2024", "2024年". */
function yearText(instant: Date): string {
  return withoutYearSign(dateFormat({ year: 'numeric' }).format(instant));
}

function instantOf(date: string): { instant: Date; hasMonth: boolean; hasDay: boolean } {
  const [year, month, day] = date.split('-');
  const instant = new Date(Date.UTC(Number(year), Number(month ?? 1) - 1, Number(day ?? 1)));
  return { instant, hasMonth: Boolean(month), hasDay: Boolean(day) };
}

/** Ukrainian dates end in "р." for "year", whose stop would end the sentence around them. */
function withoutYearSign(text: string): string {
  return text.replace(/\s?р\.$/u, '');
}
