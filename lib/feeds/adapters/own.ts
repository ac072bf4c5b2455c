import { COLLECTION_NAMES, COLLECTIONS, type CollectionName, type RecordOf } from '../../dataset/schema';
import { validateRecord } from '../../dataset/validate';
import { FEED_SOURCE } from '../../model/feed-source';
import { OWN_FORMAT, OWN_FORMAT_VERSION } from '../../model/own-format';
import { type FeedContent, type FeedIdentity, sourceIdOf } from '../content';
import { LIMITS } from '../limits';
import { checkedLine, checkedName } from '../names/checked-name';
import { FeedRefused } from '../refused';
import { AT_A_TIME, asFields, type FeedAdapter, type Fields, field, listField, textField } from './adapter';

/**
 * Our own form, in one file: records as in `data/`, by collection, under
 * `{"format": "attribution-lens-feed", "formatVersion": 1, "name", "version", "licence"}`. Held to the schemas
 * of core. What steers matching (patterns of incidents, tells of agencies) stays core's alone, and nothing
 * counts as reviewed.
 */
export const own: FeedAdapter = {
  format: 'attribution-lens',
  recognises: (document) => 'json' in document && textField(asFields(document.json), 'format') === OWN_FORMAT,
  *read(document, feed) {
    const file = 'json' in document ? asFields(document.json) : undefined;
    if (field(file, 'formatVersion') !== OWN_FORMAT_VERSION) throw new FeedRefused('newer-format');
    const content: FeedContent = {
      format: 'attribution-lens',
      records: { actors: [], agencies: [], incidents: [], events: [], sources: [] },
      keys: {},
      leftOut: [],
      ...aboutOf(file),
    };
    const ids = new Set<string>();
    for (const collection of COLLECTION_NAMES) {
      for (const [i, item] of listField(file, collection).entries()) {
        if (i % AT_A_TIME === 0) yield;
        const record = readRecord(collection, item, `${collection}[${i}]`, feed);
        if (record.id.startsWith(FEED_SOURCE)) throw new FeedRefused('bad-id', { id: record.id });
        if (ids.has(record.id)) throw new FeedRefused('duplicate-id', { id: record.id });
        ids.add(record.id);
        (content.records[collection] as unknown[]).push(record);
        keepWithin(content);
      }
    }
    const { actors, agencies, incidents, events } = content.records;
    if (![actors, agencies, incidents, events].some((list) => list.length)) throw new FeedRefused('nothing-to-read');
    return content;
  },
};

function readRecord<Name extends CollectionName>(
  collection: Name,
  item: unknown,
  where: string,
  feed: FeedIdentity,
): RecordOf<Name> {
  const fields = asFields(item);
  if (!fields) throw new FeedRefused('wrong-shape', { where });
  const { noun } = COLLECTIONS[collection];
  const { $schema: _, ...facts } = fields;
  checkNames(facts, where);
  const result = validateRecord(collection, { $schema: `../schema/${noun}.schema.json`, ...facts }, where);
  if (!result.ok) {
    const fault = result.faults[0]!;
    const isId = fault.what.startsWith('id:');
    const bearer = isId ? undefined : textField(facts, 'id');
    throw new FeedRefused('bad-record', { where: bearer ?? where, what: fault.what });
  }
  return collection === 'sources'
    ? result.record
    : (asFeedRecord(result.record as Attributable, feed) as RecordOf<Name>);
}

/** The sentences on bad names are the same for every form, and come before those of the schema. */
function checkNames(facts: Fields, where: string): void {
  if (!Object.hasOwn(facts, 'aliases')) return;
  const id = textField(facts, 'id') ?? where;
  for (const name of [field(facts, 'name'), ...listField(facts, 'aliases').map((one) => field(asFields(one), 'text'))])
    if (name !== undefined) checkedName(name, id, LIMITS.name);
}

type Attributable = Exclude<RecordOf<CollectionName>, RecordOf<'sources'>>;

function asFeedRecord(record: Attributable, feed: FeedIdentity): Attributable {
  const prov = [
    ...record.prov.filter(({ source }) => !source.startsWith(FEED_SOURCE)),
    { source: sourceIdOf(feed), ...(record.id.length <= 120 ? { locator: record.id } : {}) },
  ];
  return { ...withoutSteering(record), prov, review: { state: 'unreviewed' } } as Attributable;
}

function withoutSteering(record: Attributable): Partial<Attributable> {
  const { patterns: _, tells: __, ...facts } = record as Attributable & { patterns?: unknown; tells?: unknown };
  return facts;
}

function keepWithin({ records }: FeedContent): void {
  if (records.actors.length + records.agencies.length + records.incidents.length > LIMITS.entities)
    throw new FeedRefused('too-many-entities', { count: LIMITS.entities });
  if (records.events.length > LIMITS.events) throw new FeedRefused('too-many-events', { count: LIMITS.events });
}

function aboutOf(file: Fields | undefined): Pick<FeedContent, 'name' | 'version' | 'licence'> {
  const about: Pick<FeedContent, 'name' | 'version' | 'licence'> = {};
  for (const name of ['name', 'version', 'licence'] as const) {
    const text = textField(file, name);
    if (text !== undefined) about[name] = checkedLine(text, name, 80) ?? text.slice(0, 80);
  }
  return about;
}
