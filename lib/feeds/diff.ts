import { fold } from '../matching/fold';
import type { Steps } from '../matching/steps';
import type { AttributionEvent } from '../model/event';
import type { CountryOrBloc } from '../model/primitives';
import { type Dataset, type Entity, type EntityKind, kindOf } from '../model/record';
import { sortedBy } from './sorted-by';

/** One line of a diff, ready to be worded. Names are the feed's text: shown as text, never as markup. */
export type Change =
  | { what: 'entity-added'; id: string; name: string; kind: EntityKind; aliases: number; shared: SharedName[] }
  | { what: 'entity-removed'; id: string; name: string; kind: EntityKind }
  | { what: 'entity-changed'; id: string; name: string; kind: EntityKind; fields: string[] }
  | { what: 'alias-added'; id: string; name: string; kind: EntityKind; alias: string; shared: SharedName[] }
  | { what: 'alias-removed'; id: string; name: string; kind: EntityKind; alias: string }
  | { what: 'alias-moved'; alias: string; from: string; to: string; kind: EntityKind }
  | { what: 'event-added'; id: string; event: EventLine }
  | { what: 'event-changed'; id: string; event: EventLine }
  | { what: 'event-withdrawn'; id: string; event: EventLine };

/** A name that several entities bear from now on, and who else does. */
export interface SharedName {
  name: string;
  with: string[];
}

export interface EventLine {
  date?: string;
  kind: AttributionEvent['kind'];
  /** Which country or bloc speaks, or the name of who else does. */
  country?: CountryOrBloc;
  by?: string;
  /** Names of what is spoken of. */
  about: string[];
}

export interface Diff {
  changes: Change[];
  counts: Partial<Record<Change['what'], number>>;
}

/** Records between two rests. */
const AT_A_TIME = 64;

/**
 * What the reader would see change, from one merged dataset to another. Deterministic: the order of records
 * in either does not show, and a dataset differs in nothing from itself.
 */
export function* diffDatasets(before: Dataset, after: Dataset): Steps<Diff> {
  const [old, fresh] = [entitiesById(before), entitiesById(after)];
  const unsorted: Change[] = [];
  const changed = yield* changedEntities(old, fresh);
  const gained = new Map<string, string[]>();
  for (const [, next] of changed) if (next) for (const name of namesOf(next)) gained.set(keyOf(next, name), []);
  yield* bearersIn(fresh, gained);
  const borneBefore = new Map([...gained.keys()].map((key): [string, string[]] => [key, []]));
  yield* bearersIn(old, borneBefore);
  const sharedNow = (entity: Entity, names: readonly string[]) =>
    names.flatMap((name): SharedName[] => {
      const key = keyOf(entity, name);
      const others = gained.get(key)!.filter((id) => id !== entity.id);
      const isNew = others.length > 0 && borneBefore.get(key)!.length < 2;
      return isNew ? [{ name, with: others.map((id) => fresh.get(id)!.name).sort() }] : [];
    });

  const lost: AliasChange[] = [];
  const won: AliasChange[] = [];
  for (const [i, [previous, next]] of changed.entries()) {
    if (i % AT_A_TIME === 0) yield;
    const entity = (next ?? previous)!;
    const about = { id: entity.id, name: entity.name, kind: kindOf(entity.id) };
    if (!previous) {
      const shared = sharedNow(entity, namesOf(entity));
      unsorted.push({ what: 'entity-added', ...about, aliases: entity.aliases.length, shared });
    } else if (!next) unsorted.push({ what: 'entity-removed', ...about });
    else {
      const fields = changedFields(previous, next);
      if (fields.length) unsorted.push({ what: 'entity-changed', ...about, fields });
    }
    const had = spellings(previous);
    const has = spellings(next);
    for (const [key, alias] of had) if (!has.has(key)) lost.push({ entity, alias, isWhole: !next });
    for (const [key, alias] of has) if (!had.has(key)) won.push({ entity, alias, isWhole: !previous });
  }
  unsorted.push(...aliasChanges(lost, won, sharedNow));
  unsorted.push(...(yield* eventChanges(before, after, old, fresh)));
  const changes = yield* sortedBy(unsorted, orderKey);
  const counts: Diff['counts'] = {};
  for (const { what } of changes) counts[what] = (counts[what] ?? 0) + 1;
  return { changes, counts };
}

interface AliasChange {
  entity: Entity;
  alias: string;
  /** The entity itself came or went; its names are part of that. */
  isWhole: boolean;
}

/** A name lost by one entity and won by another has moved; others came, or went. */
function aliasChanges(
  lost: readonly AliasChange[],
  won: readonly AliasChange[],
  sharedNow: (entity: Entity, names: readonly string[]) => SharedName[],
): Change[] {
  const from = new Map<string, AliasChange>();
  for (const change of lost) from.set(keyOf(change.entity, change.alias), change);
  const changes: Change[] = [];
  const moved = new Set<AliasChange>();
  for (const change of won) {
    const { entity, alias } = change;
    const kind = kindOf(entity.id);
    const origin = from.get(keyOf(entity, alias));
    if (origin && !moved.has(origin) && !(origin.isWhole && change.isWhole)) {
      moved.add(origin);
      changes.push({ what: 'alias-moved', alias, from: origin.entity.name, to: entity.name, kind });
    } else if (!change.isWhole) {
      const shared = sharedNow(entity, [alias]);
      changes.push({ what: 'alias-added', id: entity.id, name: entity.name, kind, alias, shared });
    }
  }
  for (const change of lost) {
    const { entity, alias, isWhole } = change;
    if (isWhole || moved.has(change)) continue;
    changes.push({ what: 'alias-removed', id: entity.id, name: entity.name, kind: kindOf(entity.id), alias });
  }
  return changes;
}

