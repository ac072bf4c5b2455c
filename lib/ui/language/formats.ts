import { language } from './language';

const MEBIBYTE = 1 << 20;

/** `Intl` objects are slow to make and the same for a whole page. */
const made = new Map<string, unknown>();

function once<T>(what: string, make: (locale: string) => T): T {
  const locale = language();
  const key = `${locale} ${what}`;
  if (!made.has(key)) made.set(key, make(locale));
  return made.get(key) as T;
}

/** "12,345". */
export function numberText(value: number, digits = 0): string {
  return once(
    `number ${digits}`,
    (locale) => new Intl.NumberFormat(locale, { minimumFractionDigits: digits, maximumFractionDigits: digits }),
  ).format(value);
}

/** "64 MB", as browsers count them; small sizes as "350 bytes". */
export function sizeText(bytes: number): string {
  const isLarge = bytes >= MEBIBYTE;
  const format = once(
    `size ${isLarge}`,
    (locale) =>
      new Intl.NumberFormat(locale, {
        style: 'unit',
        unit: isLarge ? 'megabyte' : 'byte',
        unitDisplay: isLarge ? 'short' : 'long',
        maximumFractionDigits: 0,
      }),
  );
  return format.format(isLarge ? bytes / MEBIBYTE : bytes);
}

/** "a, b and c", all of them. */
export function listText(items: readonly string[]): string {
  return once('list', (locale) => new Intl.ListFormat(locale, { type: 'conjunction' })).format(items);
}

/** In UTC, as records are dated. */
export function dateFormat(style: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  return once(JSON.stringify(style), (locale) => new Intl.DateTimeFormat(locale, { ...style, timeZone: 'UTC' }));
}

/** The name of a country by its two letters. */
export function regionName(code: string): string {
  return once('regions', (locale) => new Intl.DisplayNames(locale, { type: 'region' })).of(code) ?? code;
}

/** The form of a plural message that a number takes. */
export function pluralCategory(count: number): Intl.LDMLPluralRule {
  return once('plurals', (locale) => new Intl.PluralRules(locale)).select(count);
}

/** Puts names into the order of the language. */
export function compareNames(a: string, b: string): number {
  return once('names', (locale) => new Intl.Collator(locale)).compare(a, b);
}
