import type { Provenance } from './primitives';

/** Source ids that begin so stand for data feeds. Core has none; feeds can't give themselves one. */
export const FEED_SOURCE = 'source:feed-';

/** Whether a feed brought it: a record, or a name of one. */
export function isFromFeed(fact: { prov?: readonly Provenance[] }): boolean {
  return Boolean(fact.prov?.some(({ source }) => source.startsWith(FEED_SOURCE)));
}
