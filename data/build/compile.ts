import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { compileNames, type NameCompilation } from '../../lib/dataset/compile-names';
import { type ClassOverride, classOverrides } from '../../lib/dataset/overrides';
import { packRecords } from '../../lib/dataset/record-store';
import { crossReferenceFaults } from '../../lib/dataset/references';
import { fullDate } from '../../lib/model/primitives';
import type { Dataset } from '../../lib/model/record';
import { readDataset } from './read';
import { packedWordLists, readWordLists } from './words';

/** File names of the compiled dataset, inside the extension and in the build's cache. */
export const NAMES_FILE = 'names.bin';
export const RECORDS_FILE = 'records.bin';
/** What the browser needs to compile names of feeds by the same rules: word lists, and corrections by hand. */
export const WORDS_FILE = 'words.bin';
export const CLASSES_FILE = 'name-classes.json';

const datasetStamp = v.strictObject({ version: v.pipe(v.string(), v.regex(/^\d{4}\.\d{1,2}\.\d+$/)), date: fullDate });

export interface CompiledDataset {
  dataset: Dataset;
  names: NameCompilation;
  records: Uint8Array;
  overrides: ClassOverride[];
  stamp: v.InferOutput<typeof datasetStamp>;
}

/**
 * Reads, validates and compiles `data/`.
 *
 * @throws Error that lists every fault, so that nothing is ever built from faulty data.
 */
export function compileDataset(folder: string): CompiledDataset {
  const { dataset, faults } = readDataset(folder);
  faults.push(...crossReferenceFaults(dataset));
  if (faults.length) {
    const lines = faults.map((fault) => `  ${fault.where}: ${fault.what}`);
    throw new Error(`The dataset has faults (npm run data:check):\n${lines.join('\n')}`);
  }
  const stamp = v.parse(datasetStamp, readJson(join(folder, 'dataset.json')));
  const { overrides } = v.parse(classOverrides, readJson(join(folder, 'name-classes.json')));
  const names = compileNames(dataset, stamp.version, readWordLists(), overrides);
  return { dataset, names, records: packRecords(dataset, stamp), overrides, stamp };
}

/** Compiles into `target` (made if missing) and returns the paths of the files. */
export function writeCompiled(folder: string, target: string): { name: string; path: string }[] {
  const { names, records, overrides } = compileDataset(folder);
  mkdirSync(target, { recursive: true });
  const files = [
    { name: NAMES_FILE, path: join(target, NAMES_FILE), bytes: new Uint8Array(names.index) },
    { name: RECORDS_FILE, path: join(target, RECORDS_FILE), bytes: records },
    { name: WORDS_FILE, path: join(target, WORDS_FILE), bytes: packedWordLists() },
    { name: CLASSES_FILE, path: join(target, CLASSES_FILE), bytes: Buffer.from(JSON.stringify(overrides)) },
  ];
  for (const { path, bytes } of files) writeFileSync(path, bytes);
  return files.map(({ name, path }) => ({ name, path }));
}

function readJson(path: string): unknown {
  return JSON.parse(readFileSync(path, 'utf8'));
}
