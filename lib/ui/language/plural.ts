import { i18n } from '#i18n';
import { numberText, pluralCategory } from './formats';
import type { PluralKey, PluralValues } from './keys';

/**
 * A message that counts, in the form that the number takes in the language. `i18n.t` counts too, but knows
 * only one and many; Polish and Ukrainian have four forms.
 */
export function plural<K extends PluralKey>(
  key: K,
  count: number,
  ...[values]: PluralValues<K, string | number>
): string {
  return untyped(pluralKey(key, count), { count: numberText(count), ...values });
}

/** The key of the form that a number takes. */
export function pluralKey(key: PluralKey, count: number): string {
  return `${key}.${pluralCategory(count)}`;
}

/** For keys that are put together while the program runs; their parts are typed above. */
const untyped = i18n.t as (key: string, values: Record<string, string | number>) => string;
