import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';

/**
 * Makes a pair of Ed25519 keys: `file` (PKCS #8, PEM, readable by its owner only) and `file`.pub (the raw
 * public key in Base64, one line: what the extension is built with).
 *
 * @throws Error in a sentence where one of them is there already: a lost key can't be had back.
 */
export function writeKeyPair(file: string): string {
  for (const path of [file, `${file}.pub`]) if (existsSync(path)) throw new Error(`${path} is there already`);
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  writeFileSync(file, privateKey.export({ type: 'pkcs8', format: 'pem' }), { mode: 0o600, flag: 'wx' });
  const raw = rawPublicKey(publicKey);
  writeFileSync(`${file}.pub`, `${raw}\n`, { flag: 'wx' });
  return raw;
}

export interface SigningKey {
  privateKey: CryptoKey;
  /** Raw, Base64. */
  publicKey: string;
}

/** @throws Error in a sentence where the file holds no Ed25519 private key. */
export async function readPrivateKey(file: string): Promise<SigningKey> {
  let key: KeyObject;
  try {
    key = createPrivateKey(readFileSync(file, 'utf8'));
  } catch (error) {
    throw new Error(`${file} holds no private key: ${(error as Error).message}`);
  }
  if (key.asymmetricKeyType !== 'ed25519') throw new Error(`${file} holds a key of another kind than Ed25519`);
  const pkcs8 = key.export({ type: 'pkcs8', format: 'der' });
  const privateKey = await crypto.subtle.importKey('pkcs8', pkcs8, 'Ed25519', false, ['sign']);
  return { privateKey, publicKey: rawPublicKey(createPublicKey(key)) };
}

/** @throws Error in a sentence where the file holds no public key as `writeKeyPair` writes it. */
export function readPublicKey(file: string): string {
  const text = readFileSync(file, 'utf8').trim();
  if (!/^[A-Za-z0-9+/]{43}=$/.test(text)) throw new Error(`${file} holds no public key`);
  return text;
}

/** The last 32 bytes of the SPKI form (RFC 8410). */
function rawPublicKey(key: KeyObject): string {
  return key.export({ type: 'spki', format: 'der' }).subarray(-32).toString('base64');
}
