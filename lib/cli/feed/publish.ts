import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { sha256 } from '../../feeds/net/base64';
import { contentOf } from '../../feeds/net/check-manifest';
import {
  type Envelope,
  MANIFEST_FILE,
  type Manifest,
  NET_FORMAT,
  NET_FORMAT_VERSION,
  ROTATIONS_FILE,
  readEnvelope,
  readManifest,
  readRotations,
  shardPath,
} from '../../feeds/net/manifest';
import { type CorePackage, shardsOf } from '../../feeds/net/shards';
import { sealManifest } from '../../feeds/net/sign';
import { compareVersions } from '../../feeds/net/version';
import { runToEnd } from '../../matching/steps';
import type { SigningKey } from './key-files';

const DAY = 86_400_000;

export interface Publication {
  core: CorePackage;
  stamp: { version: string; date: string };
  key: SigningKey;
  /** Keys that may sign the next version; the signing key alone where left out. */
  nextKeys?: readonly string[];
  feed?: string;
  now?: number;
  /** Days until it expires. */
  lifetime?: number;
}

export interface Published {
  version: string;
  shards: number;
  /** Parts that were not in the folder before, and their bytes. */
  fresh: number;
  freshBytes: number;
  bytes: number;
  expires: string;
}

/**
 * Writes or brings up to date the folder `out`: parts first, the signed manifest last, then parts that only
 * versions before the last one needed go. A reader who loads at that moment finds a whole version.
 *
 * @throws Error in a sentence where the folder holds a newer version, or the same one with other content.
 */
export async function publish(out: string, publication: Publication): Promise<Published> {
  const { core, stamp, key, nextKeys = [key.publicKey], feed = 'core', now = Date.now(), lifetime = 90 } = publication;
  const previous = previousIn(out);
  if (previous && compareVersions(stamp.version, previous.manifest.version) < 0)
    throw new Error(`the folder holds ${previous.manifest.version}, which is newer than ${stamp.version}`);
  mkdirSync(join(out, 'shards'), { recursive: true });
  const shards: Manifest['shards'] = [];
  const published: Published = { version: stamp.version, shards: 0, fresh: 0, freshBytes: 0, bytes: 0, expires: '' };
  for (const bytes of runToEnd(shardsOf(core))) {
    const hash = await sha256(bytes);
    shards.push({ sha256: hash, bytes: bytes.byteLength });
    published.bytes += bytes.byteLength;
    const path = join(out, shardPath(hash));
    if (existsSync(path)) continue;
    replace(path, bytes);
    published.fresh++;
    published.freshBytes += bytes.byteLength;
  }
  const manifest: Manifest = {
    format: NET_FORMAT,
    formatVersion: NET_FORMAT_VERSION,
    feed,
    version: stamp.version,
    date: stamp.date,
    published: new Date(now).toISOString(),
    expires: new Date(now + lifetime * DAY).toISOString(),
    keys: [...nextKeys],
    licence: 'CC-BY-4.0',
    records: Object.values(core.dataset).reduce((sum, records) => sum + records.length, 0),
    shards,
  };
  if (previous && previous.manifest.version === stamp.version && contentOf(previous.manifest) !== contentOf(manifest))
    throw new Error(`${stamp.version} is in the folder already, with other content: give the data a new version`);
  const envelope = await sealManifest(JSON.stringify(manifest), key.privateKey, key.publicKey);
  writeRotations(out, envelope, manifest);
  replace(join(out, MANIFEST_FILE), `${JSON.stringify(envelope)}\n`);
  removeUnused(out, [manifest, ...(previous ? [previous.manifest] : [])]);
  return { ...published, shards: shards.length, expires: manifest.expires };
}

function previousIn(out: string): { envelope: Envelope; manifest: Manifest } | undefined {
  const path = join(out, MANIFEST_FILE);
  if (!existsSync(path)) return undefined;
  const envelope = readEnvelope(JSON.parse(readFileSync(path, 'utf8')));
  return { envelope, manifest: readManifest(envelope.manifest) };
}

/** A manifest that names other keys than its signer's alone stays on file for who comes later. */
function writeRotations(out: string, envelope: Envelope, manifest: Manifest): void {
  const path = join(out, ROTATIONS_FILE);
  const known = existsSync(path) ? readRotations(JSON.parse(readFileSync(path, 'utf8'))) : [];
  const isRotation = manifest.keys.length !== 1 || manifest.keys[0] !== envelope.key;
  const rotations = isRotation ? [...known, envelope] : known;
  replace(path, `${JSON.stringify(rotations)}\n`);
}

/** Readers who have just got the manifest before still ask for its parts: those stay until the next time. */
function removeUnused(out: string, manifests: readonly Manifest[]): void {
  const used = new Set(manifests.flatMap(({ shards }) => shards.map(({ sha256 }) => basename(shardPath(sha256)))));
  for (const file of readdirSync(join(out, 'shards'))) if (!used.has(file)) rmSync(join(out, 'shards', file));
}

/** In one step, so that nobody reads half a file. */
function replace(path: string, content: string | Uint8Array): void {
  const draft = `${path}.new`;
  writeFileSync(draft, content);
  renameSync(draft, path);
}
