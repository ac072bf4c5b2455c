import type { DatasetStamp } from '../../model/view';
import { EXTENSION_SCHEMA } from './extension-schema';
import { filled, type StixObject, stixId } from './object';

/** `created` must never change between versions of an object, so all have the dataset's first day. */
const CREATED = '2026-11-01T00:00:00.000Z';

export const PRODUCER = stixId('identity', 'attribution-lens');
const LICENCE = stixId('marking-definition', 'cc-by-4.0');
export const EXTENSION = stixId('extension-definition', 'attribution');

/** Properties that every object has; `modified` is the dataset's day. */
export interface Common {
  spec_version: '2.1';
  created: string;
  modified: string;
  object_marking_refs: string[];
}

export function commonOf(stamp: DatasetStamp): Common {
  const day = `${stamp.date}T00:00:00.000Z`;
  return {
    spec_version: '2.1',
    created: CREATED,
    modified: day < CREATED ? CREATED : day,
    object_marking_refs: [LICENCE],
  };
}

/** Our properties, under the extension that `frame` declares. */
export function extended(properties: object): { extensions: Record<string, object> } {
  return { extensions: { [EXTENSION]: { extension_type: 'property-extension', ...filled(properties) } } };
}

/** What every bundle brings: who compiled it, under which licence, and what our own properties mean. */
export function frame(common: Common, stamp: DatasetStamp): StixObject[] {
  const { spec_version, created } = common;
  return [
    {
      type: 'identity',
      id: PRODUCER,
      ...common,
      name: 'Attribution Lens contributors',
      identity_class: 'organization',
    },
    {
      type: 'marking-definition',
      id: LICENCE,
      spec_version,
      created,
      definition_type: 'statement',
      definition: { statement: `Attribution Lens dataset ${stamp.version}, CC BY 4.0` },
    },
    {
      type: 'extension-definition',
      id: EXTENSION,
      ...common,
      created_by_ref: PRODUCER,
      name: 'Public attribution',
      description:
        'Who said what of whom: kind of act, how far the accusation goes, its official wording, what it answers; names by who uses them; dates at their own precision.',
      schema: JSON.stringify(EXTENSION_SCHEMA),
      version: '1.0.0',
      extension_types: ['property-extension'],
    },
  ];
}
