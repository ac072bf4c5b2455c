import { byKey } from '../matching/in-steps';
import type { Steps } from '../matching/steps';
import { type Dataset, type Entity, kindOf } from '../model/record';
import type { SearchEntry } from '../model/view';
import { labelOf } from './label';

function yearsOf(entity: Entity): string[] {
  if (!('victims' in entity || 'disclosed' in entity || 'start' in entity)) return [];
  const dates = [entity.start, entity.discovered, entity.disclosed].flatMap((date) => date ?? []);
  return [...new Set(dates.map((date) => date.slice(0, 4)))];
}

/** Makes of an entity its names, the words that readers add to them, and how much is on record of it. */
export function* searchEntryOf(
  dataset: Dataset,
  events: ReadonlyMap<string, string[]>,
): Steps<(entity: Entity) => SearchEntry> {
  const agencies = yield* byKey(dataset.agencies, ({ id }) => id);
  /** From a body up to its furthest parent; a feed's parents may go round in a circle. */
  const shortsFrom = (id: string | undefined): string[] => {
    const seen = new Map<string, string>();
    for (
      let agency = agencies.get(id ?? '');
      agency && !seen.has(agency.id);
      agency = agencies.get(agency.parent ?? '')
    )
      seen.set(agency.id, labelOf(agency).short ?? agency.name);
    return [...seen.values()];
  };
  return (entity) => {
    const { country, parent } = labelOf(entity);
    const origin = 'origin' in entity ? entity.origin?.agency : undefined;
    const beside = [...shortsFrom(origin), ...shortsFrom(parent), ...yearsOf(entity)];
    return {
      id: entity.id,
      kind: kindOf(entity.id),
      name: entity.name,
      aliases: entity.aliases.map((alias) => alias.text),
      ...(country ? { country } : {}),
      ...(entity.ext?.attack ? { code: entity.ext.attack } : {}),
      ...(beside.length ? { beside } : {}),
      events: events.get(entity.id)?.length ?? 0,
    };
  };
}
