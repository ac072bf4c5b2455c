import type { OpenDataset } from '../../dataset/store';
import { unpackRecords } from '../../dataset/unpack';
import type { FeedToMerge } from '../../feeds/merge/merge';
import { fromShards } from '../../feeds/net/shards';
import { unpackContent } from '../../feeds/pack';
import { FeedRefused } from '../../feeds/refused';
import { CORE, type Feeds, type FeedVersion, type Subscription } from '../../feeds/subscription';
import type { Dataset } from '../../model/record';
import { type Core, inSlices, type Work } from './build';
import type { FeedPorts } from './ports';
import { contentKey } from './storage';

/** Version number of core as bundled. */
export const BUNDLED = 0;

/** Core in one of its versions. @throws FeedRefused `gone` */
export async function coreOf(ports: FeedPorts, feeds: Feeds, number: number, work: Work): Promise<Core> {
  if (number === BUNDLED) {
    const { records } = await ports.bundled();
    const { overrides } = await ports.classing();
    return { dataset: await inSlices(unpackRecords(records), work), overrides, stamp: records.stamp };
  }
  const version = versionOf(feeds, CORE, number);
  const bytes = await ports.storage.kept('contents', contentKey(CORE, number));
  const core = await inSlices(fromShards([bytes]), work);
  return { ...core, stamp: { version: version.label!, date: version.date! } };
}

/** The feeds of a composition, as they are merged. @throws FeedRefused `gone` */
export async function feedsOf(
  ports: FeedPorts,
  feeds: Feeds,
  versions: Readonly<Record<string, number>>,
  work: Work,
): Promise<FeedToMerge[]> {
  const merged: FeedToMerge[] = [];
  for (const row of feeds.rows) {
    const number = versions[row.id];
    if (row.id === CORE || number === undefined) continue;
    const bytes = await ports.storage.kept('contents', contentKey(row.id, number));
    merged.push({ ...identityOf(row), content: await inSlices(unpackContent(bytes), work) });
  }
  return merged;
}

/** What is in use, as records. */
export async function recordsInUse({ records }: OpenDataset, work: Work): Promise<Dataset> {
  return inSlices(unpackRecords(records), work);
}

export function versionOf(feeds: Feeds, id: string, number: number): FeedVersion {
  const row = feeds.rows.find((one) => one.id === id);
  const version = [...(row?.versions ?? []), ...(row?.waiting ? [row.waiting] : [])].find(
    (one) => one.number === number,
  );
  if (!version) throw new FeedRefused('gone');
  return version;
}

function identityOf({ id, name, origin, licence }: Subscription): Omit<FeedToMerge, 'content'> {
  return {
    id,
    name,
    ...(origin.from === 'address' ? { url: origin.url } : {}),
    ...(licence ? { licence } : {}),
  };
}
