import type { AttributionEvent } from '../model/event';
import type { Dataset, EntityId } from '../model/record';
import { entitiesOf } from './links';

/** Entity id → ids of the events that speak of it, and of answers to those, newest first. */
export function eventIndex(dataset: Dataset): Map<string, string[]> {
  const newestFirst = [...dataset.events].sort(
    (a, b) => (b.date ?? '').localeCompare(a.date ?? '') || a.id.localeCompare(b.id),
  );
  const events = new Map(dataset.events.map((event) => [event.id as string, event]));
  const speaksOf = new Map(
    dataset.events.map((event) => [event.id as string, new Set([...entitiesOf(event), ...answeredFor(event, events)])]),
  );
  const byEntity = new Map<string, string[]>();
  for (const event of newestFirst) {
    for (const id of speaksOf.get(event.id)!) byEntity.set(id, [...(byEntity.get(id) ?? []), event.id]);
  }
  return byEntity;
}

/** An answer belongs to the history of everything that the answered events accuse, through answers to answers. */
function answeredFor(
  event: AttributionEvent,
  events: ReadonlyMap<string, AttributionEvent>,
  seen = new Set<string>(),
): EntityId[] {
  return (event.answers ?? []).flatMap((id) => {
    const answered = events.get(id);
    if (!answered || seen.has(id)) return [];
    seen.add(id);
    const told = entitiesOf(answered).filter((entity) => !entity.startsWith('agency:') || isAccused(answered, entity));
    return [...told, ...answeredFor(answered, events, seen)];
  });
}

function isAccused({ accused }: AttributionEvent, agency: EntityId): boolean {
  return accused?.agency === agency || Boolean(accused?.companies?.some((company) => company === agency));
}
