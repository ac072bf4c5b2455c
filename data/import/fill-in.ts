import type { CollectionName, RecordOf } from '../../lib/dataset/schema';
import { fold } from '../../lib/matching/fold';
import type { Actor } from '../../lib/model/actor';
import type { Alias } from '../../lib/model/alias';
import type { Provenance } from '../../lib/model/primitives';
import type { WorkingSet } from './on-file';

type AnyRecord = RecordOf<CollectionName>;

/** What was filled in, in words, and what differs from the value on file. */
export interface Filled {
  notes: string[];
  questions: { field: string; question: string }[];
}

/**
 * Fields that may be filled where the file has none, and are asked about where it has another value: all but the
 * class of an actor, which upstreams give by rules of thumb.
 */
const FACTS = [
  'class',
  'origin',
  'country',
  'activeFrom',
  'activeTo',
  'start',
  'end',
  'discovered',
  'disclosed',
  'date',
  'kind',
];

/**
 * Adds to `record`, in place, what it lacks and `incoming` has: ids, aliases, facts, and the places that
 * bear them out. Of a reviewed event nothing changes; of other reviewed records, only ids, names and places
 * are added. A record that cites the row already was merged with it before, by hand or by an earlier run:
 * what was left out then stays out, and only ids are added.
 *
 * @param keeps whether a person decided that a field stays as it is.
 */
export function fillIn(
  record: AnyRecord,
  incoming: AnyRecord,
  file: WorkingSet,
  keeps: (field: string) => boolean,
): Filled {
  const filled: Filled = { notes: [], questions: [] };
  const isReviewed = 'review' in record && record.review.state === 'reviewed';
  const isKnown = citesAll(record, incoming);
  fillFacts(record as never, incoming as never, (field) => keeps(field) || isReviewed || isKnown, filled);
  if (isReviewed && record.id.startsWith('event:')) return filled;
  if ('ext' in incoming && incoming.ext) fillExt(record as Actor, incoming.ext, filled);
  if ('aliases' in record && 'aliases' in incoming && !isKnown) fillAliases(record, incoming, file, filled);
  if ('prov' in record && 'prov' in incoming && !keeps('prov')) {
    const missing = incoming.prov.filter((place) => !record.prov.some((known) => isSamePlace(known, place)));
    record.prov.push(...(missing as Provenance[]));
    if (missing.length) filled.notes.push(`source ${missing.map((place) => place.locator ?? place.source).join(', ')}`);
  }
  return filled;
}

function fillFacts(
  record: Record<string, unknown>,
  incoming: Record<string, unknown>,
  isClosed: (field: string) => boolean,
  filled: Filled,
): void {
  for (const field of FACTS) {
    const theirs = incoming[field];
    const ours = record[field] === 'unknown' ? undefined : record[field];
    if (theirs === undefined || theirs === 'unknown') continue;
    if (ours === undefined) {
      if (isClosed(field)) continue;
      record[field] = theirs;
      filled.notes.push(`${field} ${show(theirs)}`);
    } else if (field !== 'class' && !agrees(ours, theirs)) {
      filled.questions.push({ field, question: `on file ${show(ours)}, upstream ${show(theirs)}` });
    }
  }
}

/** A more precise date agrees with a coarser one; an origin with an agency agrees with its country. */
function agrees(ours: unknown, theirs: unknown): boolean {
  if (typeof ours === 'string' && typeof theirs === 'string' && /^\d{4}/.test(ours)) {
    const shared = Math.min(ours.length, theirs.length);
    return ours.slice(0, shared) === theirs.slice(0, shared);
  }
  return show(ours) === show(theirs);
}

function show(value: unknown): string {
  if (value && typeof value === 'object' && 'country' in value) return String(value.country);
  return typeof value === 'string' ? value : JSON.stringify(value);
}

function fillExt(record: Actor, ext: NonNullable<Actor['ext']>, filled: Filled): void {
  const missing = Object.entries(ext).filter(([upstream]) => !record.ext?.[upstream as keyof typeof ext]);
  if (!missing.length) return;
  record.ext = { ...record.ext, ...Object.fromEntries(missing) };
  filled.notes.push(missing.map(([upstream, id]) => `${upstream} id ${id}`).join(', '));
}

type Named = { id: string; name: string; aliases: Alias[]; parent?: string };

/** Adds missing names, but never one that belongs to a parent or a member, or to an agency. */
function fillAliases(record: Named & AnyRecord, incoming: Named & AnyRecord, file: WorkingSet, filled: Filled): void {
  const known = new Set([record.name, ...record.aliases.map((alias) => alias.text)].map(fold));
  for (const alias of incoming.aliases) {
    if (known.has(fold(alias.text)) || belongsToFamily(record, alias.text, file)) continue;
    known.add(fold(alias.text));
    record.aliases.push(alias);
    filled.notes.push(`alias ${alias.text}`);
  }
}

function citesAll(record: AnyRecord, incoming: AnyRecord): boolean {
  if (!('prov' in record) || !('prov' in incoming)) return false;
  return incoming.prov.every((place) => record.prov.some((known) => isSamePlace(known, place)));
}

function belongsToFamily(record: Named, name: string, file: WorkingSet): boolean {
  if (!record.id.startsWith('actor:')) return false;
  return file.byName('actor', name).some((id) => {
    const other = file.get('actors', id);
    return other?.parent === record.id || record.parent === id || (record.parent && other?.parent === record.parent);
  });
}

function isSamePlace(a: Provenance, b: Provenance): boolean {
  return a.source === b.source && a.locator === b.locator;
}
