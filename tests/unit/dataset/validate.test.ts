import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { COLLECTION_NAMES, type CollectionName } from '../../../lib/dataset/schema';
import { validateRecord } from '../../../lib/dataset/validate';
import { smallDataset } from '../../fixtures/small-dataset';

const dataset = smallDataset();
const [apt31] = dataset.actors;
const statement = dataset.events[0]!;
const denial = dataset.events[2]!;
const [list] = dataset.sources;

describe('validateRecord refuses', () => {
  const cases: [string, CollectionName, unknown, RegExp][] = [
    ['an unknown key', 'actors', { ...apt31, nickname: 'x' }, /^nickname: /],
    ['a missing key', 'actors', { ...apt31, name: undefined }, /^name: /],
    [
      'an own key __proto__',
      'actors',
      JSON.parse(`{"__proto__": {"x": 1}, ${JSON.stringify(apt31).slice(1)}`),
      /__proto__|never/,
    ],
    ['an own key constructor', 'actors', { ...apt31, constructor: 1 }, /constructor/],
    ['an id of another kind', 'actors', { ...apt31, id: 'agency:apt31' }, /an id of the form actor:some-slug/],
    ['an id in capitals', 'actors', { ...apt31, id: 'actor:APT31' }, /an id of the form/],
    ['a name with a line break', 'actors', { ...apt31, name: 'A\nB' }, /one trimmed line/],
    ['a name with space around it', 'actors', { ...apt31, name: ' A' }, /one trimmed line/],
    ['a name not in NFC', 'actors', { ...apt31, name: 'Comite\u0301' }, /NFC/],
    ['a name that is too long', 'actors', { ...apt31, name: 'x'.repeat(81) }, /^name: /],
    ['a name of a megabyte', 'actors', { ...apt31, name: 'x'.repeat(1_000_000) }, /^name: /],
    ['an unknown class', 'actors', { ...apt31, class: 'evil' }, /^class: /],
    ['a country in small letters', 'actors', { ...apt31, origin: { country: 'cn' } }, /^origin\.country: /],
    ['no provenance', 'actors', { ...apt31, prov: [] }, /^prov: /],
    [
      'a review without a day',
      'actors',
      { ...apt31, review: { state: 'reviewed', confirmedIn: ['source:list'] } },
      /^review\.on: /,
    ],
    ['a day that is not in the calendar', 'events', { ...statement, date: '2023-02-29' }, /no such day/],
    ['a month that is not in the calendar', 'events', { ...statement, date: '2023-13' }, /a date is YYYY/],
    ['an event without a speaker', 'events', { ...statement, by: undefined }, /a date and a speaker/],
    ['an event without a date', 'events', { ...statement, date: undefined }, /a date and a speaker/],
    ['an accusation of nobody', 'events', { ...statement, accused: undefined }, /says who is accused/],
    ['an accusation without a source', 'events', { ...statement, prov: [] }, /only a denial/],
    ['a speaker that is nobody', 'events', { ...statement, by: { mode: 'independent' } }, /^by: a speaker needs/],
    ['a denial of nothing', 'events', { ...denial, answers: undefined }, /say which events they answer/],
    ['a statement that answers', 'events', { ...statement, answers: ['event:x'] }, /say which events they answer/],
    ['an address without TLS', 'sources', { ...list, url: 'http://example.org' }, /an https address/],
    ['a script for an address', 'sources', { ...list, url: 'javascript:alert(1)' }, /an https address/],
    [
      'a dataset that is only linked',
      'sources',
      { ...list, licence: { spdx: 'CC0-1.0', use: 'link-only' } },
      /not link-only/,
    ],
    [
      'a bundled source without a licence',
      'sources',
      { ...list, licence: { spdx: 'NOASSERTION', use: 'bundle' } },
      /has a licence/,
    ],
    ['a page read on no day', 'sources', { ...list, urlChecked: undefined }, /says when/],
    ['null', 'agencies', null, /./],
    ['a list', 'agencies', [], /./],
    ['a text', 'incidents', 'incident:x', /./],
  ];

  it.each(cases)('%s', (_name, collection, value, what) => {
    const result = validateRecord(collection, value, 'here');
    expect(result).toMatchObject({ ok: false });
    expect(!result.ok && result.faults).toContainEqual({ where: 'here', what: expect.stringMatching(what) });
  });
});

describe('validateRecord accepts', () => {
  it.each([
    ['a denial without a source', 'events', { ...denial, prov: [] }],
    [
      'an office that attributed nothing, on no day',
      'events',
      { ...statement, kind: 'no-official-attribution', date: undefined, by: undefined, accused: undefined },
    ],
    ['a date of a year', 'events', { ...statement, date: '2024' }],
    ['a leap day', 'events', { ...statement, date: '2024-02-29' }],
    ['NATO as a speaker', 'events', { ...statement, by: { country: 'NATO', mode: 'joint' } }],
  ] as const)('%s', (_name, collection, value) => {
    expect(validateRecord(collection, value, 'here')).toMatchObject({ ok: true });
  });
});

describe('validateRecord never throws', () => {
  const collection = fc.constantFrom(...COLLECTION_NAMES);

  it('on any value', () => {
    const anything = fc.anything({
      withBigInt: true,
      withDate: true,
      withMap: true,
      withNullPrototype: true,
      withObjectString: true,
      withSet: true,
      withTypedArray: true,
    });
    fc.assert(
      fc.property(collection, anything, (name, value) => {
        expect(validateRecord(name, value, 'here').ok).toBe(false);
      }),
    );
  });

  it('on a valid record with one part replaced', () => {
    const records = COLLECTION_NAMES.flatMap((name) =>
      dataset[name].map((record): [CollectionName, object] => [name, record]),
    );
    const hostile = fc.oneof(
      fc.jsonValue(),
      fc.constantFrom(
        'x'.repeat(1_000_000),
        'a-'.repeat(100_000),
        '__proto__',
        JSON.parse('{"__proto__":{"state":"reviewed"}}'),
        Number.NaN,
        [[[[[]]]]],
      ),
    );
    fc.assert(
      fc.property(fc.constantFrom(...records), fc.nat(), hostile, ([name, record], pick, value) => {
        const copy = structuredClone(record) as Record<string, unknown>;
        const keys = Object.keys(copy);
        copy[keys[pick % keys.length]!] = value;
        expect(typeof validateRecord(name, copy, 'here').ok).toBe('boolean');
      }),
    );
    expect(Object.hasOwn(Object.prototype, 'state')).toBe(false);
  });

  it('on deep nesting', () => {
    let deep: unknown = 1;
    for (let i = 0; i < 100_000; i++) deep = [deep];
    expect(validateRecord('events', deep, 'here').ok).toBe(false);
    expect(validateRecord('actors', { ...apt31, aliases: deep }, 'here').ok).toBe(false);
  });
});
