import type { Excerpt } from '../model/excerpt';
import { type EntityKind, kindOf } from '../model/record';

/** Names the form of the file, for whoever reads it back. */
export const JSON_FORMAT = 'attribution-lens/1';

/**
 * The excerpt in the form of the dataset itself: records as in `data/`, by collection, each with the name of
 * its schema, so that the file can be read back as a dataset of its own.
 */
export function excerptJson({ title, subjects, entities, events, sources, texts, stamp }: Excerpt): string {
  const of = (kind: EntityKind) =>
    entities.filter(({ id }) => kindOf(id) === kind).map((record) => named(kind, record));
  const file = {
    format: JSON_FORMAT,
    title,
    dataset: stamp,
    licence: 'CC-BY-4.0',
    subjects,
    ...(texts ? { texts } : {}),
    actors: of('actor'),
    agencies: of('agency'),
    incidents: of('incident'),
    events: events.map((record) => named('event', record)),
    sources: sources.map((record) => named('source', record)),
  };
  return `${JSON.stringify(file, null, 2)}\n`;
}

/** Packed records have lost the name of their schema. */
function named<T extends object>(noun: string, record: T): T {
  return { $schema: `../schema/${noun}.schema.json`, ...record };
}
