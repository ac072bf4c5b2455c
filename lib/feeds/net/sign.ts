import { FeedRefused } from '../refused';
import { fromBase64, toBase64 } from './base64';
import type { Envelope } from './manifest';

const ALGORITHM = 'Ed25519';

/** Signs a manifest's text. */
export async function sealManifest(text: string, privateKey: CryptoKey, publicKey: string): Promise<Envelope> {
  const signature = await crypto.subtle.sign(ALGORITHM, privateKey, new TextEncoder().encode(text));
  return { manifest: text, key: publicKey, signature: toBase64(new Uint8Array(signature)) };
}

/**
 * Whether one of the trusted keys signed it.
 *
 * @param trusted raw public keys, Base64
 * @throws FeedRefused `unknown-key`, `wrong-signature`, `no-ed25519`
 */
export async function verifyEnvelope(
  { manifest, key, signature }: Envelope,
  trusted: readonly string[],
): Promise<void> {
  if (!trusted.includes(key)) throw new FeedRefused('unknown-key');
  const publicKey = await importPublicKey(key);
  const signed = new TextEncoder().encode(manifest);
  const isGood = await crypto.subtle.verify(ALGORITHM, publicKey, fromBase64(signature)!, signed);
  if (!isGood) throw new FeedRefused('wrong-signature');
}

async function importPublicKey(key: string): Promise<CryptoKey> {
  try {
    return await crypto.subtle.importKey('raw', fromBase64(key)!, ALGORITHM, true, ['verify']);
  } catch (error) {
    if ((error as { name?: string }).name === 'NotSupportedError') throw new FeedRefused('no-ed25519');
    throw new FeedRefused('unknown-key');
  }
}

/**
 * The keys that may sign now, for a reader who trusts `trusted`: followed through the manifests that changed
 * them, each signed by a key trusted until then.
 */
export async function followRotations(rotations: readonly Envelope[], trusted: readonly string[]): Promise<string[]> {
  let keys = [...trusted];
  for (const rotation of rotations) {
    if (!keys.includes(rotation.key)) continue;
    try {
      await verifyEnvelope(rotation, keys);
    } catch {
      continue; // Not a step of this reader's way.
    }
    const { keys: next } = JSON.parse(rotation.manifest) as { keys?: unknown };
    if (Array.isArray(next) && next.length && next.every((key) => typeof key === 'string')) keys = next;
  }
  return keys;
}
