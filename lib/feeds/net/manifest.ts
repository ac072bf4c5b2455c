import * as v from 'valibot';
import { FeedRefused } from '../refused';

export const NET_FORMAT = 'attribution-lens-signed-feed';
export const NET_FORMAT_VERSION = 1;

const hash = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/));
const key = v.pipe(v.string(), v.regex(/^[A-Za-z0-9+/]{43}=$/));
const instant = v.pipe(v.string(), v.isoTimestamp());

/** What one version of a signed feed consists of. Small: it is all that a check downloads when nothing is new. */
const manifest = v.strictObject({
  format: v.literal(NET_FORMAT),
  formatVersion: v.literal(NET_FORMAT_VERSION),
  /** Which feed it is, so that one feed's manifest can't pass for another's of the same keeper. */
  feed: v.pipe(v.string(), v.regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/)),
  version: v.pipe(v.string(), v.regex(/^\d{4}\.\d{1,2}\.\d{1,6}$/)),
  /** Day of the data. */
  date: v.pipe(v.string(), v.isoDate()),
  published: instant,
  /** From then on it is not installed any more: nobody can hold a reader at an old version unnoticed. */
  expires: instant,
  /** Raw Ed25519 public keys (Base64) that may sign the next version. Others than now: the key is rotated. */
  keys: v.pipe(v.array(key), v.minLength(1), v.maxLength(8)),
  licence: v.pipe(v.string(), v.maxLength(60)),
  records: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(1_000_000)),
  /** Content-addressed parts, in `shards/<sha256>.jsonl`. */
  shards: v.pipe(
    v.array(v.strictObject({ sha256: hash, bytes: v.pipe(v.number(), v.integer(), v.minValue(1)) })),
    v.minLength(1),
    v.maxLength(4096),
  ),
});
export type Manifest = v.InferOutput<typeof manifest>;

/** `feed.json`: the manifest as text, byte for byte as signed, in one file with its signature, so that no cache can tear them apart. */
const envelope = v.strictObject({
  manifest: v.string(),
  /** Raw public key of the signer, Base64. */
  key,
  /** Ed25519 over the UTF-8 bytes of `manifest`, Base64. */
  signature: v.pipe(v.string(), v.regex(/^[A-Za-z0-9+/]{86}==$/)),
});
export type Envelope = v.InferOutput<typeof envelope>;

export const MANIFEST_FILE = 'feed.json';
/** Manifests that changed the keys, oldest first: who comes back after years finds the way from key to key. */
export const ROTATIONS_FILE = 'rotations.json';

export function shardPath(sha256: string): string {
  return `shards/${sha256}.jsonl`;
}

/** @throws FeedRefused `no-signature` where it is no signed manifest. */
export function readEnvelope(json: unknown): Envelope {
  const result = v.safeParse(envelope, json);
  if (!result.success) throw new FeedRefused('no-signature');
  return result.output;
}

/** @throws FeedRefused `wrong-shape` */
export function readRotations(json: unknown): Envelope[] {
  const result = v.safeParse(v.pipe(v.array(envelope), v.maxLength(200)), json);
  if (!result.success) throw new FeedRefused('wrong-shape', { where: ROTATIONS_FILE });
  return result.output;
}

/** Reads a manifest of which the signature is known to be good. @throws FeedRefused `newer-format`, `wrong-shape` */
export function readManifest(text: string): Manifest {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    throw new FeedRefused('wrong-shape', { where: MANIFEST_FILE });
  }
  const { formatVersion } = (json ?? {}) as { formatVersion?: unknown };
  if (typeof formatVersion === 'number' && formatVersion > NET_FORMAT_VERSION) throw new FeedRefused('newer-format');
  const result = v.safeParse(manifest, json);
  if (!result.success) throw new FeedRefused('wrong-shape', { where: v.getDotPath(result.issues[0]) ?? MANIFEST_FILE });
  return result.output;
}
