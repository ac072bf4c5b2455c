import { compileNamesInSteps } from '../../dataset/compile-names';
import type { WordLists } from '../../dataset/name-class';
import { packRecordsInSteps } from '../../dataset/record-store';
import { type FeedToMerge, type Merged, mergeFeeds } from '../../feeds/merge/merge';
import type { CorePackage } from '../../feeds/net/shards';
import type { WorkStep } from '../../feeds/subscription';
import { runInSlices, type Steps } from '../../matching/steps';
import type { DatasetStamp } from '../../model/view';
import type { Compiled } from '../../store/database';

/** A version of core with everything that compiling needs. */
export interface Core extends CorePackage {
  stamp: DatasetStamp;
}

export interface Work {
  at(step: WorkStep, loaded?: number, all?: number): void;
  signal: AbortSignal;
}

/** Runs steps in slices, until the reader stops them. */
export function inSlices<T>(steps: Steps<T>, { signal }: Work): Promise<T> {
  return runInSlices(steps, { signal });
}

/** Core and feeds as one dataset. */
export async function merge(core: Core, feeds: readonly FeedToMerge[], work: Work): Promise<Merged> {
  work.at('merging');
  return inSlices(mergeFeeds(core.dataset, feeds), work);
}

/** Compiles a merged dataset as the build compiles core. */
export async function compile(core: Core, merged: Merged, words: WordLists, work: Work): Promise<Compiled> {
  work.at('compiling');
  const overrides = [...merged.overrides, ...core.overrides];
  const names = compileNamesInSteps(merged.dataset, core.stamp.version, words, overrides);
  const { index } = await inSlices(names, work);
  const records = await inSlices(packRecordsInSteps(merged.dataset, core.stamp), work);
  return { names: index, records };
}
