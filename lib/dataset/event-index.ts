import { byKey, each } from '../matching/in-steps';
import { ascending, sorted } from '../matching/sorted';
import type { Steps } from '../matching/steps';
import type { WideMap } from '../matching/wide-map';
import type { AttributionEvent } from '../model/event';
import type { Dataset, EntityId } from '../model/record';
import { entitiesOf } from './links';

/** Entity id → ids of the events that speak of it, and of answers to those, newest first. */
export function* eventIndex(dataset: Dataset): Steps<Map<string, string[]>> {
  const newestFirst = yield* sorted(
    dataset.events,
    (a, b) => ascending(b.date ?? '', a.date ?? '') || ascending(a.id, b.id),
  );
  const events = yield* byKey(dataset.events, ({ id }) => id);
  const byEntity = new Map<string, string[]>();
  yield* each(newestFirst, (event) => {
    for (const id of new Set([...entitiesOf(event), ...answeredFor(event, events)])) {
      const known = byEntity.get(id);
      if (known) known.push(event.id);
      else byEntity.set(id, [event.id]);
    }
  });
  return byEntity;
}

/** An answer belongs to the history of everything that the answered events accuse, through answers to answers. */
function answeredFor(event: AttributionEvent, events: WideMap<AttributionEvent>, seen = new Set<string>()): EntityId[] {
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
