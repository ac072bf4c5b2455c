import { each } from '../matching/in-steps';
import type { Steps } from '../matching/steps';
import type { AttributionEvent } from '../model/event';
import type { Dataset, EntityId } from '../model/record';

/** Entities that an event speaks of: who accuses, who is accused, for what. */
export function entitiesOf(event: AttributionEvent): EntityId[] {
  const { by, accused } = event;
  const ids = [
    ...(by?.agencies ?? []),
    by?.actor,
    accused?.agency,
    accused?.actor,
    ...(accused?.companies ?? []),
    ...(event.incidents ?? []),
  ];
  return [...new Set(ids.filter((id): id is EntityId => Boolean(id)))];
}

/**
 * Which entities the record ties together: parent and member, victim and incident, and the accused side
 * of one event. Accusers are not tied to what they accuse: the FBI names everyone.
 */
export function* linksOf(dataset: Dataset): Steps<Map<EntityId, Set<EntityId>>> {
  const links = new Map<EntityId, Set<EntityId>>();
  const tie = (a: EntityId | undefined, b: EntityId | undefined) => {
    if (!a || !b || a === b) return;
    links.set(a, (links.get(a) ?? new Set()).add(b));
    links.set(b, (links.get(b) ?? new Set()).add(a));
  };
  yield* each(dataset.actors, (actor) => {
    tie(actor.id, actor.parent);
    tie(actor.id, actor.origin?.agency);
  });
  yield* each(dataset.agencies, (agency) => {
    tie(agency.id, agency.parent);
    tie(agency.id, agency.successor);
  });
  yield* each(dataset.incidents, (incident) => {
    tie(incident.id, incident.partOf);
    for (const victim of incident.victims ?? []) tie(incident.id, victim.agency);
  });
  yield* each(dataset.events, ({ accused, incidents }) => {
    const accusedIds = [accused?.actor, accused?.agency, ...(accused?.companies ?? [])];
    for (const a of accusedIds) {
      for (const b of accusedIds) tie(a, b);
      for (const incident of incidents ?? []) tie(a, incident);
    }
  });
  return links;
}
