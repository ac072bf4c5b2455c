import * as v from 'valibot';
import { type ClassOverride, classOverride } from '../../dataset/overrides';
import { crossReferenceFaults } from '../../dataset/references';
import { COLLECTIONS, type CollectionName } from '../../dataset/schema';
import { validateRecord } from '../../dataset/validate';
import type { Steps } from '../../matching/steps';
import type { Dataset } from '../../model/record';
import { FeedRefused } from '../refused';

/** Parts that the records are spread over. With 256, twenty changed records touch a thirteenth of the data. */
const SHARDS = 256;
/** Records between two rests. */
const AT_A_TIME = 64;

const COLLECTION_OF: Readonly<Record<string, CollectionName>> = {
  actor: 'actors',
  agency: 'agencies',
  incident: 'incidents',
  event: 'events',
  source: 'sources',
};

/** All that a version of the core dataset consists of. */
export interface CorePackage {
  dataset: Dataset;
  /** Classes of names, corrected by hand. */
  overrides: ClassOverride[];
}

/**
 * The parts of a dataset: JSON Lines, records sorted by id within a part, keys in the schema's order. The same
 * records give the same bytes, in the keeper's build as in the reader's browser, which so finds out by itself
 * which parts it has.
 */
export function* shardsOf({ dataset, overrides }: CorePackage): Steps<Uint8Array[]> {
  const parts: { id: string; line: string }[][] = Array.from({ length: SHARDS }, () => []);
  let seen = 0;
  for (const records of Object.values(dataset)) {
    for (const record of records as { id: string; $schema?: string }[]) {
      if (seen++ % AT_A_TIME === 0) yield;
      const { $schema: _, ...facts } = record;
      parts[shardOf(record.id)]!.push({ id: record.id, line: JSON.stringify(facts) });
    }
  }
  const encoder = new TextEncoder();
  const texts = parts
    .filter((part) => part.length)
    .map((part) => part.sort((a, b) => (a.id < b.id ? -1 : 1)).map(({ line }) => line));
  texts.push([JSON.stringify({ overrides })]);
  return texts.map((lines) => encoder.encode(`${lines.join('\n')}\n`));
}

/**
 * Puts parts together again and holds every record to its schema, for a good signature says who made it, not
 * that it is sound.
 *
 * @throws FeedRefused `bad-id`, `bad-record`, `no-field`, `wrong-shape`
 */
export function* fromShards(shards: Iterable<Uint8Array>): Steps<CorePackage> {
  const dataset: Dataset = { actors: [], agencies: [], incidents: [], events: [], sources: [] };
  let overrides: ClassOverride[] | undefined;
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let seen = 0;
  for (const shard of shards) {
    for (const line of decoder.decode(shard).split('\n')) {
      if (seen++ % AT_A_TIME === 0) yield;
      if (!line) continue;
      const value = parse(line);
      if ('overrides' in value && !('id' in value)) overrides = readOverrides(value.overrides);
      else addRecord(dataset, value);
    }
  }
  if (!overrides) throw new FeedRefused('no-field', { field: 'overrides' });
  for (const records of Object.values(dataset)) (records as { id: string }[]).sort(asFilesLie);
  yield;
  const [fault] = crossReferenceFaults(dataset);
  if (fault) throw new FeedRefused('bad-record', { where: fault.where, what: fault.what });
  return { dataset, overrides };
}

/** The order of `data/`, in which the build reads: so both compile the same index, byte for byte. */
function asFilesLie(a: { id: string }, b: { id: string }): number {
  return `${a.id}.json` < `${b.id}.json` ? -1 : 1;
}

function parse(line: string): Record<string, unknown> {
  try {
    const value = JSON.parse(line) as unknown;
    if (value !== null && typeof value === 'object') return value as Record<string, unknown>;
  } catch {
    // falls through
  }
  throw new FeedRefused('wrong-shape', { where: line });
}

function addRecord(dataset: Dataset, value: Record<string, unknown>): void {
  const id = typeof value.id === 'string' ? value.id : '';
  const kind = id.slice(0, Math.max(0, id.indexOf(':')));
  const collection = Object.hasOwn(COLLECTION_OF, kind) ? COLLECTION_OF[kind] : undefined;
  if (!id) throw new FeedRefused('no-field', { field: 'id' });
  if (!collection) throw new FeedRefused('bad-id', { id });
  const { noun } = COLLECTIONS[collection];
  const result = validateRecord(collection, { $schema: `../schema/${noun}.schema.json`, ...value }, id);
  if (!result.ok) throw new FeedRefused('bad-record', { where: id, what: result.faults[0]!.what });
  (dataset[collection] as unknown[]).push(result.record);
}

function readOverrides(value: unknown): ClassOverride[] {
  const result = v.safeParse(v.array(classOverride), value);
  if (!result.success) throw new FeedRefused('wrong-shape', { where: 'overrides' });
  return result.output;
}

/** FNV-1a (Fowler, Noll, Vo) of the id, folded to one byte. Never to be changed: every reader would load everything anew. */
function shardOf(id: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < id.length; i++) hash = Math.imul(hash ^ id.charCodeAt(i), 0x01000193);
  return ((hash >>> 24) ^ (hash >>> 16) ^ (hash >>> 8) ^ hash) & (SHARDS - 1);
}
