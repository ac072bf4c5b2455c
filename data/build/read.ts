import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { COLLECTION_NAMES, type CollectionName } from '../../lib/dataset/schema';
import { type Fault, validateRecord } from '../../lib/dataset/validate';
import type { Dataset } from '../../lib/model/record';

/** A record file as it lies on disk. */
export interface RecordFile {
  collection: CollectionName;
  /** `actors/apt31.json`, for messages. */
  path: string;
  text: string;
}

/** Lists every record file below `folder` (the repository's `data/`), in a stable order. */
export function* recordFiles(folder: string): Iterable<RecordFile> {
  for (const collection of COLLECTION_NAMES) {
    const names = readdirSync(join(folder, collection)).filter((name) => name.endsWith('.json'));
    for (const name of names.sort()) {
      const path = `${collection}/${name}`;
      yield { collection, path, text: readFileSync(join(folder, path), 'utf8') };
    }
  }
}

/** Reads and validates the whole dataset. Faults are collected, so that one run shows them all. */
export function readDataset(folder: string): { dataset: Dataset; faults: Fault[] } {
  const dataset: Dataset = { actors: [], agencies: [], incidents: [], events: [], sources: [] };
  const faults: Fault[] = [];
  for (const { collection, path, text } of recordFiles(folder)) {
    const parsed = parseJson(text);
    if ('error' in parsed) {
      faults.push({ where: path, what: parsed.error });
      continue;
    }
    const result = validateRecord(collection, parsed.value, path);
    if (!result.ok) {
      faults.push(...result.faults);
      continue;
    }
    const slug = path.slice(collection.length + 1, -'.json'.length);
    if (result.record.id.split(':')[1] !== slug) {
      faults.push({ where: path, what: `the file is named after its id, which is ${result.record.id}` });
    }
    (dataset[collection] as unknown[]).push(result.record);
  }
  return { dataset, faults };
}

function parseJson(text: string): { value: unknown } | { error: string } {
  try {
    return { value: JSON.parse(text) };
  } catch (error) {
    return { error: `not JSON: ${(error as Error).message}` };
  }
}