function* eventChanges(
  before: Dataset,
  after: Dataset,
  old: ReadonlyMap<string, Entity>,
  fresh: ReadonlyMap<string, Entity>,
): Steps<Change[]> {
  const was = new Map(before.events.map((event) => [event.id as string, event]));
  const is = new Map(after.events.map((event) => [event.id as string, event]));
  const nameOf = (id: string) => fresh.get(id)?.name ?? old.get(id)?.name ?? id;
  const changes: Change[] = [];
  let seen = 0;
  for (const id of new Set([...was.keys(), ...is.keys()])) {
    if (seen++ % AT_A_TIME === 0) yield;
    const [previous, next] = [was.get(id), is.get(id)];
    if (previous === next || (previous && next && sameFacts(previous, next))) continue;
    const what = !previous ? 'event-added' : !next ? 'event-withdrawn' : 'event-changed';
    changes.push({ what, id, event: lineOf((next ?? previous)!, nameOf) });
  }
  return changes;
}

function lineOf({ date, kind, by, accused, incidents }: AttributionEvent, nameOf: (id: string) => string): EventLine {
  const speaker = by?.country ? undefined : (by?.org ?? (by?.actor && nameOf(by.actor)));
  const about = [...(incidents ?? []), accused?.actor, accused?.agency].flatMap((id) => (id ? [nameOf(id)] : []));
  return {
    ...(date ? { date } : {}),
    kind,
    ...(by?.country ? { country: by.country } : {}),
    ...(speaker ? { by: speaker } : {}),
    about,
  };
}

/** Pairs [before, after] of what is not the same in both. */
function* changedEntities(
  old: ReadonlyMap<string, Entity>,
  fresh: ReadonlyMap<string, Entity>,
): Steps<[Entity | undefined, Entity | undefined][]> {
  const changed: [Entity | undefined, Entity | undefined][] = [];
  let seen = 0;
  for (const id of new Set([...old.keys(), ...fresh.keys()])) {
    if (seen++ % AT_A_TIME === 0) yield;
    const [previous, next] = [old.get(id), fresh.get(id)];
    if (previous === next || (previous && next && sameFacts(previous, next))) continue;
    changed.push([previous, next]);
  }
  return changed;
}

/** Adds to each key of `wanted` the ids of those that bear the name. */
function* bearersIn(entities: ReadonlyMap<string, Entity>, wanted: ReadonlyMap<string, string[]>): Steps<void> {
  if (!wanted.size) return;
  let seen = 0;
  for (const entity of entities.values()) {
    if (seen++ % AT_A_TIME === 0) yield;
    for (const key of spellings(entity).keys()) wanted.get(key)?.push(entity.id);
  }
}

/** Fields that differ, aliases and provenance aside: those have lines of their own, or say nothing to a reader. */
function changedFields(previous: Entity, next: Entity): string[] {
  const [a, b] = [previous as object as Record<string, unknown>, next as object as Record<string, unknown>];
  return [...new Set([...Object.keys(a), ...Object.keys(b)])]
    .filter((name) => !['$schema', 'aliases', 'prov', 'ext'].includes(name))
    .filter((name) => JSON.stringify(a[name]) !== JSON.stringify(b[name]))
    .sort();
}

function sameFacts(a: object, b: object): boolean {
  return JSON.stringify(withoutSchema(a)) === JSON.stringify(withoutSchema(b));
}

function withoutSchema({ $schema: _, ...facts }: { $schema?: unknown }): object {
  return facts;
}

function entitiesById(dataset: Dataset): Map<string, Entity> {
  const entities: Entity[] = [...dataset.actors, ...dataset.agencies, ...dataset.incidents];
  return new Map(entities.map((entity) => [entity.id, entity]));
}

function namesOf(entity: Entity): string[] {
  return [entity.name, ...entity.aliases.map(({ text }) => text)];
}

function spellings(entity: Entity | undefined): Map<string, string> {
  return new Map(entity ? namesOf(entity).map((name) => [keyOf(entity, name), name]) : []);
}

function keyOf(entity: Entity, name: string): string {
  return `${kindOf(entity.id)}|${fold(name)}`;
}

const ORDER: readonly Change['what'][] = [
  'entity-added',
  'entity-removed',
  'entity-changed',
  'alias-moved',
  'alias-added',
  'alias-removed',
  'event-withdrawn',
  'event-changed',
  'event-added',
];

function orderKey(change: Change): string {
  return `${ORDER.indexOf(change.what)}|${sortKey(change)}`;
}

function sortKey(change: Change): string {
  if (change.what === 'alias-moved') return `${change.alias}|${change.from}|${change.to}`;
  if ('event' in change) return `${change.event.date ?? ''}|${change.id}`;
  return `${change.name}|${'alias' in change ? change.alias : ''}|${change.id}`;
}
