import { runToEnd, type Steps } from '../matching/steps';
import type { AttributionEvent } from '../model/event';
import type { Dataset, Entity, EntityId } from '../model/record';
import { kindOf } from '../model/record';
import type { Source } from '../model/source';
import type { DatasetAbout, DatasetStamp, EntityLabel, SearchEntry } from '../model/view';
import { labelOf } from './label';
import { entitiesOf, linksOf } from './links';

/**
 * The record store: one file, of which only a small directory is parsed on opening; each record is
 * parsed when somebody asks for it.
 *
 * Layout: magic, length of the directory (uint32 little-endian each), directory (UTF-8 JSON), records
 * (UTF-8 JSON, one after another).
 */
const MAGIC = 0x31534c41; // "ALS1"
const HEADER_BYTES = 8;

interface Directory {
  stamp: DatasetStamp;
  about: DatasetAbout;
  /** id → [offset behind the directory, length in bytes]. */
  places: Record<string, [number, number]>;
  labels: EntityLabel[];
  /** Entity id → ids of the events that speak of it, newest first. */
  events: Record<string, string[]>;
  links: Record<string, string[]>;
  search: [number, number];
}

export interface RecordStore {
  stamp: DatasetStamp;
  about: DatasetAbout;
  label(id: string): EntityLabel | undefined;
  entity(id: string): Entity | undefined;
  event(id: string): AttributionEvent | undefined;
  source(id: string): Source | undefined;
  /** Events that speak of the entity, and answers to those, newest first. */
  eventsOf(id: string): string[];
  linksOf(id: string): string[];
  /** Every record on file, entities first. */
  ids(): string[];
  searchEntries(): SearchEntry[];
}

/** Packs a validated dataset; the same dataset gives the same bytes. */
export function packRecords(dataset: Dataset, stamp: DatasetStamp): Uint8Array {
  return runToEnd(packRecordsInSteps(dataset, stamp));
}

/** Records between two rests. */
const AT_A_TIME = 64;

/** The same, in steps: for the browser's background, where others wait. */
export function* packRecordsInSteps(dataset: Dataset, stamp: DatasetStamp): Steps<Uint8Array> {
  const encoder = new TextEncoder();
  const records: Uint8Array[] = [];
  const places: Directory['places'] = {};
  let offset = 0;
  const append = (value: unknown): [number, number] => {
    const bytes = encoder.encode(JSON.stringify(value));
    const place: [number, number] = [offset, bytes.byteLength];
    records.push(bytes);
    offset += bytes.byteLength;
    return place;
  };
  const entities: Entity[] = [...dataset.actors, ...dataset.agencies, ...dataset.incidents];
  for (const [i, record] of [...entities, ...dataset.events, ...dataset.sources].entries()) {
    if (i % AT_A_TIME === 0) yield;
    const { $schema: _, ...facts } = record;
    places[record.id] = append(facts);
  }
  const links = [...linksOf(dataset)].map(([id, others]) => [id, [...others].sort()]);
  const byEntity = eventIndex(dataset);
  const directory: Directory = {
    stamp,
    about: aboutOf(dataset, stamp),
    places,
    labels: entities.map(labelOf),
    events: Object.fromEntries(byEntity),
    links: Object.fromEntries(links),
    search: append(searchList(dataset, entities, byEntity)),
  };
  const head = encoder.encode(JSON.stringify(directory));
  const file = new Uint8Array(HEADER_BYTES + head.byteLength + offset);
  const header = new DataView(file.buffer);
  header.setUint32(0, MAGIC, true);
  header.setUint32(4, head.byteLength, true);
  file.set(head, HEADER_BYTES);
  let at = HEADER_BYTES + head.byteLength;
  for (const bytes of records) {
    file.set(bytes, at);
    at += bytes.byteLength;
  }
  return file;
}

/**
 * Opens a packed store.
 *
 * @throws RangeError where the file is not such a store, or is cut short.
 */
