import { LIMITS } from '../limits';
import { FeedRefused } from '../refused';
import { sha256 } from './base64';
import { checkManifest, type Standing } from './check-manifest';
import {
  type Envelope,
  MANIFEST_FILE,
  type Manifest,
  ROTATIONS_FILE,
  readEnvelope,
  readManifest,
  readRotations,
  shardPath,
} from './manifest';
import { followRotations, verifyEnvelope } from './sign';

/** Reads one file of a feed's folder, at most `limit` bytes. `unchanged` only where the reader said what they have. */
export type ReadFile = (path: string, limit: number) => Promise<Uint8Array>;

/** Bytes of a manifest of 4,096 parts, with room. */
const MANIFEST_LIMIT = 1 << 20;

export interface Checked {
  outcome: 'new' | 'same';
  manifest: Manifest;
  /** Keys to trust from now on. */
  keys: readonly string[];
}

/**
 * Checks a feed's manifest: its signature, if need be along the keys that were changed since, and what it is to
 * this reader.
 *
 * @param trusted raw public keys, Base64
 * @throws FeedRefused
 */
export async function checkUpdate(read: ReadFile, trusted: readonly string[], standing: Standing): Promise<Checked> {
  const envelope = readEnvelope(parse(await read(MANIFEST_FILE, MANIFEST_LIMIT)));
  const keys = await keysFor(envelope, read, trusted);
  await verifyEnvelope(envelope, keys);
  const manifest = readManifest(envelope.manifest);
  const outcome = checkManifest(manifest, standing);
  return { outcome, manifest, keys: manifest.keys };
}

async function keysFor(envelope: Envelope, read: ReadFile, trusted: readonly string[]): Promise<readonly string[]> {
  if (trusted.includes(envelope.key)) return trusted;
  const rotations = await read(ROTATIONS_FILE, LIMITS.bytes / 64).catch((error: unknown) => {
    if (error instanceof FeedRefused && error.code === 'not-found') return undefined;
    throw error;
  });
  return rotations ? followRotations(readRotations(parse(rotations)), trusted) : trusted;
}

/**
 * Loads the parts of a version, those that are here already aside, each held to its hash.
 *
 * @param have SHA-256 → part
 * @param onProgress bytes loaded, and to load
 * @throws FeedRefused `wrong-part`, `too-large`, and what `read` throws
 */
export async function loadShards(
  read: ReadFile,
  manifest: Manifest,
  have: ReadonlyMap<string, Uint8Array>,
  onProgress: (loaded: number, all: number) => void = () => {},
): Promise<Uint8Array[]> {
  const missing = manifest.shards.filter(({ sha256 }) => !have.has(sha256));
  const all = missing.reduce((sum, { bytes }) => sum + bytes, 0);
  if (manifest.shards.reduce((sum, { bytes }) => sum + bytes, 0) > LIMITS.bytes)
    throw new FeedRefused('too-large', { limit: LIMITS.bytes });
  const loaded = new Map(have);
  let bytesLoaded = 0;
  onProgress(0, all);
  for (const shard of missing) {
    const bytes = await read(shardPath(shard.sha256), shard.bytes).catch((error: unknown) => {
      const isGone = error instanceof FeedRefused && (error.code === 'not-found' || error.code === 'too-large');
      throw isGone ? new FeedRefused('wrong-part', { part: shard.sha256.slice(0, 12) }) : error;
    });
    if (bytes.byteLength !== shard.bytes || (await sha256(bytes)) !== shard.sha256)
      throw new FeedRefused('wrong-part', { part: shard.sha256.slice(0, 12) });
    loaded.set(shard.sha256, bytes);
    bytesLoaded += bytes.byteLength;
    onProgress(bytesLoaded, all);
  }
  return manifest.shards.map(({ sha256 }) => loaded.get(sha256)!);
}

function parse(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    throw new FeedRefused('not-json');
  }
}
