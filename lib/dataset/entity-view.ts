import { FEED_SOURCE, feedSources, OWN_LIST } from '../model/feed-source';
import type { Entity, EntityId } from '../model/record';
import { type EntityLabel, type EntityView, type EventView, type FeedShare, sourceLink } from '../model/view';
import { entitiesOf } from './links';
import type { RecordStore } from './record-store';

/** Chips that a card can show without turning into a list. */
const MOST_RELATED = 12;

/** Gathers what a card shows of one entity; `undefined` for an id that is not on file. */
export function entityView(store: RecordStore, id: string): EntityView | undefined {
  const entity = store.entity(id);
  const label = store.label(id);
  if (!entity || !label) return undefined;
  const events = store.eventsOf(id).flatMap((eventId) => eventView(store, eventId) ?? []);
  const confusions = (('notToConfuse' in entity && entity.notToConfuse) || []).flatMap((other) => {
    const otherLabel = store.label(other);
    if (!otherLabel) return [];
    return [{ label: otherLabel, events: store.eventsOf(other).flatMap((eventId) => eventView(store, eventId) ?? []) }];
  });
  return {
    entity,
    label,
    events,
    related: related(store, id, events),
    labels: labelsFor(store, [...events, ...confusions.flatMap((confusion) => confusion.events)], label),
    confusions,
    ...feedShares(store, entity),
    stamp: store.stamp,
  };
}

/** Which feeds brought the entity, or names of it. */
function feedShares(store: RecordStore, entity: Entity): { feeds?: FeedShare[] } {
  const shares = new Map<string, FeedShare>();
  const shareOf = (id: string): FeedShare => {
    const { publisher = id, url } = store.source(id) ?? {};
    const isOwn = id === `${FEED_SOURCE}${OWN_LIST}`;
    const share = shares.get(id) ?? {
      feed: publisher,
      ...(url ? { url } : {}),
      ...(isOwn ? { isOwn } : {}),
      isWhole: false,
      names: [],
    };
    shares.set(id, share);
    return share;
  };
  for (const id of feedSources(entity)) shareOf(id).isWhole = true;
  for (const alias of entity.aliases) {
    for (const id of feedSources(alias)) {
      const share = shareOf(id);
      if (!share.isWhole) share.names.push(alias.text);
    }
  }
  return shares.size ? { feeds: [...shares.values()] } : {};
}

function eventView(store: RecordStore, id: string): EventView | undefined {
  const event = store.event(id);
  if (!event) return undefined;
  const sources = event.prov.flatMap(({ source }) => {
    const found = store.source(source);
    // A feed that came as a file has no page to open.
    return found?.url ? [sourceLink(found)] : [];
  });
  return { event, sources };
}

/** Ties of the record first, then whoever speaks in the events, by how often. */
function related(store: RecordStore, id: string, events: EventView[]): EntityLabel[] {
  const weight = new Map<string, number>();
  const count = (other: string, by: number) => weight.set(other, (weight.get(other) ?? 0) + by);
  for (const other of store.linksOf(id)) count(other, 100);
  for (const { event } of events) for (const other of entitiesOf(event)) count(other, 1);
  weight.delete(id);
  return [...weight]
    .sort(([a, x], [b, y]) => y - x || a.localeCompare(b))
    .slice(0, MOST_RELATED)
    .flatMap(([other]) => store.label(other) ?? []);
}

function labelsFor(store: RecordStore, events: EventView[], own: EntityLabel): Record<string, EntityLabel> {
  const ids = new Set<EntityId>([own.id]);
  for (const { event } of events) for (const id of entitiesOf(event)) ids.add(id);
  const labels: Record<string, EntityLabel> = {};
  const add = (id: EntityId) => {
    const label = store.label(id);
    if (!label || labels[id]) return;
    labels[id] = label;
    if (label.parent) add(label.parent);
  };
  for (const id of ids) add(id);
  return labels;
}
