import type { WordLists } from '../../dataset/name-class';
import type { ClassOverride } from '../../dataset/overrides';
import type { OpenDataset } from '../../dataset/store';
import type { DatasetAbout } from '../../model/view';
import type { Policy } from '../../policy';
import type { Compiled } from '../../store/database';
import type { DatasetInUse } from '../dataset-in-use';
import type { CoreFeed } from './load-core';
import type { Net } from './load-feed';
import type { QueuePorts } from './work-queue';

/** What work on feeds needs of the world: tests put their own in its place. */
export interface FeedPorts extends QueuePorts {
  dataset: Pick<DatasetInUse, 'open' | 'switchTo'>;
  /** The dataset that is part of the extension. */
  bundled(): Promise<OpenDataset>;
  /** What it is and holds, without keeping it in memory. */
  bundledAbout(): Promise<DatasetAbout>;
  classing(): Promise<{ words: WordLists; overrides: ClassOverride[] }>;
  open(compiled: Compiled): OpenDataset;
  /** Where core is updated from; absent where this build has no address. */
  coreFeed(): Promise<CoreFeed | undefined>;
  policy(): Promise<Policy>;
  net: Net;
  /** Whether the browser lets us ask this address. */
  mayAsk(url: string): Promise<boolean>;
  /** Extension and bundled data of this build. */
  madeBy: string;
}
