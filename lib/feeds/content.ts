import { FEED_SOURCE } from '../model/feed-source';
import type { Dataset } from '../model/record';

export const FEED_FORMATS = ['attribution-lens', 'stix', 'misp', 'microsoft', 'watch-list'] as const;
export type FeedFormat = (typeof FEED_FORMATS)[number];

/** What messages call each format: `feeds.format.ours`. */
export const FORMAT_KEYS = {
  'attribution-lens': 'ours',
  stix: 'stix',
  misp: 'misp',
  microsoft: 'microsoft',
  'watch-list': 'list',
} as const satisfies Record<FeedFormat, string>;

/** What an adapter has to know of the feed that it reads. */
export interface FeedIdentity {
  /** Slug; part of the id of the feed's source, and so of the provenance of every fact that it brings. */
  id: string;
  /** As the reader sees it. Speaks where the feed does not say who does. */
  name: string;
}

/** The id of the source that stands for a feed in the provenance of what it brought. */
export function sourceIdOf(feed: Pick<FeedIdentity, 'id'>): `source:${string}` {
  return `${FEED_SOURCE}${feed.id}`;
}

/** What one version of a feed says: records of ours, each with the feed in its provenance. Not merged with anything. */
export interface FeedContent {
  format: FeedFormat;
  records: Dataset;
  /**
   * By what else than its own id an entity or event is known: `misp:<uuid>`, `stix:<id>`, `attack:G0128`,
   * `microsoft:<name>`. Core's provenance speaks the same keys.
   */
  keys: Record<string, string[]>;
  /** As the feed itself says; absent where it says nothing. */
  version?: string;
  name?: string;
  licence?: string;
  /** What was not taken over, and why. */
  leftOut: LeftOut[];
}

export interface LeftOut {
  why: LeftOutReason;
  count: number;
  /** The first few, as the feed writes them. */
  examples: string[];
}

/** Why something is not taken over; `feeds.leftOutWhy` of `lib/locales` has the words. */
export const LEFT_OUT_REASONS = [
  /** Upstream has taken it back. */
  'withdrawn',
  'no-group',
  'too-long',
  'no-date',
  'no-country',
  /** Links something that the feed does not hold. */
  'loose-link',
  /** Links what an attribution does not link. */
  'other-link',
  /** An event of the dataset itself, exported and read back. */
  'of-core',
] as const;
export type LeftOutReason = (typeof LEFT_OUT_REASONS)[number];
