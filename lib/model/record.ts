import type { Actor } from './actor';
import type { Agency } from './agency';
import type { AttributionEvent } from './event';
import type { Incident } from './incident';
import type { Source } from './source';

/** The three kinds of thing that text names, and a reader can see a card of. */
export const ENTITY_KINDS = ['actor', 'agency', 'incident'] as const;
export type EntityKind = (typeof ENTITY_KINDS)[number];

export type Entity = Actor | Agency | Incident;
export type EntityId = Entity['id'];

/** The whole dataset as read from `data/`. */
export interface Dataset {
  actors: Actor[];
  agencies: Agency[];
  incidents: Incident[];
  events: AttributionEvent[];
  sources: Source[];
}

/** `actor:apt31` → `actor`. Ids carry their kind, so no lookup is needed. */
export function kindOf(id: EntityId): EntityKind {
  return id.slice(0, id.indexOf(':')) as EntityKind;
}

/** Whether a value has the form of an entity's id; not whether there is one on file. */
export function isEntityId(value: unknown): value is EntityId {
  return typeof value === 'string' && value.length <= 200 && /^(actor|agency|incident):[a-z0-9-]+$/.test(value);
}

const FOLDERS: Readonly<Record<EntityKind, string>> = { actor: 'actors', agency: 'agencies', incident: 'incidents' };

/** Where an entity's record lies in the repository: `data/actors/apt31.json`. */
export function recordFile(id: EntityId): string {
  return `data/${FOLDERS[kindOf(id)]}/${id.slice(id.indexOf(':') + 1)}.json`;
}
