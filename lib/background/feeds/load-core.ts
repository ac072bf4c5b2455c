import { sha256 } from '../../feeds/net/base64';
import { contentOf } from '../../feeds/net/check-manifest';
import { downloadWhole } from '../../feeds/net/download';
import type { Manifest } from '../../feeds/net/manifest';
import { fromShards, shardsOf } from '../../feeds/net/shards';
import { checkUpdate, loadShards, type ReadFile } from '../../feeds/net/update';
import { compareVersions } from '../../feeds/net/version';
import type { Subscription } from '../../feeds/subscription';
import { joinedBytes } from '../../matching/joined-bytes';
import type { DatasetStamp } from '../../model/view';
import { type Core, inSlices, type Work } from './build';
import type { Loaded, Net } from './load-feed';

/** Where core updates come from, and whom to trust for them: of the build, or of the organisation. */
export interface CoreFeed {
  address: string;
  /** Raw Ed25519 public keys, Base64. */
  keys: readonly string[];
}

export interface CoreStanding {
  row: Subscription;
  /** Version in the extension's own files. */
  bundled: DatasetStamp;
  /** Version in use. */
  core: Core;
  now: number;
}

/** Checks for a signed update of core, and loads the parts that are not here. @throws FeedRefused */
export async function loadCore(
  { address, keys }: CoreFeed,
  { row, bundled, core, now }: CoreStanding,
  net: Net,
  work: Work,
): Promise<Loaded | { outcome: 'unchanged'; learnt: Partial<Subscription> }> {
  work.at('asking');
  const read = folderAt(address, net, work);
  const { signed } = row;
  const newest = signed && compareVersions(signed.newest, bundled.version) > 0 ? signed.newest : bundled.version;
  const newestContent = newest === signed?.newest ? signed.newestContent : undefined;
  // Keys that were handed over stay handed over; a new release of the extension may bring others.
  const trusted = signed && startsFrom(signed.keys, keys) ? signed.keys.slice(keys.length) : keys;
  const standing = { feed: 'core', newest, newestContent, now, madeOn: bundled.date };
  const { outcome, manifest, keys: next } = await checkUpdate(read, trusted, standing);
  const learnt = { signed: { newest: manifest.version, newestContent: contentOf(manifest), keys: [...keys, ...next] } };
  if (outcome === 'same' && newest === core.stamp.version)
    return { outcome: 'unchanged', learnt: { ...learnt, ...prolonged(row, manifest) } };
  const shards = await loadShards(read, manifest, await partsOf(core, work), (loaded, all) =>
    work.at('loading', loaded, all),
  );
  work.at('reading');
  const { dataset } = await inSlices(fromShards(shards), work);
  return {
    packed: await inSlices(joinedBytes(shards), work),
    version: {
      label: manifest.version,
      date: manifest.date,
      hash: await sha256(new TextEncoder().encode(contentOf(manifest))),
      entities: dataset.actors.length + dataset.agencies.length + dataset.incidents.length,
      expires: manifest.expires,
      leftOut: [],
    },
    learnt: { ...learnt, licence: manifest.licence },
  };
}

/** The keys that the chain began with stand before those that it led to: others begin another chain. */
function startsFrom(chain: readonly string[], keys: readonly string[]): boolean {
  return keys.every((key, i) => chain[i] === key) && chain.length > keys.length;
}

/** The same version, published again, lasts longer. */
function prolonged({ versions }: Subscription, { version, expires }: Manifest): Partial<Subscription> {
  return { versions: versions.map((one) => (one.label === version ? { ...one, expires } : one)) };
}

/** The parts that are here already, by their hash. */
async function partsOf(core: Core, work: Work): Promise<Map<string, Uint8Array>> {
  const have = new Map<string, Uint8Array>();
  for (const part of await inSlices(shardsOf(core), work)) have.set(await sha256(part), part);
  return have;
}

function folderAt(address: string, net: Net, { signal }: Work): ReadFile {
  const base = address.endsWith('/') ? address : `${address}/`;
  return (path, limit) => downloadWhole(new URL(path, base).href, { ...net, limit, signal });
}
