import { describe, expect, it } from 'vitest';
import { crossReferenceFaults, isBefore, sourcesOf } from '../../../lib/dataset/references';
import type { Dataset } from '../../../lib/model/record';
import { smallDataset } from '../../fixtures/small-dataset';

const find = <T extends { id: string }>(records: T[], id: string): T => records.find((record) => record.id === id)!;

describe('crossReferenceFaults', () => {
  const cases: [string, (dataset: Dataset) => void, string, RegExp][] = [
    ['an id used twice', (d) => d.actors.push(structuredClone(d.actors[0]!)), 'actor:apt31', /used twice/],
    [
      'an unknown parent',
      (d) => (d.actors[0]!.parent = 'actor:nobody'),
      'actor:apt31',
      /^parent names actor:nobody, which is not on file/,
    ],
    [
      'an unknown id deep in a record',
      (d) => (d.events[0]!.by!.agencies = ['agency:nobody']),
      'event:gb-2024-electoral-commission',
      /^by\.agencies names agency:nobody/,
    ],
    [
      'an unknown source in provenance',
      (d) => d.agencies[0]!.prov.push({ source: 'source:nowhere' }),
      'agency:gb-ncsc',
      /^prov\.source names source:nowhere/,
    ],
    [
      'an unknown source in a review',
      (d) => (d.actors[0]!.review = { state: 'reviewed', on: '2026-01-01', confirmedIn: ['source:nowhere'] }),
      'actor:apt31',
      /^review\.confirmedIn names/,
    ],
    [
      'a record that names itself',
      (d) => (d.incidents[0]!.notToConfuse = ['incident:notpetya']),
      'incident:notpetya',
      /names the record itself/,
    ],
    [
      'a source that nobody uses',
      (d) => d.sources.push({ ...structuredClone(d.sources[0]!), id: 'source:unused' }),
      'source:unused',
      /no record uses/,
    ],
    [
      'a body that speaks before it existed',
      (d) => (find(d.agencies, 'agency:gb-ncsc').existedFrom = '2025'),
      'event:gb-2024-electoral-commission',
      /before agency:gb-ncsc existed/,
    ],
    [
      'a body that speaks after its end',
      (d) => (find(d.agencies, 'agency:gb-ncsc').existedTo = '2023-12'),
      'event:gb-2024-electoral-commission',
      /after agency:gb-ncsc ended/,
    ],
    [
      'one act told twice',
      (d) => d.events.push({ ...structuredClone(d.events[0]!), id: 'event:again' }),
      'event:again',
      /says the same as event:gb-2024-electoral-commission/,
    ],
    [
      'two actors that are each other’s parents',
      (d) => (find(d.actors, 'actor:lazarus').parent = 'actor:andariel'),
      'actor:andariel',
      /circle/,
    ],
    [
      'an agency above itself at some distance',
      (d) => (find(d.agencies, 'agency:cn-mss').parent = 'agency:cn-mss-hubei'),
      'agency:cn-mss',
      /circle/,
    ],
    [
      'incidents that are part of each other',
      (d) => {
        d.incidents[0]!.partOf = d.incidents[2]!.id;
        d.incidents[2]!.partOf = d.incidents[0]!.id;
      },
      'incident:notpetya',
      /circle/,
    ],
    [
      'an accusation before the incident began',
      (d) => (find(d.events, 'event:gb-2018-notpetya').date = '2017-05'),
      'event:gb-2018-notpetya',
      /before incident:notpetya began/,
    ],
    [
      'a response before its event',
      (d) => (find(d.events, 'event:us-2024-apt31').responses![0]!.date = '2023'),
      'event:us-2024-apt31',
      /sanction of 2023, before the event/,
    ],
    [
      'an answer before what it answers',
      (d) => (find(d.events, 'event:cn-2024-denial').date = '2024-03-01'),
      'event:cn-2024-denial',
      /before event:gb-2024-electoral-commission, which it answers/,
    ],
    [
      'an event older than the one it supersedes',
      (d) => (find(d.events, 'event:gb-2018-notpetya').supersedes = 'event:us-2024-apt31'),
      'event:gb-2018-notpetya',
      /older than event:us-2024-apt31/,
    ],
  ];

  it.each(cases)('finds %s', (_name, spoil, where, what) => {
    const dataset = smallDataset();
    spoil(dataset);
    expect(crossReferenceFaults(dataset)).toContainEqual({ where, what: expect.stringMatching(what) });
  });

  it('lets a date stand that may be right at its precision', () => {
    const dataset = smallDataset();
    find(dataset.events, 'event:gb-2018-notpetya').date = '2017';
    find(dataset.events, 'event:ru-2018-notpetya').date = '2018-02';
    expect(crossReferenceFaults(dataset)).toEqual([]);
  });

  it('comes to an end where a chain of parents leads into a circle', () => {
    const dataset = smallDataset();
    find(dataset.actors, 'actor:apt31').parent = 'actor:lazarus';
    find(dataset.actors, 'actor:lazarus').parent = 'actor:andariel';
    expect(crossReferenceFaults(dataset).map(({ where }) => where)).toEqual([
      'actor:apt31',
      'actor:lazarus',
      'actor:andariel',
    ]);
  });
});

describe('isBefore', () => {
  it.each([
    ['2023', '2024', true, 'years'],
    ['2024', '2024', false, 'the same year'],
    ['2024', '2024-03', false, 'a year and a month in it'],
    ['2024-03', '2024', false, 'a month and its year'],
    ['2023-12-31', '2024', true, 'a day and the next year'],
    ['2024-03-24', '2024-03-25', true, 'days'],
    ['2024-03-26', '2024-03-25', false, 'days, the other way'],
    ['2024-02', '2024-03-25', true, 'a month and a later day'],
  ])('%s before %s: %s (%s)', (a, b, expected) => {
    expect(isBefore(a, b)).toBe(expected);
  });
});

describe('sourcesOf', () => {
  it.each([
    [
      { prov: [{ source: 'source:a' as const }, { source: 'source:b' as const, locator: 'p. 1' }] },
      ['source:a', 'source:b'],
    ],
    [{ prov: [] }, []],
    [{}, []],
  ])('%j → %j', (record, sources) => {
    expect(sourcesOf(record)).toEqual(sources);
  });
});
