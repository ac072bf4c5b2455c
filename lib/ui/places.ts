import { i18n } from '#i18n';
import { regionName } from './language/formats';

/** Places whose names in messages are other than those of `Intl`: blocs, and what readers call by initials. */
const FULL = ['EU', 'NATO', 'UN', 'CZ'] as const;
const SHORT = ['US', 'GB', 'EU', 'CZ', 'NL', 'PH', 'AE', 'NATO', 'UN'] as const;

/** A country or bloc in full, "United Kingdom"; an organisation's name is left as it is. */
export function placeName(code: string): string {
  if (isIn(FULL, code)) return i18n.t(`place.full.${code}`);
  return /^[A-Z]{2}$/.test(code) ? regionName(code) : code;
}

/** "the UK", as a sentence says it. */
export function inSentence(code: string): string {
  return isIn(SHORT, code) ? i18n.t(`place.sentence.${code}`) : placeName(code);
}

/** "UK", "Czech Republic": short, for a row. */
export function nounName(code: string): string {
  return isIn(SHORT, code) ? i18n.t(`place.short.${code}`) : placeName(code);
}

function isIn<T extends string>(list: readonly T[], code: string): code is T {
  return list.some((one) => one === code);
}
