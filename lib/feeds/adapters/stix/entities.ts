import type { Actor } from '../../../model/actor';
import { listField, textField } from '../adapter';
import type { FeedBuilder } from '../feed-builder';
import { attackIdOf, ownIdOf, type StixObject, uuidOf } from './objects';

/** Our id of the object, whether or not it was taken over. */
export function entityIdOf(object: StixObject): string {
  const { id, type } = object;
  const kind = type === 'identity' ? 'agency' : type === 'campaign' || type === 'incident' ? 'incident' : 'actor';
  return ownIdOf(object, kind) ?? `${kind}:stix-${uuidOf(id)}`;
}

/** `intrusion-set` and `threat-actor`. */
export function addActor(builder: FeedBuilder, object: StixObject, country: string | undefined): void {
  builder.actor({
    ...rowOf(object),
    names: listField(object.fields, 'aliases').map((text) => ({ text })),
    class: classOf(object),
    country,
    activeFrom: textField(object.fields, 'first_seen')?.match(/^\d{4}/)?.[0],
    ext: extOf(object),
  });
}

/** `campaign` and `incident`. Their dates are given to the second and known to the month. */
export function addIncident(builder: FeedBuilder, object: StixObject): void {
  const start = monthOf(textField(object.fields, 'first_seen'));
  const end = monthOf(textField(object.fields, 'last_seen'));
  // More than ten years are a slip of the pen.
  const isSlip = start && end && Number(end.slice(0, 4)) - Number(start.slice(0, 4)) > 10;
  builder.incident(
    { ...rowOf(object), names: [...listField(object.fields, 'aliases')] },
    {
      kind: object.type === 'campaign' ? 'campaign' : 'intrusion',
      ...(start && !isSlip ? { start } : {}),
      ...(end && end !== start ? { end } : {}),
      ext: extOf(object),
    },
  );
}

/** An `identity` that something is attributed to: a body, of which the country has to be known. */
export function addAgency(builder: FeedBuilder, object: StixObject, country: string | undefined): void {
  const name = textField(object.fields, 'name');
  if (!country) {
    builder.leaveOut('no-country', name ?? object.id);
    return;
  }
  builder.agency({ ...rowOf(object), names: [] }, { country, type: 'unstated', ext: extOf(object) });
}

function rowOf(object: StixObject) {
  const attack = attackIdOf(object);
  return {
    id: entityIdOf(object),
    locator: object.id,
    keys: [`stix:${object.id}`, ...(attack ? [`attack:${attack}`] : [])],
    name: object.fields.name,
  };
}

function extOf(object: StixObject): { attack?: string; stix: string } {
  const attack = attackIdOf(object);
  return { ...(attack ? { attack } : {}), stix: object.id };
}

/** Upstream's own word for the kind of group; who runs it is for attributions to say. */
function classOf({ fields }: StixObject): Actor['class'] {
  const types = listField(fields, 'threat_actor_types').join(' ');
  if (types.includes('activist')) return 'hacktivist';
  if (types.includes('crim')) return 'criminal';
  if (types.includes('nation-state')) return 'state-affiliated';
  return 'unknown';
}

function monthOf(timestamp: string | undefined): string | undefined {
  return timestamp?.match(/^(?:19[89]|20\d)\d-(?:0[1-9]|1[0-2])/)?.[0];
}
