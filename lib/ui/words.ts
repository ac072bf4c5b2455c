import { i18n } from '#i18n';
import type { EntityLabel } from '../model/view';
import { language } from './language/language';
import { nounName } from './places';

/** Whether an English genitive takes no second s: "the Netherlands’". Other languages have one form for both. */
export function genitive(name: string): 'plain' | 'sibilant' {
  return name.endsWith('s') ? 'sibilant' : 'plain';
}

/** "Seven", where the language begins a sentence with words for small numbers. */
export function countWord(count: number): string {
  return i18n.t('numberWords').split(' ')[count] ?? String(count);
}

/** Official or written wording in the marks of the language: “almost certain”. */
export function quoted(text: string): string {
  return i18n.t('quote', { text });
}

/** With a capital, as sentences and cells begin. */
export function capital(text: string): string {
  return text.charAt(0).toLocaleUpperCase(language()) + text.slice(1);
}

/** Names that tell namesakes apart: "NCSC (UK)". */
export function labelText(label: EntityLabel, withCountry: boolean): string {
  const name = label.short ?? label.name;
  if (!withCountry || !label.country) return name;
  return i18n.t('place.named', { name, place: nounName(label.country) });
}

export function hostOf(url: string): string {
  return new URL(url).hostname.replace(/^www\./, '');
}
