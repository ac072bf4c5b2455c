import { fold } from '../../../matching/fold';
import { hashToken } from '../../../matching/hash';
import type { AttributionEvent } from '../../../model/event';
import type { Source } from '../../../model/source';
import { LIMITS } from '../../limits';
import { checkedLine } from '../../names/checked-name';
import { slug } from '../../names/slug';
import { asFields, listField, textField } from '../adapter';
import type { FeedBuilder } from '../feed-builder';
import { entityIdOf } from './entities';
import { ownIdOf, type StixObject, uuidOf } from './objects';

/**
 * A relationship `attributed-to` as an event: whoever made the object says, on the day on which it was made,
 * that the campaign (or the group) is the group's (or the body's). How far the text behind it went is unstated.
 */
export function addAttribution(
  builder: FeedBuilder,
  relation: StixObject,
  objects: ReadonlyMap<string, StixObject>,
  feedName: string,
): void {
  // Its day, its kind and how far it went are in our extension; the record itself says them better.
  if (ownIdOf(relation, 'event')) {
    builder.leaveOut('of-core', relation.id);
    return;
  }
  const from = objects.get(textField(relation.fields, 'source_ref') ?? '');
  const to = objects.get(textField(relation.fields, 'target_ref') ?? '');
  if (!from || !to || !builder.holds(entityIdOf(from)) || !builder.holds(entityIdOf(to))) {
    builder.leaveOut('loose-link', relation.id);
    return;
  }
  const accused = accusedOf(from, to);
  if (!accused) {
    builder.leaveOut('other-link', relation.id);
    return;
  }
  const date = textField(relation.fields, 'created')?.match(/^\d{4}-\d{2}-\d{2}(?=T)/)?.[0];
  if (!date || Number.isNaN(Date.parse(date))) {
    builder.leaveOut('no-date', relation.id);
    return;
  }
  const maker = objects.get(textField(relation.fields, 'created_by_ref') ?? '');
  const org = maker && checkedLine(textField(maker.fields, 'name') ?? '', maker.id, LIMITS.actorName);
  const isIncident = from.type === 'campaign' || from.type === 'incident';
  builder.event(
    {
      id: `event:stix-${uuidOf(relation.id)}`,
      date,
      kind: 'vendor-report',
      by: { org: org ?? feedName.slice(0, LIMITS.actorName), mode: 'independent' },
      accused,
      ...(isIncident ? { incidents: [entityIdOf(from) as `incident:${string}`] } : {}),
      confidence: { level: 'unstated' },
    },
    relation.id,
    [`stix:${relation.id}`],
    addSources(builder, relation),
  );
}

type Accused = NonNullable<AttributionEvent['accused']>;

function accusedOf(from: StixObject, to: StixObject): Accused | undefined {
  const isDeed = from.type === 'campaign' || from.type === 'incident';
  const target = entityIdOf(to);
  if (target.startsWith('agency:')) {
    const actor = isDeed ? {} : { actor: entityIdOf(from) as `actor:${string}` };
    return { agency: target as `agency:${string}`, ...actor, strength: 'unstated' };
  }
  // A group attributed to a group says that one is part of the other, or the same: vendors differ in what they mean.
  return isDeed && target.startsWith('actor:')
    ? { actor: target as `actor:${string}`, strength: 'unstated' }
    : undefined;
}

/** Pages that the relationship refers to. What is not https is not linked. */
function addSources(builder: FeedBuilder, relation: StixObject): Source['id'][] {
  return listField(relation.fields, 'external_references').flatMap((reference) => {
    const url = textField(asFields(reference), 'url');
    const host = url && URL.canParse(url) ? new URL(url).hostname : '';
    if (!url?.startsWith('https://') || !host || url.length > 2000) return [];
    const id: Source['id'] = `source:link-${slug(host)}-${hashToken(fold(url) + url).toString(36)}`;
    builder.source({
      id,
      kind: 'reference',
      publisher: host.replace(/^www\./, '').slice(0, LIMITS.name),
      url: new URL(url).href,
      licence: { spdx: 'NOASSERTION', use: 'link-only' },
      urlStatus: 'listed',
    });
    return [id];
  });
}
