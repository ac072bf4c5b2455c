/** What a feed may be at most. Beyond it, it is refused before it can cost the reader's browser much. */
export const LIMITS = {
  /** Bytes of one download or file. */
  bytes: 64 * 1024 * 1024,
  entities: 200_000,
  /** Other written forms of one entity. */
  aliases: 1_000,
  names: 1_000_000,
  events: 200_000,
  /** Arrays and objects inside each other. */
  depth: 64,
  /** Arrays and objects altogether: what fits into 64 MB of brackets would fill the memory. */
  values: 6_000_000,
  /** Characters of a group's name, and of other names: as the schemas of our own records. */
  actorName: 80,
  name: 120,
} as const;
