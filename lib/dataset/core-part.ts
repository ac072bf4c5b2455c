import type { Alias } from '../model/alias';
import { isFromFeed } from '../model/feed-source';
import type { Provenance } from '../model/primitives';
import type { Dataset } from '../model/record';

/**
 * The dataset without what feeds brought. How prose speaks (victims, programs, roles, words that tell) is read
 * off this part alone: no feed may unmark, or make uncertain, what core knows.
 */
export function corePart(dataset: Dataset): Dataset {
  return {
    ...dataset,
    actors: ofCore(dataset.actors),
    agencies: ofCore(dataset.agencies),
    incidents: ofCore(dataset.incidents),
  };
}

function ofCore<T extends { aliases: Alias[]; prov: Provenance[] }>(entities: readonly T[]): T[] {
  return entities
    .filter((entity) => !isFromFeed(entity))
    .map((entity) =>
      entity.aliases.some(isFromFeed)
        ? { ...entity, aliases: entity.aliases.filter((alias) => !isFromFeed(alias)) }
        : entity,
    );
}