export function openRecords(file: Uint8Array): RecordStore {
  const header = new DataView(file.buffer, file.byteOffset, file.byteLength);
  if (file.byteLength < HEADER_BYTES || header.getUint32(0, true) !== MAGIC)
    throw new RangeError('this is not a record store');
  const base = HEADER_BYTES + header.getUint32(4, true);
  if (base > file.byteLength) throw new RangeError('the record store is cut short');
  const decoder = new TextDecoder();
  const parse = (from: number, to: number): unknown => {
    try {
      return JSON.parse(decoder.decode(file.subarray(from, to)));
    } catch {
      throw new RangeError('the record store is damaged');
    }
  };
  const directory = parse(HEADER_BYTES, base);
  if (!isDirectory(directory)) throw new RangeError('the record store has no directory');
  // The search list is written last: where it ends, the file ends.
  if (base + directory.search[0] + directory.search[1] !== file.byteLength)
    throw new RangeError('the record store is cut short');
  const labels = new Map(directory.labels.map((label) => [label.id as string, label]));
  const read = <T>(id: string): T | undefined => {
    const place = Object.hasOwn(directory.places, id) ? directory.places[id] : undefined;
    return place && (parse(base + place[0], base + place[0] + place[1]) as T);
  };
  const listed = (lists: Record<string, string[]>, id: string) => (Object.hasOwn(lists, id) ? lists[id]! : []);
  return {
    stamp: directory.stamp,
    about: directory.about,
    label: (id) => labels.get(id),
    entity: (id) => (labels.has(id) ? read<Entity>(id) : undefined),
    event: (id) => (id.startsWith('event:') ? read<AttributionEvent>(id) : undefined),
    source: (id) => (id.startsWith('source:') ? read<Source>(id) : undefined),
    eventsOf: (id) => listed(directory.events, id),
    linksOf: (id) => listed(directory.links, id),
    ids: () => Object.keys(directory.places),
    searchEntries: () =>
      parse(base + directory.search[0], base + directory.search[0] + directory.search[1]) as SearchEntry[],
  };
}

function isDirectory(value: unknown): value is Directory {
  const { stamp, about, places, events, links, labels, search } = (value ?? {}) as Partial<Directory>;
  const lists = [stamp, about, places, events, links];
  return (
    lists.every((list) => list && typeof list === 'object') &&
    Array.isArray(labels) &&
    labels.every((label) => label?.id) &&
    Array.isArray(search)
  );
}

function eventIndex(dataset: Dataset): Map<string, string[]> {
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

function aboutOf(dataset: Dataset, stamp: DatasetStamp): DatasetAbout {
  return {
    stamp,
    counts: {
      actors: dataset.actors.length,
      agencies: dataset.agencies.length,
      incidents: dataset.incidents.length,
      events: dataset.events.length,
      sources: dataset.sources.length,
      reviewedEvents: dataset.events.filter((event) => event.review.state === 'reviewed').length,
    },
    credits: dataset.sources
      // A reader's own list or file has no page to give credit to.
      .filter((source) => source.kind === 'dataset' && source.url)
      .map(({ publisher, url, licence, version }) => ({
        publisher,
        url,
        spdx: licence.spdx,
        ...(licence.credit ? { credit: licence.credit } : {}),
        ...(version ? { version } : {}),
      })),
  };
}

function yearsOf(entity: Entity): string[] {
  if (!('victims' in entity || 'disclosed' in entity || 'start' in entity)) return [];
  const dates = [entity.start, entity.discovered, entity.disclosed].flatMap((date) => date ?? []);
  return [...new Set(dates.map((date) => date.slice(0, 4)))];
}

/** Every entity with its names, the words that readers add to them, and how much is on record of it. */
function searchList(dataset: Dataset, entities: readonly Entity[], events: Map<string, string[]>): SearchEntry[] {
  const agencies = new Map(dataset.agencies.map((agency) => [agency.id as string, labelOf(agency)]));
  const shortsFrom = (id: string | undefined): string[] => {
    const agency = id === undefined ? undefined : agencies.get(id);
    return agency ? [agency.short ?? agency.name, ...shortsFrom(agency.parent)] : [];
  };
  return entities.map((entity) => {
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
  });
}
