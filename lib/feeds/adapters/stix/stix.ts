import { LIMITS } from '../../limits';
import { checkedLine } from '../../names/checked-name';
import { FeedRefused } from '../../refused';
import { AT_A_TIME, asFields, type FeedAdapter, field, textField } from '../adapter';
import { FeedBuilder } from '../feed-builder';
import { addAttribution } from './attributions';
import { addActor, addAgency, addIncident } from './entities';
import { isWithdrawn, objectsOf, ownIdOf, type StixObject } from './objects';

/** STIX 2.0 and 2.1 bundles: ATT&CK's, and what OpenCTI and other platforms export. */
export const stix: FeedAdapter = {
  format: 'stix',
  recognises: (document) => 'json' in document && textField(asFields(document.json), 'type') === 'bundle',
  *read(document, feed) {
    const bundle = 'json' in document ? asFields(document.json) : undefined;
    if (!bundle || !Array.isArray(field(bundle, 'objects'))) throw new FeedRefused('no-field', { field: 'objects' });
    const objects = yield* objectsOf(bundle);
    const builder = new FeedBuilder('stix', feed);
    const countries = countriesOf(objects);
    const accused = targetsOf(objects, 'attributed-to');
    let seen = 0;
    for (const object of objects.values()) {
      if (seen++ % AT_A_TIME === 0) yield;
      addEntity(builder, object, { country: countries.get(object.id), isAccused: accused.has(object.id) });
    }
    for (const object of objects.values()) {
      if (seen++ % AT_A_TIME === 0) yield;
      if (isRelation(object, 'attributed-to') && !isWithdrawn(object))
        addAttribution(builder, object, objects, feed.name);
    }
    return builder.finish(aboutOf(objects));
  },
};

function addEntity(
  builder: FeedBuilder,
  object: StixObject,
  { country, isAccused }: { country: string | undefined; isAccused: boolean },
): void {
  const isNamed = ['intrusion-set', 'threat-actor', 'campaign', 'incident'].includes(object.type);
  if (isNamed && isWithdrawn(object)) builder.leaveOut('withdrawn', textField(object.fields, 'name') ?? object.id);
  else if (object.type === 'intrusion-set' || object.type === 'threat-actor') addActor(builder, object, country);
  else if (object.type === 'campaign' || object.type === 'incident') addIncident(builder, object);
  else if (object.type === 'identity' && (isAccused || ownIdOf(object, 'agency')) && !isWithdrawn(object))
    addAgency(builder, object, country);
}

function isRelation({ type, fields }: StixObject, kind: string): boolean {
  return type === 'relationship' && textField(fields, 'relationship_type') === kind;
}

/** Country by id of what is said to be there, or to come from there. */
function countriesOf(objects: ReadonlyMap<string, StixObject>): Map<string, string> {
  const countries = new Map<string, string>();
  for (const object of objects.values()) {
    if (!isRelation(object, 'originates-from') && !isRelation(object, 'located-at')) continue;
    const place = objects.get(textField(object.fields, 'target_ref') ?? '');
    const country = textField(place?.fields, 'country');
    const subject = textField(object.fields, 'source_ref');
    if (subject && country && /^[A-Z]{2}$/.test(country)) countries.set(subject, country);
  }
  return countries;
}

function targetsOf(objects: ReadonlyMap<string, StixObject>, kind: string): Set<string> {
  const relations = [...objects.values()].filter((object) => isRelation(object, kind));
  return new Set(relations.map(({ fields }) => textField(fields, 'target_ref') ?? ''));
}

/** ATT&CK says its version in a collection object; other bundles are dated by their latest change. */
function aboutOf(objects: ReadonlyMap<string, StixObject>): { name?: string; version?: string } {
  let latest = '';
  for (const { type, fields } of objects.values()) {
    const modified = textField(fields, 'modified') ?? '';
    if (type === 'x-mitre-collection') {
      const line = (name: string) => {
        const text = textField(fields, name);
        return text && checkedLine(text, `${type}: ${name}`, LIMITS.actorName);
      };
      return { name: line('name'), version: line('x_mitre_version') };
    }
    if (modified > latest) latest = modified;
  }
  return { version: latest.match(/^\d{4}-\d{2}-\d{2}/)?.[0] };
}
