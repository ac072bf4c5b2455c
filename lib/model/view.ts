import type { AttributionEvent } from './event';
import type { Entity, EntityId, EntityKind } from './record';
import type { Source } from './source';

/** An entity as others refer to it: enough for a chip, a list row or a sentence. */
export interface EntityLabel {
  id: EntityId;
  kind: EntityKind;
  name: string;
  /** Short form: an acronym or a chip-sized name. */
  short?: string;
  country?: string;
  parent?: EntityId;
}

/** A source as shown beside a claim. */
export interface SourceLink {
  publisher: string;
  url: string;
  title?: string;
  gone: boolean;
}

/** One event with everything that its row shows. */
export interface EventView {
  event: AttributionEvent;
  sources: SourceLink[];
}

export interface DatasetStamp {
  version: string;
  date: string;
}

/** What a data feed, and not core, says of an entity. */
export interface FeedShare {
  /** The feed's name, as the reader's list of feeds has it. */
  feed: string;
  url?: string;
  /** It is the reader's own list, which the card calls so in the reader's language. */
  isOwn?: boolean;
  /** The feed brought the entity itself. */
  isWhole: boolean;
  /** Names that it added to an entity of others. */
  names: string[];
}

/** All that a card needs of one entity, in one message. */
export interface EntityView {
  entity: Entity;
  label: EntityLabel;
  /** Newest first. Denials and disputes stand among what they answer. */
  events: EventView[];
  /** Entities that the record ties to this one, the closest first. */
  related: EntityLabel[];
  /** Every entity that `events` mention, by id. */
  labels: Record<string, EntityLabel>;
  /** Entities that readers mix up with this one, with what the record says of them. */
  confusions: { label: EntityLabel; events: EventView[] }[];
  /** Absent where everything is core's. */
  feeds?: FeedShare[];
  stamp: DatasetStamp;
}

/** What the options page shows of the dataset in use. */
export interface DatasetAbout {
  stamp: DatasetStamp;
  counts: Record<'actors' | 'agencies' | 'incidents' | 'events' | 'sources' | 'reviewedEvents', number>;
  credits: { publisher: string; url: string; spdx: string; credit?: string; version?: string }[];
}

/** One line of the search list: an entity and every name it goes by. */
export interface SearchEntry {
  id: EntityId;
  kind: EntityKind;
  name: string;
  aliases: string[];
  country?: string;
  /** MITRE ATT&CK id. */
  code?: string;
  /** Short names of the bodies that it belongs to, and years: readers type "fancy bear gru", "wannacry 2017". */
  beside?: string[];
  /** Events on record; of names that fit alike, the one that more is known of comes first. */
  events: number;
}

export function sourceLink(source: Source): SourceLink {
  return {
    publisher: source.publisher,
    url: source.urlStatus === 'gone' && source.archivedUrl ? source.archivedUrl : source.url,
    ...(source.title ? { title: source.title } : {}),
    gone: source.urlStatus === 'gone' && !source.archivedUrl,
  };
}
