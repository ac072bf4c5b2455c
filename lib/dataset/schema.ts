import type { GenericSchema } from 'valibot';
import { actor } from '../model/actor';
import { agency } from '../model/agency';
import { attributionEvent } from '../model/event';
import { incident } from '../model/incident';
import type { Dataset } from '../model/record';
import { source } from '../model/source';

/** The folders of `data/`, each with the one schema that CI, editors and run time share. */
export const COLLECTIONS = {
  actors: { noun: 'actor', schema: actor },
  agencies: { noun: 'agency', schema: agency },
  incidents: { noun: 'incident', schema: incident },
  events: { noun: 'event', schema: attributionEvent },
  sources: { noun: 'source', schema: source },
} as const satisfies Record<keyof Dataset, { noun: string; schema: GenericSchema }>;

export type CollectionName = keyof typeof COLLECTIONS;
export const COLLECTION_NAMES = Object.keys(COLLECTIONS) as CollectionName[];
export type RecordOf<Name extends CollectionName> = Dataset[Name][number];
