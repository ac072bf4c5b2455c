import { each } from '../matching/in-steps';
import type { Steps } from '../matching/steps';
import type { Alias } from '../model/alias';
import { isFromFeed } from '../model/feed-source';
import type { Provenance } from '../model/primitives';
import type { Dataset } from '../model/record';

/**
 * The dataset without what feeds brought. How prose speaks (victims, programs, roles, words that tell) is read
 * off this part alone: no feed may unmark, or make uncertain, what core knows.
 */
export function* corePart(dataset: Dataset): Steps<Dataset> {
  return {
    ...dataset,
    actors: yield* ofCore(dataset.actors),
    agencies: yield* ofCore(dataset.agencies),
    incidents: yield* ofCore(dataset.incidents),
  };
}

function* ofCore<T extends { aliases: Alias[]; prov: Provenance[] }>(entities: readonly T[]): Steps<T[]> {
  const core: T[] = [];
  yield* each(entities, (entity) => {
    if (isFromFeed(entity)) return;
    const aliases = entity.aliases.filter((alias) => !isFromFeed(alias));
    core.push(aliases.length < entity.aliases.length ? { ...entity, aliases } : entity);
  });
  return core;
}
