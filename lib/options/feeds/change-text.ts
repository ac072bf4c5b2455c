import { i18n } from '#i18n';
import type { Change, Diff, SharedName } from '../../feeds/diff';
import { dateText } from '../../ui/dates';
import { listText } from '../../ui/language/formats';
import { plural } from '../../ui/language/plural';
import { messageOf } from '../../ui/language/template';
import { nounName } from '../../ui/places';

const COUNTED = {
  'entity-added': 'feeds.count.entityAdded',
  'entity-removed': 'feeds.count.entityRemoved',
  'entity-changed': 'feeds.count.entityChanged',
  'alias-moved': 'feeds.count.aliasMoved',
  'alias-added': 'feeds.count.aliasAdded',
  'alias-removed': 'feeds.count.aliasRemoved',
  'event-withdrawn': 'feeds.count.eventWithdrawn',
  'event-changed': 'feeds.count.eventChanged',
  'event-added': 'feeds.count.eventAdded',
} as const satisfies Record<Change['what'], string>;

/** "4 new entities, 2 names moved and 1 attribution withdrawn"; empty where nothing changes. */
export function countsText(counts: Diff['counts']): string {
  const kinds = Object.keys(COUNTED) as Change['what'][];
  return listText(kinds.flatMap((what) => (counts[what] ? [plural(COUNTED[what], counts[what])] : [])));
}

export interface ChangeLine {
  sign: '+' | '−' | '→' | '~';
  name: string;
  note: string;
}

/** A change as a line of the list. Names are the feed's text. */
export function changeLine(change: Change): ChangeLine {
  switch (change.what) {
    case 'entity-added':
      return {
        sign: '+',
        name: change.name,
        note: listed(kind(change), others(change.aliases), ...shared(change.shared)),
      };
    case 'entity-removed':
      return { sign: '−', name: change.name, note: kind(change) };
    case 'entity-changed':
      return { sign: '~', name: change.name, note: fieldsText(change.fields) };
    case 'alias-added':
      return {
        sign: '+',
        name: change.alias,
        note: listed(i18n.t('feeds.change.nameOf', { name: change.name }), ...shared(change.shared)),
      };
    case 'alias-removed':
      return { sign: '−', name: change.alias, note: i18n.t('feeds.change.nameOf', { name: change.name }) };
    case 'alias-moved':
      return {
        sign: '→',
        name: change.alias,
        note: i18n.t('feeds.change.moved', { from: change.from, to: change.to }),
      };
    default:
      return eventLine(change);
  }
}

function eventLine(change: Extract<Change, { event: unknown }>): ChangeLine {
  const { date, by, country, about } = change.event;
  const sign = change.what === 'event-added' ? '+' : change.what === 'event-withdrawn' ? '−' : '~';
  const day = date && /^\d{4}(?:-\d\d){0,2}$/.test(date) ? dateText(date) : (date ?? '');
  const name = listed(about.slice(0, 3).join(' · '), day);
  return { sign, name, note: listed(i18n.t('feeds.change.attribution'), country ? nounName(country) : (by ?? '')) };
}

/** Fields by what a reader calls them; of one that this version does not know, its own name. */
function fieldsText(fields: readonly string[]): string {
  return i18n.t('feeds.change.fields', {
    fields: listText(fields.map((field) => messageOf(`feeds.field.${field}`) || field)),
  });
}

function kind({ kind }: { kind: 'actor' | 'agency' | 'incident' }): string {
  return i18n.t(`feeds.kind.${kind}`);
}

function others(aliases: number): string {
  return aliases ? plural('feeds.change.others', aliases) : '';
}

/** Names that are somebody else's too: pages have to tell whose from now on. */
function shared(names: readonly SharedName[]): string[] {
  return names
    .slice(0, 3)
    .map(({ name, with: bearers }) => i18n.t('feeds.change.shared', { name, others: listText(bearers.slice(0, 3)) }));
}

function listed(...parts: string[]): string {
  const said = parts.filter(Boolean);
  return said.length ? said.reduce((first, second) => i18n.t('join.semicolon', { first, second })) : '';
}
