import { describe, expect, test } from 'vitest';
import { stixBundle } from '../../../lib/export/stix/bundle';
import { EXTENSION, PRODUCER } from '../../../lib/export/stix/frame';
import { type StixObject, stixId } from '../../../lib/export/stix/object';
import type { Excerpt } from '../../../lib/model/excerpt';
import { stixFaults } from '../../fixtures/stix-rules';
import { excerpt, pageExcerpt } from './excerpts';

const actor = stixBundle(excerpt(['actor:apt31']));
const byRecord = (objects: readonly StixObject[], record: string) =>
  objects.filter(
    ({ extensions }) => (extensions as Record<string, { record?: string }>)?.[EXTENSION]?.record === record,
  );
const named = (objects: readonly StixObject[], id: string) => objects.find((object) => object.id === id)?.name;

test.each<[string, Excerpt]>([
  ['an actor', excerpt(['actor:apt31'])],
  ['an incident', excerpt(['incident:notpetya'])],
  ['an agency that speaks', excerpt(['agency:gb-ncsc'])],
  ['an agency that only denies', excerpt(['agency:cn-mfa'])],
  ['an entity without events', excerpt(['actor:play'])],
  ['a search', excerpt(['actor:apt28', 'incident:solarwinds', 'agency:ru-gru'])],
  ['a page', pageExcerpt()],
  ['nothing', excerpt([])],
])('%s makes a bundle without faults', (_, subject) => {
  expect(stixFaults(stixBundle(subject))).toEqual([]);
});

describe('the checker itself finds', () => {
  const broken = (change: (objects: StixObject[]) => void) => {
    const bundle = structuredClone(actor);
    change(bundle.objects);
    return stixFaults(bundle).join('\n');
  };
  const first = (objects: StixObject[], type: string) => objects.find((object) => object.type === type)!;
  test.each<[string, (objects: StixObject[]) => void, RegExp]>([
    ['a property that STIX does not have', (all) => (first(all, 'intrusion-set').threat = 'x'), /threat/],
    ['an empty list', (all) => (first(all, 'intrusion-set').aliases = []), /aliases/],
    ['a missing property', (all) => delete first(all, 'relationship').target_ref, /target_ref/],
    ['a date without a time', (all) => (first(all, 'identity').modified = '2026-11-22'), /modified/],
    ['a reference that leads nowhere', (all) => all.splice(all.indexOf(first(all, 'intrusion-set')), 1), /not here/],
    [
      'a wrong extension',
      (all) =>
        (first(all, 'opinion').extensions = { [EXTENSION]: { extension_type: 'property-extension', kind: 'x' } }),
      /additional/,
    ],
    [
      'an undeclared extension',
      (all) => all.splice(all.indexOf(first(all, 'extension-definition')), 1),
      /not declared/,
    ],
    ['an id twice', (all) => all.push(all[0]!), /twice/],
  ])('%s', (_, change, fault) => {
    expect(broken(change)).toMatch(fault);
  });
});

