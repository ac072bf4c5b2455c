/** How a file of records in our own form names itself: what an export writes, and a feed is read by. */
export const OWN_FORMAT = 'attribution-lens-feed';
export const OWN_FORMAT_VERSION = 1;

/** Name under which STIX objects refer to records of ours (`external_references`). */
export const OWN_SOURCE_NAME = 'attribution-lens';
