import { browser } from 'wxt/browser';
import dataset from '../../../data/dataset.json';
import { openBundled, openCompiled, readClassing } from '../../dataset/store';
import { FeedRefused } from '../../feeds/refused';
import type { Progress } from '../../feeds/subscription';
import type { DatasetAbout } from '../../model/view';
import { loadPolicy, policyValue } from '../../policy';
import { readPointer } from '../../store/pointer';
import { DatasetInUse } from '../dataset-in-use';
import { coreFeedOfBuild, PATIENCE_OF_BUILD } from './build-settings';
import type { FeedPorts } from './ports';
import { type Alone, FeedStorage } from './storage';

/** Who compiled a dataset that is kept: the code and the core of another version make another one. */
const MADE_BY = `${browser.runtime.getManifest().version} ${dataset.version}`;

/** Key in `storage.session` of what is under way: the page listens to it, and each write tells that we are not idle. */
export const PROGRESS_KEY = 'feed-progress';
/** Shortest time between two tellings of the same step, ms. */
const BREATH = 150;

/** One at a time in the whole browser: two windows, or two lives of the background. */
function locked(name: 'feeds' | 'feed-rows'): Alone {
  return <T>(work: () => Promise<T>) => navigator.locks.request(name, work) as Promise<T>;
}

export const storage = new FeedStorage(browser.storage.local, locked('feed-rows'));

export const datasetInUse = new DatasetInUse({
  pointer: readPointer,
  bundled: openBundled,
  async compiled({ generation, madeBy }) {
    if (madeBy !== MADE_BY) throw new FeedRefused('gone');
    return openCompiled(await storage.generation(generation));
  },
});

export function browserPorts(): FeedPorts {
  let about: Promise<DatasetAbout> | undefined;
  return {
    storage,
    dataset: datasetInUse,
    bundled: openBundled,
    bundledAbout: () => {
      about ??= openBundled().then(({ records }) => records.about);
      return about;
    },
    classing: readClassing,
    open: openCompiled,
    policy: loadPolicy,
    coreFeed: async () => policyValue(await loadPolicy(), 'coreFeed') ?? coreFeedOfBuild(),
    net: { patience: PATIENCE_OF_BUILD },
    madeBy: MADE_BY,
    mayAsk: (url) => browser.permissions.contains({ origins: [`${new URL(url).origin}/*`] }),
    lock: locked('feeds'),
    show: progressTeller(),
    now: () => Date.now(),
  };
}

function progressTeller(): (progress: Progress | undefined) => void {
  let told: { at: number; what: string } = { at: 0, what: '' };
  return (progress) => {
    const now = Date.now();
    const what = progress ? `${progress.feed} ${progress.step} ${progress.queue}` : '';
    if (progress && what === told.what && now - told.at < BREATH) return;
    told = { at: now, what };
    const done = progress
      ? browser.storage.session.set({ [PROGRESS_KEY]: progress })
      : browser.storage.session.remove(PROGRESS_KEY);
    done.catch(() => undefined);
  };
}
