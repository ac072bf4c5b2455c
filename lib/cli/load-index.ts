import { createHash, type Hash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type NameIndex, openIndex } from '../matching/name-index';

/** What the compiled index is made of; paths in the repository. The lock file tells the word lists' versions. */
const INGREDIENTS = ['data', 'lib/matching', 'lib/dataset', 'lib/model', 'package-lock.json'];
const CACHE_FOLDER = '.cache';
const CACHE_NAME = /^annotate-[0-9a-f]+\.bin$/;

/**
 * Opens the name index of the repository at `root`: the file in `ATTRIBUTION_LENS_INDEX` if that is set,
 * else the dataset, compiled once and kept in `.cache/` until a file it was made of changes.
 *
 * @throws Error that says in sentences why there is no index: faults of the dataset, an unreadable file.
 */
export async function loadIndex(root: string): Promise<NameIndex> {
  const given = process.env.ATTRIBUTION_LENS_INDEX;
  if (given) return openIndex(readBuffer(given));
  const folder = join(root, CACHE_FOLDER);
  const name = `annotate-${fingerprint(root)}.bin`;
  const kept = readKept(join(folder, name));
  if (kept) return kept;
  // The compiler brings validation and word lists with it, which a second start can do without.
  const { compileDataset } = await import('../../data/build/compile');
  const { index } = compileDataset(join(root, 'data')).names;
  keep(folder, name, index);
  return openIndex(index);
}

/** A cut-short or foreign file counts as none. */
function readKept(path: string): NameIndex | undefined {
  try {
    return openIndex(readBuffer(path));
  } catch {
    return undefined;
  }
}

/** Puts the index where the next start finds it, in one step; where that may not be written, goes without. */
function keep(folder: string, name: string, index: ArrayBuffer): void {
  try {
    mkdirSync(folder, { recursive: true });
    const draft = join(folder, `${name}.${process.pid}`);
    writeFileSync(draft, new Uint8Array(index));
    renameSync(draft, join(folder, name));
    for (const old of readdirSync(folder))
      if (CACHE_NAME.test(old) && old !== name) rmSync(join(folder, old), { force: true });
  } catch {
    // A read-only checkout: every start compiles.
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
