import { LIMITS } from '../limits';
import { checkedLine } from '../names/checked-name';
import { classOf, countryOf, type MispMeta, motivesOf } from '../names/misp-meta';
import { FeedRefused } from '../refused';
import { AT_A_TIME, asFields, type FeedAdapter, type Fields, field, listField, textField } from './adapter';
import { FeedBuilder } from './feed-builder';

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Types of cluster whose values are groups, or agencies. Others (tools, ransomware, sectors, …) are not read. */
const ACTORS = new Set([
  'threat-actor',
  'mitre-intrusion-set',
  'mitre-enterprise-attack-intrusion-set',
  'microsoft-activity-group',
]);
const AGENCIES = new Set(['intelligence-agency', 'intelligence-agencies']);

/** MISP galaxy clusters: `threat-actor`, `intelligence-agency` and what has their form. */
export const misp: FeedAdapter = {
  format: 'misp',
  recognises(document) {
    const cluster = 'json' in document ? asFields(document.json) : undefined;
    return Boolean(cluster && Array.isArray(field(cluster, 'values')) && textField(cluster, 'type') !== undefined);
  },
  *read(document, feed) {
    const cluster = 'json' in document ? asFields(document.json) : undefined;
    const type = textField(cluster, 'type') ?? '';
    if (!ACTORS.has(type) && !AGENCIES.has(type)) throw new FeedRefused('other-cluster', { type });
    const builder = new FeedBuilder('misp', feed);
    for (const [i, item] of listField(cluster, 'values').entries()) {
      if (i % AT_A_TIME === 0) yield;
      const value = asFields(item);
      const uuid = textField(value, 'uuid')?.toLowerCase();
      if (!value || !uuid) throw new FeedRefused('no-field', { field: `values[${i}].uuid` });
      if (!UUID.test(uuid)) throw new FeedRefused('bad-id', { id: uuid });
      if (ACTORS.has(type)) readActor(builder, value, uuid);
      else readAgency(builder, value, uuid);
    }
    const version = field(cluster, 'version');
    return builder.finish({
      name: checkedLine(textField(cluster, 'name') ?? type, 'name', 80),
      version: typeof version === 'number' ? String(version) : undefined,
    });
  },
};

function readActor(builder: FeedBuilder, value: Fields, uuid: string): void {
  const meta = metaOf(value);
  const country = countryOf(meta);
  builder.actor({
    id: `actor:misp-${uuid}`,
    locator: uuid,
    keys: [`misp:${uuid}`],
    name: field(value, 'value'),
    names: (meta.synonyms ?? []).map((text) => ({ text })),
    class: classOf(country, meta),
    country,
    motives: motivesOf(meta),
    activeFrom: meta.since && /^\d{4}$/.test(meta.since) ? meta.since : undefined,
    ext: { misp: uuid },
  });
}

function readAgency(builder: FeedBuilder, value: Fields, uuid: string): void {
  const meta = metaOf(value);
  const country = countryOf(meta);
  const name = field(value, 'value');
  if (!country) {
    builder.leaveOut('no-country', String(name).slice(0, LIMITS.name));
    return;
  }
  builder.agency(
    { id: `agency:misp-${uuid}`, locator: uuid, keys: [`misp:${uuid}`], name, names: meta.synonyms ?? [] },
    { country, type: 'unstated', ext: { misp: uuid } },
  );
}

/** Only what has the expected type; the rest counts as absent. */
function metaOf(value: Fields): MispMeta {
  const meta = asFields(field(value, 'meta'));
  const texts = (name: string) => listField(meta, name).filter((item): item is string => typeof item === 'string');
  const incidents = field(meta, 'cfr-type-of-incident');
  return {
    synonyms: listField(meta, 'synonyms') as string[], // checked name by name
    country: textField(meta, 'country') ?? '',
    motive: textField(meta, 'motive') ?? '',
    since: textField(meta, 'since') ?? '',
    'cfr-suspected-state-sponsor': textField(meta, 'cfr-suspected-state-sponsor') ?? '',
    'cfr-type-of-incident': typeof incidents === 'string' ? incidents : texts('cfr-type-of-incident'),
    'threat-actor-classification': texts('threat-actor-classification'),
  };
}
