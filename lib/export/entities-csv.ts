import type { Excerpt } from '../model/excerpt';
import { type Entity, kindOf } from '../model/record';
import { csvRecord } from './csv';

const COLUMNS = [
  'text',
  'mentions',
  'written',
  'id',
  'kind',
  'name',
  'country',
  'aliases',
  'attack',
  'candidates',
  'events',
];

/**
 * One row an entity; of an excerpt made from texts, one row for each text and entity named in it, where a
 * name left open has `candidates` instead of `id`. Ids are separated by spaces, names by "; ".
 */
export function entitiesCsv(excerpt: Excerpt): string {
  const entities = new Map(excerpt.entities.map((entity) => [entity.id, entity]));
  const row = (text: string, count: number | undefined, written: readonly string[], ids: readonly string[]) => {
    const entity = ids.length === 1 ? entities.get(ids[0] as Entity['id']) : undefined;
    const candidates = entity ? '' : ids.join(' ');
    return csvRecord([
      text,
      count,
      written.join('; '),
      ...entityCells(entity),
      candidates,
      entity && eventCount(entity, excerpt),
    ]);
  };
  const rows = excerpt.texts
    ? excerpt.texts.flatMap(({ name, mentions }) =>
        mentions.map(({ count, written, entities: ids }) => row(name, count, written, ids)),
      )
    : excerpt.subjects.map((id) => row('', undefined, [], [id]));
  return csvRecord(COLUMNS) + rows.join('');
}

function entityCells(entity: Entity | undefined): (string | undefined)[] {
  if (!entity) return ['', '', '', '', '', ''];
  const country = 'country' in entity ? entity.country : 'origin' in entity ? entity.origin?.country : undefined;
  const aliases = entity.aliases.map(({ text }) => text).join('; ');
  return [entity.id, kindOf(entity.id), entity.name, country, aliases, entity.ext?.attack];
}

/** Events of the excerpt that accuse this entity, speak of this incident, or are spoken by this agency. */
function eventCount({ id }: Entity, { events }: Excerpt): number {
  return events.filter(({ by, accused, incidents }) =>
    [
      accused?.actor,
      accused?.agency,
      by?.actor,
      ...(accused?.companies ?? []),
      ...(by?.agencies ?? []),
      ...(incidents ?? []),
    ].some((named) => named === id),
  ).length;
}
