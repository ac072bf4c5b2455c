import { countryName } from '../model/country';
import type { EventKind } from '../model/event';
import type { EntityKind } from '../model/record';
import type { EntityLabel } from '../model/view';

/** English words of the interface that more than one surface uses. Locales are a later matter. */
export const KIND_WORDS: Readonly<Record<EntityKind, { one: string; many: string; title: string }>> = {
  actor: { one: 'actor', many: 'actors', title: 'Actor' },
  agency: { one: 'agency', many: 'agencies', title: 'Agency' },
  incident: { one: 'incident', many: 'incidents', title: 'Incident' },
};

export const EVENT_WORDS: Readonly<Record<EventKind, string>> = {
  statement: 'statement',
  remark: 'remark',
  advisory: 'advisory',
  indictment: 'indictment',
  sanction: 'sanction',
  'arrest-warrant': 'arrest warrant',
  arrest: 'arrest',
  conviction: 'conviction',
  investigation: 'investigation',
  takedown: 'takedown',
  reward: 'reward',
  expulsion: 'expulsion',
  'vendor-report': 'vendor report',
  'media-report': 'press report',
  'self-claim': 'claim of its own',
  denial: 'denial',
  dispute: 'dispute',
  retraction: 'retraction',
  'no-official-attribution': 'no official attribution',
};

/** Names that sentences use, with their article; others come from `Intl`. */
const SENTENCE_NAMES: Readonly<Record<string, string>> = {
  US: 'the US',
  GB: 'the UK',
  EU: 'the EU',
  CZ: 'the Czech Republic',
  NL: 'the Netherlands',
  PH: 'the Philippines',
  AE: 'the UAE',
  NATO: 'NATO',
  UN: 'the UN',
};

/** "the UK", as a sentence says it. */
export function inSentence(code: string): string {
  return SENTENCE_NAMES[code] ?? countryName(code);
}

/** "UK", "Czech Republic": short, for a row. */
export function nounName(code: string): string {
  return inSentence(code).replace(/^the /, '');
}

/** "China’s", "the Netherlands’". */
export function possessive(name: string): string {
  return name.endsWith('s') ? `${name}’` : `${name}’s`;
}

/** Lists up to four by name, then counts: "the US, the UK and 3 others". */
export function listNames(names: readonly string[], most = 4): string {
  const shown = names.length > most ? [...names.slice(0, most - 1), `${names.length - most + 1} others`] : [...names];
  if (shown.length < 2) return shown.join('');
  return `${shown.slice(0, -1).join(', ')} and ${shown.at(-1)}`;
}

const NUMBERS = [
  'No',
  'One',
  'Two',
  'Three',
  'Four',
  'Five',
  'Six',
  'Seven',
  'Eight',
  'Nine',
  'Ten',
  'Eleven',
  'Twelve',
];

export function countWord(count: number): string {
  return NUMBERS[count] ?? String(count);
}

export function plural(count: number, one: string, many: string): string {
  return `${count.toLocaleString('en')} ${count === 1 ? one : many}`;
}

/** A date at its own precision: "25 Mar 2024", "March 2024", "2024". */
export function dateText(date: string, month: 'short' | 'long' = 'short'): string {
  const [year, monthNumber, day] = date.split('-');
  if (!monthNumber) return year!;
  const instant = new Date(Date.UTC(Number(year), Number(monthNumber) - 1, Number(day ?? 1)));
  return new Intl.DateTimeFormat('en-GB', {
    year: 'numeric',
    month,
    ...(day ? { day: 'numeric' } : {}),
    timeZone: 'UTC',
  }).format(instant);
}

/** "March 2024" whatever the precision, for "since". */
export function monthText(date: string): string {
  return dateText(date.slice(0, 7), 'long');
}

/** Names that tell namesakes apart: "NCSC (UK)". */
export function labelText(label: EntityLabel, withCountry: boolean): string {
  const name = label.short ?? label.name;
  if (!withCountry || !label.country) return name;
  return `${name} (${nounName(label.country)})`;
}

export function hostOf(url: string): string {
  return new URL(url).hostname.replace(/^www\./, '');
}
