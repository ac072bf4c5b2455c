import type { ClassOverride } from '../../dataset/overrides';
import { fold } from '../../matching/fold';
import { appendTo, each, mapped } from '../../matching/in-steps';
import { sortedBy } from '../../matching/sorted';
import type { Steps } from '../../matching/steps';
import { WideMap } from '../../matching/wide-map';
import type { Alias } from '../../model/alias';
import { type Dataset, type Entity, type EntityKind, kindOf } from '../../model/record';
import type { Source } from '../../model/source';
import { type FeedContent, sourceIdOf } from '../content';
import { latinTwin } from '../names/lookalikes';
import { FeedRefused } from '../refused';
import { EntityIndex } from './entity-index';
import { mergeEvents } from './merge-events';
import { settleNames } from './name-claims';
import { type Resolve, relink } from './relink';

/** A feed that is switched on, with what it says. */
export interface FeedToMerge {
  id: string;
  name: string;
  /** Absent for a file. */
  url?: string;
  licence?: string;
  content: FeedContent;
}

/** What a feed does to the dataset. */
export interface FeedTally {
  /** Entities that only it brings. */
  added: number;
  /** Entities of core, or of a feed before it, that it names anew. */
  extended: number;
  aliases: number;
  events: number;
}

export interface Merged {
  dataset: Dataset;
  /** Corrections to the classes of names, before those of core: which claims don't count on pages. */
  overrides: ClassOverride[];
  tallies: Record<string, FeedTally>;
}

/** Records between two rests. */
const AT_A_TIME = 64;

/**
 * Adds feeds to core. A reader's own lists come first, then the others by id, so that the result depends on
 * which feeds are on, and on nothing else. Core's records keep every field; feeds add aliases, entities,
 * events and sources, each with the feed in its provenance.
 *
 * @throws FeedRefused `name-lookalike` where a name passes for one of core's in another alphabet.
 */
export function* mergeFeeds(core: Dataset, feeds: readonly FeedToMerge[]): Steps<Merged> {
  const index = new EntityIndex();
  const coreEntities: Entity[] = [...core.actors, ...core.agencies, ...core.incidents];
  yield* each(coreEntities, (entity) => index.add(entity, [], true));
  const coreIds = new Set<string>(coreEntities.map(({ id }) => id));
  const events = [...core.events];
  const sources = new Map<string, Source>(core.sources.map((source) => [source.id, source]));
  const ownNames = new WideMap<string>();
  const tallies: Record<string, FeedTally> = {};
  for (const feed of [...feeds].sort(byPrecedence)) {
    const tally: FeedTally = { added: 0, extended: 0, aliases: 0, events: 0 };
    tallies[feed.id] = tally;
    const ids = yield* mergeEntities(feed, index, coreIds, ownNames, tally);
    const resolve: Resolve = (id) => ids.get(id) ?? (index.get(id) ? id : undefined);
    const added = yield* mergeEvents(feed.content, events, resolve, core.events.length);
    yield* appendTo(events, added);
    tally.events = added.length;
    const used = new Set<string>();
    yield* each(added, ({ prov }) => {
      for (const { source } of prov) used.add(source);
    });
    yield* each(feed.content.records.sources, (source) => {
      if (used.has(source.id) && !sources.has(source.id)) sources.set(source.id, source);
    });
    if (tally.added || tally.extended || tally.events) sources.set(sourceIdOf(feed), sourceOf(feed));
  }
  const entities = yield* mapped(index.all(), (entity) => entity);
  const overrides = feeds.length ? yield* settleNames(entities, coreIds, ownNames) : [];
  const [actors, agencies, incidents]: [Dataset['actors'], Dataset['agencies'], Dataset['incidents']] = [[], [], []];
  const ofKind: Record<EntityKind, Entity[]> = { actor: actors, agency: agencies, incident: incidents };
  yield* each(entities, (entity) => ofKind[kindOf(entity.id)].push(entity));
  const allSources = yield* mapped(sources.values(), (source) => source);
  return { dataset: { actors, agencies, incidents, events, sources: allSources }, overrides, tallies };
}