describe('an accusation', () => {
  test('ties the group to the agency, in the name of the accuser, with what STIX has no word for', () => {
    const [relationship] = byRecord(actor.objects, 'event:us-2024-apt31');
    expect(relationship).toMatchObject({
      type: 'relationship',
      relationship_type: 'attributed-to',
      labels: ['indictment', 'unreviewed'],
      external_references: [
        { source_name: 'attribution-lens', external_id: 'event:us-2024-apt31' },
        { source_name: 'Example', url: 'https://example.org/statement' },
      ],
    });
    expect(named(actor.objects, relationship!.source_ref as string)).toBe('APT31');
    expect(named(actor.objects, relationship!.target_ref as string)).toBe('Hubei State Security Department');
    expect(named(actor.objects, relationship!.created_by_ref as string)).toBe('United States');
    expect((relationship!.extensions as Record<string, object>)[EXTENSION]).toMatchObject({
      event_kind: 'indictment',
      strength: 'state-direct',
      responses: [{ kind: 'sanction', by: 'US', date: '2024-03-25' }],
    });
  });
  test.each<[string, string, [from: string, type: string, to: string][]]>([
    [
      'of a breach, the actor unnamed',
      'event:gb-2024-electoral-commission',
      [['UK Electoral Commission breach', 'attributed-to', 'China']],
    ],
    ['of a group, the agency unnamed', 'event:gb-2024-parliamentarians', [['APT31', 'attributed-to', 'China']]],
  ])('%s', (_, event, expected) => {
    const found = byRecord(actor.objects, event).map((one) => [
      named(actor.objects, one.source_ref as string),
      one.relationship_type,
      named(actor.objects, one.target_ref as string),
    ]);
    expect(found).toEqual(expected);
  });
  test.each([
    ['confirmed', 95],
    ['high', 85],
    ['moderate', 50],
    ['low', 15],
    ['unstated', undefined],
  ] as const)('%s confidence is %s', (level, points) => {
    const changed = excerpt(['incident:solarwinds']);
    changed.events.find(({ id }) => id === 'event:us-2021-solarwinds')!.confidence = { level };
    expect(byRecord(stixBundle(changed).objects, 'event:us-2021-solarwinds')[0]!.confidence).toBe(points);
  });
  test('of a territory places the deed there and accuses no government', () => {
    const changed = excerpt(['incident:solarwinds']);
    Object.assign(changed.events.find(({ id }) => id === 'event:us-2021-solarwinds')!.accused!, {
      strength: 'from-territory',
    });
    const { objects } = stixBundle(changed);
    const relationships = byRecord(objects, 'event:us-2021-solarwinds');
    expect(relationships.map(({ relationship_type }) => relationship_type)).toEqual(['originates-from']);
    expect(relationships[0]!.target_ref).toBe(stixId('location', 'territory:RU'));
    expect(stixFaults(stixBundle(changed))).toEqual([]);
  });
  test('that ties nothing together is a note on whom it names', () => {
    const changed = excerpt(['actor:unc3886']);
    Object.assign(changed.events[0]!.accused!, { country: undefined, strength: 'actor-only' });
    const { objects } = stixBundle(changed);
    expect(byRecord(objects, 'event:labs-2022-unc3886')).toMatchObject([
      { type: 'note', object_refs: [stixId('intrusion-set', 'actor:unc3886')] },
    ]);
  });
});

describe('an answer', () => {
  test('is an opinion of who answers, on what it answers', () => {
    const [opinion] = byRecord(actor.objects, 'event:cn-2024-denial');
    expect(opinion).toMatchObject({ type: 'opinion', opinion: 'strongly-disagree' });
    expect(named(actor.objects, opinion!.created_by_ref as string)).toBe('China');
    const answered = actor.objects.filter(({ id }) => (opinion!.object_refs as string[]).includes(id));
    expect(new Set(answered.map(({ labels }) => (labels as string[])[0]))).toEqual(
      new Set(['statement', 'indictment']),
    );
  });
  test('that disputes only disagrees', () => {
    const { objects } = stixBundle(excerpt(['incident:solarwinds']));
    expect(byRecord(objects, 'event:ru-2021-solarwinds')).toMatchObject([{ opinion: 'disagree' }]);
  });
  test('that retracts revokes what was said', () => {
    const { objects } = stixBundle(excerpt(['incident:notpetya']));
    expect(byRecord(objects, 'event:labs-2017-notpetya')).toMatchObject([{ type: 'relationship', revoked: true }]);
    expect(byRecord(objects, 'event:gb-2018-notpetya')[0]).not.toHaveProperty('revoked');
  });
});

describe('ids', () => {
  test('are the same in every export', () => {
    expect(stixBundle(excerpt(['actor:apt31']))).toEqual(actor);
    const alone = byRecord(stixBundle(excerpt(['actor:play'])).objects, 'actor:play')[0]!.id;
    const among = byRecord(stixBundle(excerpt(['actor:apt31', 'actor:play'])).objects, 'actor:play')[0]!.id;
    expect(alone).toBe(among);
    // Written down, since whoever has imported an older export looks for this one.
    expect(alone).toBe('intrusion-set--545293c2-0c49-55f8-8d5a-8ee92a78e7ab');
    expect(PRODUCER).toMatch(/^identity--[0-9a-f]{8}-[0-9a-f]{4}-5/);
  });
  test('stay when the dataset is renewed, and only `modified` moves', () => {
    const renewed = stixBundle({ ...excerpt(['actor:play']), stamp: { version: '2026.12.1', date: '2026-12-24' } });
    const [before] = byRecord(stixBundle(excerpt(['actor:play'])).objects, 'actor:play');
    const [after] = byRecord(renewed.objects, 'actor:play');
    expect(after).toEqual({ ...before, modified: '2026-12-24T00:00:00.000Z' });
  });
});

test('a page adds a note on all that it names, with names left open as they are', () => {
  const { objects } = stixBundle(pageExcerpt());
  const note = objects.find(({ abstract }) => abstract === 'Names in news.test');
  expect(note).toMatchObject({ type: 'note', content: 'APT 31, APT31 (3); NCSC (1)' });
  expect(note!.object_refs).toHaveLength(3);
});
