import * as v from 'valibot';
import { FEED_FORMATS } from './content';
import type { Diff } from './diff';
import type { FeedTally } from './merge/merge';

/** Where a feed comes from. */
const origin = v.variant('from', [
  v.object({ from: v.literal('core') }),
  v.object({ from: v.literal('address'), url: v.string() }),
  v.object({ from: v.literal('file'), file: v.string() }),
  /** The names that the reader wrote into the options. */
  v.object({ from: v.literal('list') }),
]);

/** `why` is a `LeftOutReason`; earlier versions kept English words. */
const leftOut = v.object({ why: v.string(), count: v.number(), examples: v.array(v.string()) });

const version = v.object({
  /** Counts up with every version that was loaded; part of the key of its content. 0 is core as bundled. */
  number: v.number(),
  /** As the feed calls it; absent where it does not. */
  label: v.optional(v.string()),
  /** Day of the data, of core. */
  date: v.optional(v.string()),
  /** ms since 1970 */
  loadedAt: v.number(),
  /** SHA-256 of what it says, so that the same is known again. */
  hash: v.string(),
  entities: v.number(),
  /** Instant from which a signed version counts as old. */
  expires: v.optional(v.string()),
  leftOut: v.array(leftOut),
});
export type FeedVersion = v.InferOutput<typeof version>;

/** What went wrong, as the page words it: the data in use is as it was. */
const failure = v.object({
  code: v.string(),
  details: v.optional(v.record(v.string(), v.union([v.string(), v.number()]))),
  /** Earlier versions kept the sentence itself, in English. */
  sentence: v.optional(v.string()),
  at: v.number(),
  during: v.picklist(['check', 'install']),
});
export type FeedFailure = v.InferOutput<typeof failure>;

/** One row of the options page. What is in use of it says the dataset's pointer alone. */
const subscription = v.object({
  id: v.string(),
  name: v.string(),
  origin,
  preset: v.optional(v.string()),
  format: v.optional(v.picklist(FEED_FORMATS)),
  licence: v.optional(v.string()),
  isOn: v.boolean(),
  isPinned: v.boolean(),
  /** Set by the organisation: put there once, or held there. */
  byPolicy: v.optional(v.picklist(['default', 'enforced'])),
  /** Newest first: what is in use, and what can be gone back to. */
  versions: v.array(version),
  /** Loaded, and not installed yet. */
  waiting: v.optional(
    v.object({
      ...version.entries,
      isPutOff: v.optional(v.boolean()),
      /** What it would change, counted against this generation of the dataset. */
      changes: v.optional(v.object({ since: v.number(), counts: v.record(v.string(), v.number()) })),
    }),
  ),
  /** Hash of a version that the reader does not want: left out, or gone back from. */
  skipped: v.optional(v.string()),
  lastNumber: v.number(),
  checkedAt: v.optional(v.number()),
  failure: v.optional(failure),
  /** Failed checks one after another, and until when the schedule leaves it alone. */
  failures: v.number(),
  notBefore: v.optional(v.number()),
  etag: v.optional(v.string()),
  lastModified: v.optional(v.string()),
  /** What it does to the dataset since it was last merged. */
  brings: v.optional(v.object({ added: v.number(), extended: v.number(), aliases: v.number(), events: v.number() })),
  /** Core: newest version that was ever here, its content, and the keys to trust from now on. */
  signed: v.optional(
    v.object({ newest: v.string(), newestContent: v.optional(v.string()), keys: v.array(v.string()) }),
  ),
});
export type Subscription = v.InferOutput<typeof subscription>;
export type Waiting = NonNullable<Subscription['waiting']>;

export const INTERVALS = ['never', 'daily', 'weekly'] as const;

const schedule = v.object({
  every: v.picklist(INTERVALS),
  /** Whether what a check by itself finds is installed without asking. */
  installs: v.boolean(),
  /** Next check, ms since 1970. */
  next: v.optional(v.number()),
  /** Whether the reader has chosen it: until then an organisation's default may hold. */
  isChosen: v.optional(v.boolean()),
});
export type Schedule = v.InferOutput<typeof schedule>;

const feeds = v.object({
  rows: v.fallback(v.array(v.unknown()), []),
  schedule: v.fallback(schedule, { every: 'never', installs: false }),
  /** Addresses that a policy has put there once; the reader may have removed them since. */
  offered: v.fallback(v.array(v.string()), []),
});

export interface Feeds {
  rows: Subscription[];
  schedule: Schedule;
  offered: string[];
}

/** Makes feeds of whatever is stored; a row that can't be read is left out. */
export function readFeeds(stored: unknown): Feeds {
  const known = v.safeParse(feeds, stored ?? {});
  if (!known.success) return readFeeds({});
  const rows = known.output.rows.flatMap((row) => {
    const result = v.safeParse(subscription, row);
    return result.success ? [result.output] : [];
  });
  return { ...known.output, rows: rows.some(({ id }) => id === CORE) ? rows : [CORE_ROW, ...rows] };
}

/** Id of the row of the core dataset, which is always there. */
export const CORE = 'core';

/** Its name is for exports and logs: the page has one in the reader's language. */
const CORE_ROW: Subscription = newRow(CORE, 'Core dataset', { from: 'core' });

export function newRow(id: string, name: string, origin: Subscription['origin']): Subscription {
  return { id, name, origin, isOn: true, isPinned: false, versions: [], lastNumber: 0, failures: 0 };
}

/** At which the work on a feed is. */
export type WorkStep = 'waiting' | 'asking' | 'loading' | 'reading' | 'comparing' | 'merging' | 'compiling' | 'writing';

export interface Progress {
  feed: string;
  step: WorkStep;
  /** Bytes, where they are counted. */
  loaded?: number;
  all?: number;
  /** Feeds whose turn has not come yet. */
  queue: string[];
}

/** A row as the page shows it. */
export interface FeedView extends Subscription {
  /** Number of the version in use; absent where none is. */
  inUse?: number;
}

export interface FeedsView {
  feeds: FeedView[];
  schedule: Schedule;
  core: {
    bundled: { version: string; date: string };
    /** Where signed updates come from; absent where this build has no address. */
    address?: string;
    entities: number;
    /** Whether the bundled version is the one in use. */
    isInUse: boolean;
  };
  /** Which dataset is in use; 0 as bundled. */
  generation: number;
  progress?: Progress;
  /** Keys of the schedule that the organisation holds. */
  locked: readonly ('every' | 'installs')[];
}

export type { Diff, FeedTally };

/** A part of what a waiting version would change. */
export interface ChangesPage {
  /** All, and those that the search finds. */
  total: number;
  found: number;
  changes: Diff['changes'];
}