function byPrecedence(a: FeedToMerge, b: FeedToMerge): number {
  const isOwn = (feed: FeedToMerge) => Number(feed.content.format === 'watch-list');
  return isOwn(b) - isOwn(a) || (a.id < b.id ? -1 : 1);
}

/** Returns, by the feed's ids, the ids that its entities have in the result; those left aside are absent. */
function* mergeEntities(
  feed: FeedToMerge,
  index: EntityIndex,
  coreIds: ReadonlySet<string>,
  ownNames: WideMap<string>,
  tally: FeedTally,
): Steps<WideMap<string>> {
  const { records, keys } = feed.content;
  const all: Entity[] = [...records.actors, ...records.agencies, ...records.incidents];
  const entities = yield* sortedBy(all, ({ id }) => id);
  const isOwn = feed.content.format === 'watch-list';
  const ids = new WideMap<string>();
  const fresh: Entity[] = [];
  // First all are compared with what was there before the feed, so that the order of its rows changes nothing.
  for (const [i, entity] of entities.entries()) {
    if (i % AT_A_TIME === 0) yield;
    refuseTwins(entity, index);
    const known = index.identify(entity, keys[entity.id] ?? []);
    if (known === 'several' || (isOwn && known === undefined && index.isBorne(entity.name))) continue;
    ids.set(entity.id, known ?? entity.id);
    if (known === undefined) fresh.push(entity);
  }
  for (const [i, entity] of entities.entries()) {
    if (i % AT_A_TIME === 0) yield;
    const target = ids.get(entity.id);
    if (target === undefined) continue;
    // What the reader only lists by a name that is on file is found as it is; what they assign is theirs to assign.
    if (isOwn && target === entity.id) for (const name of namesOf(entity)) ownNames.set(fold(name), target);
    const known = index.get(target);
    if (!known) continue;
    index.addKeys(target, keys[entity.id] ?? []);
    const added = newAliases(entity, known, index, coreIds.has(target) && !isOwn);
    if (!added.length) continue;
    index.replace({ ...known, aliases: [...known.aliases, ...added] } as Entity);
    tally.extended++;
    tally.aliases += added.length;
  }
  for (const [i, entity] of fresh.entries()) {
    if (i % AT_A_TIME === 0) yield;
    index.add(
      relink(entity, (id) => ids.get(id) ?? (index.get(id) ? id : undefined)),
      keys[entity.id] ?? [],
      false,
    );
    tally.added++;
  }
  return ids;
}

/** Names that the entity gets from the feed: none that it has, and, where core decides, none that core gives to another. */
function newAliases(entity: Entity, known: Entity, index: EntityIndex, coreDecides: boolean): Alias[] {
  const seen = new Set([known.name, ...known.aliases.map(({ text }) => text)].map(fold));
  const offered: Alias[] = [{ text: entity.name, relation: 'exact' }, ...entity.aliases];
  const added: Alias[] = [];
  for (const alias of offered) {
    const spelling = fold(alias.text);
    if (seen.has(spelling)) continue;
    seen.add(spelling);
    if (coreDecides && index.bearersOf(kindOf(known.id), alias.text).some(({ id }) => id !== known.id)) continue;
    added.push({ ...alias, prov: entity.prov });
  }
  return added;
}

/** A name in another alphabet that prints like one of core's would be taken for it. */
function refuseTwins(entity: Entity, index: EntityIndex): void {
  for (const name of namesOf(entity)) {
    const twin = latinTwin(name);
    if (twin && index.bearersOf(kindOf(entity.id), twin).length) throw new FeedRefused('name-lookalike', { name });
  }
}

function namesOf(entity: Entity): string[] {
  return [entity.name, ...entity.aliases.map(({ text }) => text)];
}

/** The record that stands for the feed itself, and that its facts name as their source. */
function sourceOf(feed: FeedToMerge): Source {
  return {
    $schema: '../schema/source.schema.json',
    id: sourceIdOf(feed),
    kind: 'dataset',
    publisher: feed.name,
    // A file has no address: nothing is linked then.
    url: feed.url ?? '',
    licence: { spdx: feed.licence ?? 'NOASSERTION', use: 'facts-only' },
    ...(feed.content.version ? { version: feed.content.version } : {}),
    urlStatus: 'listed',
  };
}
