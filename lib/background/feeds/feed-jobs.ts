import { diffDatasets } from '../../feeds/diff';
import type { Merged } from '../../feeds/merge/merge';
import { packChanges } from '../../feeds/pack';
import { FeedRefused } from '../../feeds/refused';
import { CORE, type Feeds, type FeedVersion, type Subscription } from '../../feeds/subscription';
import type { DatasetPointer } from '../../store/pointer';
import { type Core, compile, inSlices, merge, type Work } from './build';
import { loadCore } from './load-core';
import { type Loaded, loadFromAddress } from './load-feed';
import type { FeedPorts } from './ports';
import { editRow, found, nowWaiting } from './row-changes';
import { BUNDLED, coreOf, feedsOf, recordsInUse } from './sources';
import { contentKey } from './storage';

/** Refusals that say nothing against the version. */
const OF_THIS_BROWSER: ReadonlySet<string> = new Set(['stopped', 'storage-full', 'storage-broken']);

type Versions = DatasetPointer['versions'];

/** Asks where a feed comes from whether there is another version, and loads it. `true` where one waits now. */
export async function check(ports: FeedPorts, id: string, isAsked: boolean, work: Work): Promise<boolean> {
  const { feeds, pointer } = await ports.storage.read();
  const row = rowOf(feeds, id);
  const loaded = await load(ports, feeds, row, pointer?.versions ?? {}, work);
  if (loaded === 'unchanged') {
    await ports.storage.change(editRow(id, found({}, ports.now())));
    return row.waiting !== undefined;
  }
  if (!('packed' in loaded)) {
    await ports.storage.change(editRow(id, found(loaded.learnt, ports.now())));
    return row.waiting !== undefined;
  }
  return take(ports, id, loaded, isAsked, work);
}

/** Keeps what was loaded, if it is news, and counts what it would change. */
export async function take(
  ports: FeedPorts,
  id: string,
  loaded: Loaded,
  isAsked: boolean,
  work: Work,
): Promise<boolean> {
  const { feeds, pointer } = await ports.storage.read();
  const row = rowOf(feeds, id);
  const { hash } = loaded.version;
  const inUse = row.versions.find(({ number }) => number === pointer?.versions[id]);
  if (hash === inUse?.hash || (!isAsked && hash === row.skipped)) {
    await ports.storage.change(
      editRow(id, (one, all) => ({ ...found(loaded.learnt, ports.now())(one, all), waiting: undefined })),
    );
    return false;
  }
  if (hash !== row.waiting?.hash) {
    work.at('writing');
    const version: FeedVersion = { ...loaded.version, number: row.lastNumber + 1, loadedAt: ports.now() };
    await ports.storage.keep('contents', contentKey(id, version.number), loaded.packed);
    await ports.storage.change(editRow(id, nowWaiting(version, loaded, ports.now())));
  } else await ports.storage.change(editRow(id, found(loaded.learnt, ports.now())));
  await compare(ports, id, work);
  return true;
}

/** Counts what a waiting version would change in the dataset in use, and keeps the list. */
export async function compare(ports: FeedPorts, id: string, work: Work): Promise<void> {
  const { feeds, pointer } = await ports.storage.read();
  const { waiting } = rowOf(feeds, id);
  if (!waiting) return;
  const versions = { ...pointer?.versions, [id]: waiting.number };
  const { merged } = await mergedOf(ports, feeds, versions, work).catch(async (error: unknown) => {
    // A version that can't be merged is none: the server may have a better one next time.
    if (error instanceof FeedRefused && !OF_THIS_BROWSER.has(error.code))
      await ports.storage.change(
        editRow(id, (row) => ({ ...row, waiting: undefined, etag: undefined, lastModified: undefined })),
      );
    throw error;
  });
  work.at('comparing');
  const before = await recordsInUse(await ports.dataset.open(), work);
  const { changes, counts } = await inSlices(diffDatasets(before, merged.dataset), work);
  await ports.storage.keep('changes', id, await inSlices(packChanges(changes), work));
  const since = pointer?.generation ?? 0;
  await ports.storage.change(
    editRow(id, (row) => (row.waiting ? { ...row, waiting: { ...row.waiting, changes: { since, counts } } } : row)),
  );
}

/**
 * Makes the dataset of these versions and puts it in use: compiled and written first, the pointer last, and
 * with it the rows. Whatever fails before changes nothing.
 */
export async function activate(
  ports: FeedPorts,
  versions: Versions,
  change: (feeds: Feeds) => Feeds,
  work: Work,
): Promise<void> {
  const { feeds, pointer } = await ports.storage.read();
  const isPlain = Object.keys(versions).length === 0;
  const { core, merged } = await mergedOf(ports, feeds, versions, work);
  const { words } = await ports.classing();
  const compiled = isPlain ? undefined : await compile(core, merged, words, work);
  // By the clock: a number that none had before, not even one that was cut off or has been swept away.
  const generation = Math.max(ports.now(), (pointer?.generation ?? 0) + 1);
  work.at('writing');
  if (compiled) await ports.storage.keepGeneration(generation, compiled);
  const fresh = compiled ? ports.open(compiled) : await ports.bundled();
  work.signal.throwIfAborted();
  await ports.dataset.switchTo(fresh, async () => {
    const next = compiled ? { generation, versions, madeBy: ports.madeBy } : null;
    await ports.storage.change((all) => withTallies(change(all), merged), next);
  });
  // What is left over goes with the next work at the latest.
  await ports.storage.sweep().catch(() => undefined);
}

async function mergedOf(
  ports: FeedPorts,
  feeds: Feeds,
  versions: Versions,
  work: Work,
): Promise<{ core: Core; merged: Merged }> {
  work.at('reading');
  const core = await coreOf(ports, feeds, versions[CORE] ?? BUNDLED, work);
  return { core, merged: await merge(core, await feedsOf(ports, feeds, versions, work), work) };
}

function withTallies(feeds: Feeds, { tallies }: Merged): Feeds {
  return {
    ...feeds,
    rows: feeds.rows.map((row) => ({ ...row, brings: Object.hasOwn(tallies, row.id) ? tallies[row.id] : undefined })),
  };
}

async function load(ports: FeedPorts, feeds: Feeds, row: Subscription, versions: Versions, work: Work) {
  if (row.origin.from === 'address') {
    const { url } = row.origin;
    if (!(await ports.mayAsk(url))) throw new FeedRefused('no-permission', { host: new URL(url).hostname });
    return loadFromAddress(row, url, ports.net, work);
  }
  const coreFeed = row.origin.from === 'core' ? await ports.coreFeed() : undefined;
  if (!coreFeed) return 'unchanged' as const;
  const bundled = (await ports.bundled()).records.stamp;
  const core = await coreOf(ports, feeds, versions[CORE] ?? BUNDLED, work);
  return loadCore(coreFeed, { row, bundled, core, now: ports.now() }, ports.net, work);
}

export function rowOf(feeds: Feeds, id: string): Subscription {
  const row = feeds.rows.find((one) => one.id === id);
  if (!row) throw new FeedRefused('gone');
  return row;
}
