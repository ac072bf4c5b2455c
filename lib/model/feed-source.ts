import type { Provenance } from './primitives';

/** Source ids that begin so stand for data feeds. Core has none; feeds can't give themselves one. */
export const FEED_SOURCE = 'source:feed-';

/** Id of the feed that is the reader's own list of names. */
export const OWN_LIST = 'own-list';

/** Ids of the feeds that a record, or a name of one, came from. */
export function feedSources(fact: { prov?: readonly Provenance[] }): string[] {
  return (fact.prov ?? []).map(({ source }) => source).filter((source) => source.startsWith(FEED_SOURCE));
}

/** Whether a feed brought it: a record, or a name of one. */
export function isFromFeed(fact: { prov?: readonly Provenance[] }): boolean {
  return (fact.prov ?? []).some(({ source }) => source.startsWith(FEED_SOURCE));
}
