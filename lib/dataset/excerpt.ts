import type { AttributionEvent } from '../model/event';
import type { Excerpt } from '../model/excerpt';
import type { Entity, EntityId } from '../model/record';
import { entitiesOf } from './links';
import type { RecordStore } from './record-store';
import { sourcesOf } from './references';

/** Gathers what is on file of these entities; ids that are not on file are left out. */
export function excerptOf(store: RecordStore, ids: readonly string[], title: string): Excerpt {
  const subjects = [...new Set(ids)].flatMap((id) => store.entity(id) ?? []);
  const events = eventsOf(store, subjects);
  const entities = new Map<string, Entity>(subjects.map((entity) => [entity.id, entity]));
  const neighbours = new Set<EntityId>([...subjects.flatMap(namedBy), ...events.flatMap(entitiesOf)]);
  // A set that grows while it is walked: parents of parents belong to it.
  for (const id of neighbours) {
    const entity = entities.get(id) ?? store.entity(id);
    if (!entity) continue;
    entities.set(id, entity);
    if ('parent' in entity && entity.parent) neighbours.add(entity.parent);
  }
  const others = [...entities.values()].slice(subjects.length).sort((a, b) => a.id.localeCompare(b.id));
  const cited = new Set([...subjects, ...events].flatMap(sourcesOf));
  for (const { responses } of events)
    for (const response of responses ?? []) for (const id of sourcesOf(response)) cited.add(id);
  return {
    title,
    subjects: subjects.map(({ id }) => id),
    entities: [...subjects, ...others],
    events,
    // A feed that came as a file has no address that anybody could cite.
    sources: [...cited].sort().flatMap((id) => {
      const source = store.source(id);
      return source?.url ? [source] : [];
    }),
    stamp: store.stamp,
  };
}

/** Events that speak of the subjects, and those that they answer: an answer alone tells nothing. */
function eventsOf(store: RecordStore, subjects: readonly Entity[]): AttributionEvent[] {
  const ids = new Set(subjects.flatMap(({ id }) => store.eventsOf(id)));
  const events: AttributionEvent[] = [];
  for (const id of ids) {
    const event = store.event(id);
    if (!event) continue;
    events.push(event);
    for (const answered of event.answers ?? []) ids.add(answered);
  }
  return events.sort((a, b) => (b.date ?? '').localeCompare(a.date ?? '') || a.id.localeCompare(b.id));
}

/** Entities that a record itself refers to. */
function namedBy(entity: Entity): EntityId[] {
  const ids = [
    ...('parent' in entity ? [entity.parent] : []),
    ...('origin' in entity ? [entity.origin?.agency] : []),
    ...('successor' in entity ? [entity.successor] : []),
    ...('partOf' in entity ? [entity.partOf] : []),
    ...('victims' in entity ? (entity.victims ?? []).map((victim) => victim.agency) : []),
  ];
  return ids.filter((id): id is EntityId => Boolean(id));
}
