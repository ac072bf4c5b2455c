import { each } from '../matching/in-steps';
import { joinedBytes } from '../matching/joined-bytes';
import { runToEnd, type Steps } from '../matching/steps';
import { TextPool } from '../matching/text-pool';
import type { AttributionEvent } from '../model/event';
import type { Dataset, Entity } from '../model/record';
import type { Source } from '../model/source';
import type { DatasetAbout, DatasetStamp, EntityLabel, SearchEntry } from '../model/view';
import { eventIndex } from './event-index';
import { withIds, withNumbers } from './id-coding';
import { labelOf } from './label';
import { linksOf } from './links';
import { searchEntryOf } from './search-list';

/**
 * The record store: one file, of which only a small directory is parsed on opening; each record, and each
 * entity's label, is parsed when somebody asks for it.
 *
 * Layout: magic, length of the directory (uint32 little-endian each), directory (UTF-8 JSON), records, the search
 * list and the labels (UTF-8 JSON, one after another). In all but the directory ids of records are numbers
 * (`id-coding.ts`).
 */
const MAGIC = 0x33534c41; // "ALS3"
const HEADER_BYTES = 8;

interface Directory {
  stamp: DatasetStamp;
  about: DatasetAbout;
  /** Every record's id, entities first; a record's number is its place here. */
  ids: string[];
  /** Length in bytes of each record, in the same order, of the search list, and of each entity's label. */
  lengths: number[];
  /** Of each entity: numbers of the events that speak of it, newest first, and of the entities tied to it. */
  events: number[][];
  links: number[][];
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

/** The same, in steps: for the browser's background, where others wait. */
export function* packRecordsInSteps(dataset: Dataset, stamp: DatasetStamp): Steps<Uint8Array> {
  const entities: Entity[] = [...dataset.actors, ...dataset.agencies, ...dataset.incidents];
  const all = [...entities, ...dataset.events, ...dataset.sources];
  const ids: string[] = [];
  const numberOf = new Map<string, number>();
  yield* each(all, ({ id }, number) => {
    ids.push(id);
    numberOf.set(id, number);
  });
  const parts = new TextPool();
  const lengths: number[] = [];
  const addPart = (value: unknown) => {
    const at = parts.add(JSON.stringify(withNumbers(value, numberOf)));
    lengths.push(parts.size - at);
  };
  yield* each(all, ({ $schema: _, ...facts }) => addPart(facts));
  const links = yield* linksOf(dataset);
  const byEntity = yield* eventIndex(dataset);
  const entryOf = yield* searchEntryOf(dataset, byEntity);
  const listAt = parts.size;
  yield* addList(parts, entities, (entity) => withNumbers(entryOf(entity), numberOf));
  lengths.push(parts.size - listAt);
  yield* each(entities, (entity) => addPart(labelOf(entity)));

  const numbers = (some: readonly string[] = []) => some.flatMap((id) => numberOf.get(id) ?? []);
  const directory = new TextPool();
  directory.add(`{"stamp":${JSON.stringify(stamp)},"about":${JSON.stringify(aboutOf(dataset, stamp))}`);
  function* add<T>(name: keyof Directory, items: readonly T[], factsOf: (item: T) => unknown): Steps<void> {
    directory.add(`,"${name}":`);
    yield* addList(directory, items, factsOf);
  }
  yield* add('ids', ids, (id) => id);
  yield* add('lengths', lengths, (length) => length);
  yield* add('events', entities, ({ id }) => numbers(byEntity.get(id)));
  yield* add('links', entities, ({ id }) => numbers([...(links.get(id) ?? [])].sort()));
  directory.add('}');

  const header = new Uint8Array(HEADER_BYTES);
  new DataView(header.buffer).setUint32(0, MAGIC, true);
  new DataView(header.buffer).setUint32(4, directory.size, true);
  return yield* joinedBytes([header, ...directory.pages(), ...parts.pages()]);
}

/** Characters that are worth a call of the encoder. */
const WORTH_ENCODING = 1 << 12;

/** Adds a list in JSON, item by item: that of a large one, written at one go, holds others up. */
function* addList<T>(pool: TextPool, items: readonly T[], factsOf: (item: T) => unknown): Steps<void> {
  let text = '[';
  yield* each(items, (item, place) => {
    text += `${place ? ',' : ''}${JSON.stringify(factsOf(item))}`;
    if (text.length < WORTH_ENCODING) return;
    pool.add(text);
    text = '';
  });
  pool.add(`${text}]`);
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
  const { ids, lengths } = directory;
  const ends = endsOf(lengths, base);
  if (ends.at(-1) !== file.byteLength) throw new RangeError('the record store is cut short');
  const numberOf = new Map(ids.map((id, number) => [id, number]));
  const part = (number: number) => withIds(parse(ends[number - 1] ?? base, ends[number]!), ids);
  const listPart = ids.length;
  const read = (id: string) => {
    const number = numberOf.get(id);
    return number === undefined ? undefined : part(number);
  };
  const entities = directory.events.length;
  const isEntity = (id: string) => (numberOf.get(id) ?? entities) < entities;
  const listed = (lists: number[][], id: string) =>
    isEntity(id) ? lists[numberOf.get(id)!]!.flatMap((number) => ids[number] ?? []) : [];
  return {
    stamp: directory.stamp,
    about: directory.about,
    label: (id) => (isEntity(id) ? (part(listPart + 1 + numberOf.get(id)!) as EntityLabel) : undefined),
    entity: (id) => (isEntity(id) ? (read(id) as Entity) : undefined),
    event: (id) => (id.startsWith('event:') ? (read(id) as AttributionEvent | undefined) : undefined),
    source: (id) => (id.startsWith('source:') ? (read(id) as Source | undefined) : undefined),
    eventsOf: (id) => listed(directory.events, id),
    linksOf: (id) => listed(directory.links, id),
    ids: () => [...ids],
    searchEntries: () => part(listPart) as SearchEntry[],
  };
}

/** Where each part ends in the file. */
function endsOf(lengths: readonly number[], base: number): number[] {
  let end = base;
  return lengths.map((length) => {
    end += length;
    return end;
  });
}

function isDirectory(value: unknown): value is Directory {
  const { stamp, about, ids, lengths, events, links } = (value ?? {}) as Partial<Directory>;
  if (![stamp, about].every((part) => part && typeof part === 'object')) return false;
  if (![ids, lengths, events, links].every(Array.isArray)) return false;
  const isNumber = (n: unknown) => Number.isInteger(n) && (n as number) >= 0;
  return (
    ids!.every((id) => typeof id === 'string') &&
    lengths!.length === ids!.length + 1 + events!.length &&
    lengths!.every(isNumber) &&
    events!.length <= ids!.length &&
    [events!, links!].every((lists) => lists.length === events!.length && lists.every(Array.isArray))
  );
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
