import type { AttributionEvent } from './event';
import type { Entity, EntityId } from './record';
import type { Source } from './source';
import type { DatasetStamp } from './view';

/** What one text names: one row for each entity, or for each name that the text leaves open. */
export interface NamedIn {
  /** How the text is called: a page's host, a file's name. */
  name: string;
  mentions: {
    /** One id, or all that share the name where the text does not tell. */
    entities: EntityId[];
    written: string[];
    count: number;
  }[];
}

/** A part of the dataset to carry away: some entities with everything on file that speaks of them. */
export interface Excerpt {
  /** What was asked for: an entity's name, "Names on news.test". */
  title: string;
  subjects: EntityId[];
  /** The subjects in their order, then whatever they and the events refer to, by id. */
  entities: Entity[];
  /** Newest first; with every answer stands what it answers. */
  events: AttributionEvent[];
  /** By id. */
  sources: Source[];
  /** Texts that name the subjects, where the excerpt was made from texts. */
  texts?: NamedIn[];
  stamp: DatasetStamp;
}
