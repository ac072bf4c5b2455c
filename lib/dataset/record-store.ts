import { runToEnd, type Steps } from '../matching/steps';
import type { AttributionEvent } from '../model/event';
import type { Dataset, Entity } from '../model/record';
import type { Source } from '../model/source';
import type { DatasetAbout, DatasetStamp, EntityLabel, SearchEntry } from '../model/view';
import { eventIndex } from './event-index';
import { withIds, withNumbers } from './id-coding';
import { labelOf } from './label';
import { linksOf } from './links';
import { searchList } from './search-list';

/**
 * The record store: one file, of which only a small directory is parsed on opening; each record is
 * parsed when somebody asks for it.
 *
 * Layout: magic, length of the directory (uint32 little-endian each), directory (UTF-8 JSON), records and last
 * the search list (UTF-8 JSON, one after another). In all of them ids of records are numbers (`id-coding.ts`).
 */
const MAGIC = 0x32534c41; // "ALS2"
const HEADER_BYTES = 8;

interface Directory {
  stamp: DatasetStamp;
  about: DatasetAbout;
  /** Every record's id, entities first; a record's number is its place here. */
  ids: string[];
  /** Length of each record in bytes, in the same order; last that of the search list. */
  lengths: number[];
  /** Of each entity, in the same order: its label, with numbers for ids. */
  labels: unknown[];
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

/** Records between two rests. */
const AT_A_TIME = 64;

/** The same, in steps: for the browser's background, where others wait. */
export function* packRecordsInSteps(dataset: Dataset, stamp: DatasetStamp): Steps<Uint8Array> {
  const encoder = new TextEncoder();
  const entities: Entity[] = [...dataset.actors, ...dataset.agencies, ...dataset.incidents];
  const all = [...entities, ...dataset.events, ...dataset.sources];
  const ids = all.map((record): string => record.id);
  const numberOf = new Map(ids.map((id, number) => [id, number]));
  const parts: Uint8Array[] = [];
  const append = (value: unknown) => parts.push(encoder.encode(JSON.stringify(withNumbers(value, numberOf))));
  for (const [i, record] of all.entries()) {
    if (i % AT_A_TIME === 0) yield;
    const { $schema: _, ...facts } = record;
    append(facts);
  }
  const links = linksOf(dataset);
  yield;
  const byEntity = eventIndex(dataset);
  yield;
  append(searchList(dataset, entities, byEntity));
  const numbers = (some: readonly string[] = []) => some.flatMap((id) => numberOf.get(id) ?? []);
  const directory: Directory = {
    stamp,
    about: aboutOf(dataset, stamp),
    ids,
    lengths: parts.map((bytes) => bytes.byteLength),
    labels: yield* mapped(entities, (entity) => withNumbers(labelOf(entity), numberOf)),
    events: yield* mapped(entities, ({ id }) => numbers(byEntity.get(id))),
    links: yield* mapped(entities, ({ id }) => numbers([...(links.get(id) ?? [])].sort())),
  };
  const head = encoder.encode(JSON.stringify(directory));
  const header = new Uint8Array(HEADER_BYTES);
  new DataView(header.buffer).setUint32(0, MAGIC, true);
  new DataView(header.buffer).setUint32(4, head.byteLength, true);
  return joined([header, head, ...parts]);
}

function* mapped<T, U>(items: readonly T[], change: (item: T) => U): Steps<U[]> {
  const changed: U[] = [];
  for (const [i, item] of items.entries()) {
    if (i % AT_A_TIME === 0) yield;
    changed.push(change(item));
  }
  return changed;
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const file = new Uint8Array(parts.reduce((sum, part) => sum + part.byteLength, 0));
  let at = 0;
  for (const part of parts) {
    file.set(part, at);
    at += part.byteLength;
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
  const { ids, lengths } = directory;
  const ends = endsOf(lengths, base);
  if (ends.at(-1) !== file.byteLength) throw new RangeError('the record store is cut short');
  const numberOf = new Map(ids.map((id, number) => [id, number]));
  const labels = directory.labels.map((label) => withIds(label, ids) as EntityLabel);
  const record = (number: number) => withIds(parse(ends[number - 1] ?? base, ends[number]!), ids);
  const read = (id: string) => {
    const number = numberOf.get(id);
    return number === undefined ? undefined : record(number);
  };
  const isEntity = (id: string) => (numberOf.get(id) ?? labels.length) < labels.length;
  const listed = (lists: number[][], id: string) =>
    isEntity(id) ? lists[numberOf.get(id)!]!.flatMap((number) => ids[number] ?? []) : [];
  return {
    stamp: directory.stamp,
    about: directory.about,
    label: (id) => labels[numberOf.get(id) ?? -1],
    entity: (id) => (isEntity(id) ? (read(id) as Entity) : undefined),
    event: (id) => (id.startsWith('event:') ? (read(id) as AttributionEvent | undefined) : undefined),
    source: (id) => (id.startsWith('source:') ? (read(id) as Source | undefined) : undefined),
    eventsOf: (id) => listed(directory.events, id),
    linksOf: (id) => listed(directory.links, id),
    ids: () => [...ids],
    searchEntries: () => record(ids.length) as SearchEntry[],
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
  const { stamp, about, ids, lengths, labels, events, links } = (value ?? {}) as Partial<Directory>;
  if (![stamp, about].every((part) => part && typeof part === 'object')) return false;
  if (![ids, lengths, labels, events, links].every(Array.isArray)) return false;
  const isNumber = (n: unknown) => Number.isInteger(n) && (n as number) >= 0;
  return (
    ids!.every((id) => typeof id === 'string') &&
    lengths!.length === ids!.length + 1 &&
    lengths!.every(isNumber) &&
    labels!.length <= ids!.length &&
    labels!.every((label) => Boolean((label as Partial<EntityLabel> | null)?.id)) &&
    [events!, links!].every((lists) => lists.length === labels!.length && lists.every(Array.isArray))
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
