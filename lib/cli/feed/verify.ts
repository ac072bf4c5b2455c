import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Manifest } from '../../feeds/net/manifest';
import { type CorePackage, fromShards } from '../../feeds/net/shards';
import { checkUpdate, loadShards, type ReadFile } from '../../feeds/net/update';
import { FeedRefused } from '../../feeds/refused';
import { runToEnd } from '../../matching/steps';

/**
 * Checks a published folder as a reader's browser would that has nothing yet: signature, expiry, every part,
 * every record.
 *
 * @throws FeedRefused
 */
export async function verifyFolder(
  folder: string,
  trusted: readonly string[],
  { feed = 'core', now = Date.now() }: { feed?: string; now?: number } = {},
): Promise<{ manifest: Manifest; core: CorePackage }> {
  const read = filesOf(folder);
  const standing = { feed, newest: '0.0.0', now, madeOn: '1970-01-02' };
  const { manifest } = await checkUpdate(read, trusted, standing);
  const core = runToEnd(fromShards(await loadShards(read, manifest, new Map())));
  return { manifest, core };
}

/** A folder on disk, read as a server would serve it. */
export function filesOf(folder: string): ReadFile {
  return async (path, limit) => {
    let bytes: Uint8Array;
    try {
      bytes = readFileSync(join(folder, path));
    } catch {
      throw new FeedRefused('not-found', { status: '404' });
    }
    if (bytes.byteLength > limit) throw new FeedRefused('too-large', { limit });
    return bytes;
  };
}
