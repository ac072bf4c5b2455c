import { createHash, type Hash } from 'node:crypto';
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openRecords, type RecordStore } from '../dataset/record-store';
import { type NameIndex, openIndex } from '../matching/name-index';

/** What the compiled index is made of; paths in the repository. The lock file tells the word lists' versions. */
const INGREDIENTS = ['data', 'lib/matching', 'lib/dataset', 'lib/model', 'package-lock.json'];
const CACHE_FOLDER = '.cache';
const CACHE_NAME = /^annotate-[0-9a-f]+(\.records)?\.bin$/;

/**
 * Opens the name index of the repository at `root`: the file in `ATTRIBUTION_LENS_INDEX` if that is set,
 * else the dataset, compiled once and kept in `.cache/` until a file it was made of changes.
 *
 * @throws Error that says in sentences why there is no index: faults of the dataset, an unreadable file.
 */
export async function loadIndex(root: string): Promise<NameIndex> {
  const given = process.env.ATTRIBUTION_LENS_INDEX;
  if (given) return openIndex(readBuffer(given));
  return load(root, ({ index }) => openIndex(readBuffer(index)));
}

/** Opens the records, in the same way as the index; `ATTRIBUTION_LENS_RECORDS` names another file. */
export async function loadRecords(root: string): Promise<RecordStore> {
  const given = process.env.ATTRIBUTION_LENS_RECORDS;
  if (given) return openRecords(new Uint8Array(readBuffer(given)));
  return load(root, ({ records }) => openRecords(new Uint8Array(readBuffer(records))));
}

/** Where the compiled files lie; both are always of one compilation. */
interface CompiledPaths {
  index: string;
  records: string;
}

async function load<T>(root: string, open: (paths: CompiledPaths) => T): Promise<T> {
  const folder = join(root, CACHE_FOLDER);
  const stem = `annotate-${fingerprint(root)}`;
  const names = { index: `${stem}.bin`, records: `${stem}.records.bin` };
  const paths = { index: join(folder, names.index), records: join(folder, names.records) };
  try {
    return open(paths);
  } catch {
    // Not there, cut short or foreign: counts as none.
  }
  // The compiler brings validation and word lists with it, which a second start can do without.
  const { compileDataset } = await import('../../data/build/compile');
  const compiled = compileDataset(join(root, 'data'));
  const files = { [names.index]: new Uint8Array(compiled.names.index), [names.records]: compiled.records };
  if (keep(folder, files)) return open(paths);
  // A read-only checkout: every start compiles.
  const place = mkdtempSync(join(tmpdir(), 'annotate-'));
  try {
    keep(place, files);
    return open({ index: join(place, names.index), records: join(place, names.records) });
  } finally {
    rmSync(place, { recursive: true, force: true });
  }
}

/** Puts the files where the next start finds them, each in one step; false where that may not be written. */
function keep(folder: string, files: Record<string, Uint8Array>): boolean {
  try {
    mkdirSync(folder, { recursive: true });
    for (const [name, bytes] of Object.entries(files)) {
      const draft = join(folder, `${name}.${process.pid}`);
      writeFileSync(draft, bytes);
      renameSync(draft, join(folder, name));
    }
    for (const old of readdirSync(folder))
      if (CACHE_NAME.test(old) && !(old in files)) rmSync(join(folder, old), { force: true });
    return true;
  } catch {
    return false;
  }
}

/** Reads into a buffer of its own, as the index needs its sections aligned. */
function readBuffer(path: string): ArrayBuffer {
  const { buffer, byteOffset, byteLength } = readFileSync(path);
  return buffer.slice(byteOffset, byteOffset + byteLength) as ArrayBuffer;
}

function fingerprint(root: string): string {
  const hash = createHash('sha256');
  for (const ingredient of INGREDIENTS) addPath(hash, root, ingredient);
  return hash.digest('hex').slice(0, 16);
}

function addPath(hash: Hash, root: string, path: string): void {
  const facts = statSync(join(root, path));
  if (facts.isDirectory()) {
    for (const name of readdirSync(join(root, path)).sort()) addPath(hash, root, `${path}/${name}`);
  } else hash.update(`${path}\0${facts.size}\0${facts.mtimeMs}\n`);
}
