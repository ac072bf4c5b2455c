import type { Excerpt, NamedIn } from '../../model/excerpt';
import type { Entity } from '../../model/record';
import { entityObject, entityRef, type RefOf } from './entities';
import { accusationObjects, answerObject, type EventContext, isAnswer } from './events';
import { type Common, commonOf, extended, frame, PRODUCER } from './frame';
import { filled, type StixObject, stixId } from './object';
import { Parties } from './parties';

export interface StixBundle {
  type: 'bundle';
  id: string;
  objects: StixObject[];
}

/**
 * The excerpt as a STIX 2.1 bundle (docs/stix.md says what becomes what). The same excerpt gives the same
 * bundle; an object keeps its id in every export, and `modified` is the day of the dataset.
 */
export function stixBundle(excerpt: Excerpt): StixBundle {
  const { entities, events, sources, stamp } = excerpt;
  const common = commonOf(stamp);
  const refs = new Map<string, string>(entities.map((entity) => [entity.id, entityRef(entity)]));
  const refOf: RefOf = (id) => (id === undefined ? undefined : refs.get(id));
  const parties = new Parties(common);
  const context: EventContext = {
    common,
    parties,
    refOf,
    sources: new Map(sources.map((source) => [source.id, source])),
    retracted: new Set(events.flatMap(({ kind, answers }) => (kind === 'retraction' ? (answers ?? []) : []))),
  };
  const spoken = eventObjects(excerpt, context);
  const texts = (excerpt.texts ?? []).flatMap((text) => textNote(text, common, refOf) ?? []);
  const seats = entities.flatMap((entity) => seatOf(entity, common, parties));
  const objects = [
    ...frame(common, stamp),
    ...entities.map((entity) => entityObject(entity, common, refOf)),
    ...parties.objects(),
    ...seats,
    ...spoken,
    ...texts,
  ];
  return { type: 'bundle', id: stixId('bundle', JSON.stringify([stamp, objects.map(({ id }) => id)])), objects };
}

export function stixJson(excerpt: Excerpt): string {
  return `${JSON.stringify(stixBundle(excerpt), null, 2)}\n`;
}

/** Where a body is: its country, by the dataset's own word, which is nobody's accusation. */
function seatOf(entity: Entity, common: Common, parties: Parties): StixObject[] {
  if (!('type' in entity) || !/^(?!EU)[A-Z]{2}$/.test(entity.country)) return [];
  const source = entityRef(entity);
  const target = parties.territory(entity.country);
  return [
    {
      type: 'relationship',
      id: stixId('relationship', `${entity.id} located-at ${entity.country}`),
      ...common,
      created_by_ref: PRODUCER,
      relationship_type: 'located-at',
      source_ref: source,
      target_ref: target,
    },
  ];
}

/** Objects of all events, in their order. Answers may answer answers, so they are made when theirs are. */
function eventObjects({ events }: Excerpt, context: EventContext): StixObject[] {
  const byId = new Map(events.map((event) => [event.id, event]));
  const made = new Map<string, StixObject[]>();
  const make = (id: (typeof events)[number]['id']): StixObject[] => {
    const known = made.get(id);
    const event = byId.get(id);
    if (known || !event) return known ?? [];
    made.set(id, []);
    const answered = (event.answers ?? []).flatMap(make).map((object) => object.id);
    const objects = isAnswer(event) ? [answerObject(event, answered, context)] : accusationObjects(event, context);
    made.set(
      id,
      objects.filter((object) => object !== undefined),
    );
    return made.get(id)!;
  };
  return events.flatMap(({ id }) => make(id));
}

/** What one text names, as a note on those objects; nothing for a text that names nobody in the bundle. */
function textNote({ name, mentions }: NamedIn, common: Common, refOf: RefOf): StixObject | undefined {
  const counted = mentions
    .map(({ entities, count, written }) => ({ refs: entities.flatMap((id) => refOf(id) ?? []), count, written }))
    .filter(({ refs }) => refs.length);
  if (!counted.length) return undefined;
  return filled({
    type: 'note',
    id: stixId('note', JSON.stringify([name, counted])),
    ...common,
    created_by_ref: PRODUCER,
    abstract: `Names in ${name}`,
    content: counted.map(({ written, count }) => `${written.join(', ')} (${count})`).join('; '),
    object_refs: [...new Set(counted.flatMap(({ refs }) => refs))],
    ...extended({ mentions: counted }),
  });
}
