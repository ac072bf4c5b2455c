import type { Steps } from '../../../matching/steps';
import { OWN_SOURCE_NAME } from '../../../model/own-format';
import { FeedRefused } from '../../refused';
import { AT_A_TIME, asFields, type Fields, field, listField, textField } from '../adapter';

const STIX_ID = /^[a-z][a-z0-9-]*--[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** An object of a bundle: its id is sound, all else unchecked. */
export interface StixObject {
  id: string;
  type: string;
  fields: Fields;
}

/** Types that say something of names. A bundle's other objects (techniques, indicators, …) are not kept. */
const READ = new Set([
  'intrusion-set',
  'threat-actor',
  'campaign',
  'incident',
  'identity',
  'location',
  'relationship',
  'x-mitre-collection',
]);

/**
 * The objects of a bundle that are read, by id. A bundle may hold several versions of one object (STIX 2.1,
 * 3.6); the latest counts. The same version twice is refused.
 */
export function* objectsOf(bundle: Fields): Steps<Map<string, StixObject>> {
  const objects = new Map<string, StixObject>();
  for (const [i, item] of listField(bundle, 'objects').entries()) {
    if (i % AT_A_TIME === 0) yield;
    const fields = asFields(item);
    const type = textField(fields, 'type');
    if (!fields || type === undefined) throw new FeedRefused('no-field', { field: `objects[${i}].type` });
    if (!READ.has(type)) continue;
    const id = textField(fields, 'id');
    if (id === undefined) throw new FeedRefused('no-field', { field: `objects[${i}].id` });
    if (!STIX_ID.test(id) || !id.startsWith(`${type}--`)) throw new FeedRefused('bad-id', { id });
    const known = objects.get(id);
    const modified = textField(fields, 'modified') ?? '';
    const knownModified = textField(known?.fields, 'modified') ?? '';
    if (known && modified === knownModified) throw new FeedRefused('duplicate-id', { id });
    if (!known || modified > knownModified) objects.set(id, { id, type, fields });
  }
  return objects;
}

/** Upstream has taken it back. */
export function isWithdrawn({ fields }: StixObject): boolean {
  return field(fields, 'revoked') === true || field(fields, 'x_mitre_deprecated') === true;
}

/** Id of our own record that the object was made from, of one of these kinds: an export of ours, read back. */
export function ownIdOf({ fields }: StixObject, ...kinds: readonly string[]): string | undefined {
  for (const reference of listField(fields, 'external_references').map(asFields)) {
    const id = textField(reference, 'external_id');
    if (textField(reference, 'source_name') !== OWN_SOURCE_NAME || !id) continue;
    if (kinds.some((kind) => id.startsWith(`${kind}:`)) && /^[a-z]+:[a-z0-9]+(-[a-z0-9]+)*$/.test(id)) return id;
  }
  return undefined;
}

/** ATT&CK's own id (G0128, C0024), where the object has one. */
export function attackIdOf({ fields }: StixObject): string | undefined {
  for (const reference of listField(fields, 'external_references').map(asFields)) {
    const id = textField(reference, 'external_id');
    if (textField(reference, 'source_name') === 'mitre-attack' && id && /^[GC]\d{4}$/.test(id)) return id;
  }
  return undefined;
}

export function uuidOf(id: string): string {
  return id.slice(id.indexOf('--') + 2);
}
