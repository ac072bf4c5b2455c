import type { Excerpt } from '../model/excerpt';
import { OWN_FORMAT, OWN_FORMAT_VERSION } from '../model/own-format';
import { type EntityKind, kindOf } from '../model/record';

/**
 * The excerpt in our own form, which data feeds have too: records as in `data/`, by collection, each with the
 * name of its schema. Read as a feed, it gives the same records.
 */
export function excerptJson({ title, subjects, entities, events, sources, texts, stamp }: Excerpt): string {
  const of = (kind: EntityKind) =>
    entities.filter(({ id }) => kindOf(id) === kind).map((record) => named(kind, record));
  const file = {
    format: OWN_FORMAT,
    formatVersion: OWN_FORMAT_VERSION,
    name: title,
    version: stamp.version,
    date: stamp.date,
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
