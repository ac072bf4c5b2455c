import { fold } from '../matching/fold';
import { appendTo, byKey, each } from '../matching/in-steps';
import { sortedBy } from '../matching/sorted';
import type { Steps } from '../matching/steps';
import { WideMap } from '../matching/wide-map';
import type { AttributionEvent } from '../model/event';
import type { CountryOrBloc } from '../model/primitives';
import { type Dataset, type Entity, type EntityKind, kindOf } from '../model/record';

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

/**
 * What the reader would see change, from one merged dataset to another. Deterministic: the order of records
 * in either does not show, and a dataset differs in nothing from itself.
 */
export function* diffDatasets(before: Dataset, after: Dataset): Steps<Diff> {
  const [old, fresh] = [yield* entitiesById(before), yield* entitiesById(after)];
  const unsorted: Change[] = [];
  const changed = yield* differences(old, fresh);
  const gained = new WideMap<string[]>();
  yield* each(changed, ([, next]) => {
    if (next) for (const name of namesOf(next)) gained.set(keyOf(next, name), []);
  });
  yield* bearersIn(fresh, gained);
  const borneBefore = new WideMap<string[]>();
  yield* each(gained.keys(), (key) => borneBefore.set(key, []));
  yield* bearersIn(old, borneBefore);
  const sharedNow = (entity: Entity, names: readonly string[]) =>
    names.flatMap((name): SharedName[] => {
      const key = keyOf(entity, name);
      const bearers = gained.get(key)!;
      // The entity itself is one of them.
      if (bearers.length < 2 || borneBefore.get(key)!.length > 1) return [];
      const others = bearers.filter((id) => id !== entity.id);
      return [{ name, with: others.map((id) => fresh.get(id)!.name).sort() }];
    });

  const lost: AliasChange[] = [];
  const won: AliasChange[] = [];
  yield* each(changed, ([previous, next]) => {
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
    for (const [key, alias] of had) if (!has.has(key)) lost.push({ entity, key, alias, isWhole: !next });
    for (const [key, alias] of has) if (!had.has(key)) won.push({ entity, key, alias, isWhole: !previous });
  });
  yield* appendTo(unsorted, yield* aliasChanges(lost, won, sharedNow));
  yield* appendTo(unsorted, yield* eventChanges(before, after, old, fresh));
  const changes = yield* sortedBy(unsorted, orderKey);
  const counts: Diff['counts'] = {};
  yield* each(changes, ({ what }) => {
    counts[what] = (counts[what] ?? 0) + 1;
  });
  return { changes, counts };
}

interface AliasChange {
  entity: Entity;
  /** As `keyOf` makes it. */
  key: string;
  alias: string;
  /** The entity itself came or went; its names are part of that. */
  isWhole: boolean;
}

/** A name lost by one entity and won by another has moved; others came, or went. */
function* aliasChanges(
  lost: readonly AliasChange[],
  won: readonly AliasChange[],
  sharedNow: (entity: Entity, names: readonly string[]) => SharedName[],
): Steps<Change[]> {
  const from = new WideMap<AliasChange>();
  yield* each(lost, (change) => from.set(change.key, change));
  const changes: Change[] = [];
  const moved = new Set<AliasChange>();
  yield* each(won, (change) => {
    const { entity, key, alias } = change;
    const kind = kindOf(entity.id);
    const origin = from.get(key);
    if (origin && !moved.has(origin) && !(origin.isWhole && change.isWhole)) {
      moved.add(origin);
      changes.push({ what: 'alias-moved', alias, from: origin.entity.name, to: entity.name, kind });
    } else if (!change.isWhole) {
      const shared = sharedNow(entity, [alias]);
      changes.push({ what: 'alias-added', id: entity.id, name: entity.name, kind, alias, shared });
    }
  });
  yield* each(lost, (change) => {
    const { entity, alias, isWhole } = change;
    if (isWhole || moved.has(change)) return;
    changes.push({ what: 'alias-removed', id: entity.id, name: entity.name, kind: kindOf(entity.id), alias });
  });
  return changes;
}

function* eventChanges(before: Dataset, after: Dataset, old: WideMap<Entity>, fresh: WideMap<Entity>): Steps<Change[]> {
  const was = yield* byKey(before.events, ({ id }) => id);
  const is = yield* byKey(after.events, ({ id }) => id);
  const nameOf = (id: string) => fresh.get(id)?.name ?? old.get(id)?.name ?? id;
  const changes: Change[] = [];
  yield* each(yield* differences(was, is), ([previous, next]) => {
    const event = (next ?? previous)!;
    const what = !previous ? 'event-added' : !next ? 'event-withdrawn' : 'event-changed';
    changes.push({ what, id: event.id, event: lineOf(event, nameOf) });
  });
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

/** Pairs [before, after] of what is not the same in both, by id. */
function* differences<T extends object>(old: WideMap<T>, fresh: WideMap<T>): Steps<[T | undefined, T | undefined][]> {
  const different: [T | undefined, T | undefined][] = [];
  yield* each(old.entries(), ([id, previous]) => {
    const next = fresh.get(id);
    if (previous !== next && !(next && sameFacts(previous, next))) different.push([previous, next]);
  });
  yield* each(fresh.entries(), ([id, next]) => {
    if (!old.has(id)) different.push([undefined, next]);
  });
  return different;
}

/** Adds to each key of `wanted` the ids of those that bear the name. */
function* bearersIn(entities: WideMap<Entity>, wanted: WideMap<string[]>): Steps<void> {
  if (!wanted.size) return;
  yield* each(entities.values(), (entity) => {
    for (const name of namesOf(entity)) {
      const bearers = wanted.get(keyOf(entity, name));
      // Two of its names may be spelt alike.
      if (bearers && bearers.at(-1) !== entity.id) bearers.push(entity.id);
    }
  });
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

function entitiesById(dataset: Dataset): Steps<WideMap<Entity>> {
  return byKey<Entity>([...dataset.actors, ...dataset.agencies, ...dataset.incidents], ({ id }) => id);
}

function namesOf(entity: Entity): string[] {
  return [entity.name, ...entity.aliases.map(({ text }) => text)];
}

const NONE: ReadonlyMap<string, string> = new Map();

function spellings(entity: Entity | undefined): ReadonlyMap<string, string> {
  return entity ? new Map(namesOf(entity).map((name) => [keyOf(entity, name), name])) : NONE;
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
