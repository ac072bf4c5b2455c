import type { CollectionName, RecordOf } from '../../lib/dataset/schema';
import type { EntityKind } from '../../lib/model/record';

/** Names of the upstreams, as `--only` and the report use them. */
export const UPSTREAMS = ['attack', 'misp', 'microsoft', 'auspex', 'ofac', 'eu'] as const;
export type Upstream = (typeof UPSTREAMS)[number];

/** What one row of an upstream says, in the form of a record of ours. Facts only, never prose. */
export interface Proposal<Name extends CollectionName = CollectionName> {
  upstream: Upstream;
  collection: Name;
  /** A complete candidate under the id it would get, `review: {state: 'unreviewed'}`. */
  record: RecordOf<Name>;
  keys: Keys;
}

/** What a proposal is recognised by, strongest first. */
export interface Keys {
  /**
   * Ids of our own that the reader knows to be the same (`event:uk-2018-notpetya`), ids in `ext`
   * (`attack:G0128`, `misp:<uuid>`, `stix:…`, `auspex:…`) and places in sources (`source:misp-galaxy#<locator>`).
   */
  ids: string[];
  /** Names that identify it: of an entity, name and exact aliases, without codes and malware. */
  names: string[];
  /** Addresses, for sources. */
  urls: string[];
}

/** A row that is not imported, and why: a sentence for the report. */
export interface Refusal {
  upstream: Upstream;
  collection: CollectionName;
  /** The row, in upstream's words: name or id. */
  refused: string;
  why: string;
}

export type Reading = Proposal | Refusal;

/** The records as they stand when a reader runs: those on file and those that earlier readers added. */
export interface OnFile {
  /** Our id for one of `Keys.ids`; undefined where none or several records carry it. */
  byKey(collection: CollectionName, key: string): string | undefined;
  /** Ids of the entities of this kind that bear the name, folded as the matcher folds. */
  byName(kind: EntityKind, name: string): string[];
  /** Id of the source with this address, protocol and trailing slash aside. */
  byUrl(url: string): string | undefined;
  get<Name extends CollectionName>(collection: Name, id: string): RecordOf<Name> | undefined;
  all<Name extends CollectionName>(collection: Name): Iterable<RecordOf<Name>>;
}

/** One reader: an upstream's folder in, its rows out. `folder` is the root of all sources. */
export interface Reader {
  upstream: Upstream;
  /** Said in the report: `misp actors`. */
  title: string;
  read(folder: string, onFile: OnFile): Iterable<Reading>;
}

export function isRefusal(reading: Reading): reading is Refusal {
  return 'refused' in reading;
}

/** `retrieved` of everything that this import brings: the day on which the folder was taken. */
export const RETRIEVED = '2026-11-22';
