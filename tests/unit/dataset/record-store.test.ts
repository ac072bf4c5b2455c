import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openRecords, packRecords } from '../../../lib/dataset/record-store';
import { smallDataset } from '../../fixtures/small-dataset';

const stamp = { version: '2026.11', date: '2026-11-22' };
const dataset = smallDataset();
const file = packRecords(dataset, stamp);
const store = openRecords(file);

describe('the record store', () => {
  const entities = [...dataset.actors, ...dataset.agencies, ...dataset.incidents];

  it('gives back every record but the address of its schema', () => {
    const bare = ({ $schema: _, ...facts }: { $schema: string }) => facts;
    for (const record of entities) expect(store.entity(record.id)).toEqual(bare(record));
    for (const record of dataset.events) expect(store.event(record.id)).toEqual(bare(record));
    for (const record of dataset.sources) expect(store.source(record.id)).toEqual(bare(record));
  });

  it('gives the same bytes for the same dataset', () => {
    expect(packRecords(smallDataset(), stamp)).toEqual(file);
  });

  it('opens where it lies inside a larger buffer', () => {
    const larger = new Uint8Array(file.byteLength + 13);
    larger.set(file, 5);
    expect(openRecords(larger.subarray(5, 5 + file.byteLength)).entity('actor:apt31')).toEqual(
      store.entity('actor:apt31'),
    );
  });

  it.each([
    ['actor:nobody', 'an unknown id'],
    ['__proto__', 'a key of every object'],
    ['constructor', 'a method of every object'],
    ['', 'nothing'],
    ['event:gb-2018-notpetya', 'an event, asked for as an entity'],
  ])('has no entity "%s": %s', (id) => {
    expect(store.entity(id)).toBeUndefined();
    expect(store.label(id)).toBeUndefined();
    expect(store.eventsOf(id)).toEqual([]);
    expect(store.linksOf(id)).toEqual([]);
  });

  it('has no event or source under another kind of id', () => {
    expect(store.event('actor:apt31')).toBeUndefined();
    expect(store.source('actor:apt31')).toBeUndefined();
  });

  it.each([
    [
      'actor:apt31',
      ['event:cn-2024-denial', 'event:gb-2024-parliamentarians', 'event:us-2024-apt31'],
      'with the denial of what accuses it',
    ],
    [
      'incident:uk-electoral-commission',
      ['event:cn-2024-denial', 'event:gb-2024-electoral-commission'],
      'with the denial',
    ],
    ['agency:cn-mss-hubei', ['event:cn-2024-denial', 'event:us-2024-apt31'], 'as the accused, with the denial'],
    [
      'agency:gb-ncsc',
      ['event:gb-2024-electoral-commission', 'event:gb-2024-parliamentarians', 'event:gb-2018-notpetya'],
      'as the accuser, without answers to it',
    ],
    [
      'incident:notpetya',
      ['event:labs-2018-retraction', 'event:gb-2018-notpetya', 'event:ru-2018-notpetya', 'event:labs-2017-notpetya'],
      'with a retraction',
    ],
    ['incident:solarwinds', ['event:ru-2021-solarwinds', 'event:us-2021-solarwinds'], 'with a dispute'],
    ['actor:play', [], 'none'],
  ])('lists the events of %s, newest first: %s', (id, events) => {
    expect(store.eventsOf(id)).toEqual(events);
  });

  it('carries an answer to an answer through, in whatever order the files came', () => {
    const withdrawal = {
      ...structuredClone(dataset.events[2]!),
      id: 'event:withdrawal' as const,
      date: '2024-05-01',
      kind: 'retraction' as const,
      answers: ['event:cn-2024-denial' as const],
    };
    for (const events of [
      [...dataset.events, withdrawal],
      [withdrawal, ...dataset.events],
    ]) {
      const opened = openRecords(packRecords({ ...dataset, events }, stamp));
      expect(opened.eventsOf('actor:apt31')[0]).toBe('event:withdrawal');
      expect(opened.eventsOf('incident:uk-electoral-commission')[0]).toBe('event:withdrawal');
      expect(opened.eventsOf('agency:gb-ncsc')).not.toContain('event:withdrawal');
    }
  });

  it('comes to an end where answers answer each other', () => {
    const events = structuredClone(dataset.events);
    const copy = {
      ...structuredClone(events[2]!),
      id: 'event:echo' as const,
      answers: ['event:cn-2024-denial' as const],
    };
    events[2]!.answers = ['event:echo'];
    expect(
      openRecords(packRecords({ ...dataset, events: [...events, copy] }, stamp)).event('event:echo'),
    ).toBeDefined();
  });

  it('ties the accused side of an event together, and not the accuser to it', () => {
    expect(store.linksOf('actor:apt31')).toEqual(['agency:cn-mss-hubei']);
    expect(store.linksOf('actor:andariel')).toEqual(['actor:lazarus']);
    expect(store.linksOf('incident:notpetya')).toContain('agency:ru-gru');
    expect(store.linksOf('agency:gb-ncsc')).toEqual(['agency:gb-gchq']);
  });

  it('says what it holds', () => {
    expect(store.about).toMatchObject({
      stamp,
      counts: { actors: 12, agencies: 12, incidents: 3, events: 11, sources: 3, reviewedEvents: 0 },
    });
    expect(store.about.credits).toEqual([
      {
        publisher: 'Example List',
        url: 'https://example.org/list',
        spdx: 'CC0-1.0',
        credit: 'Example List',
        version: '7',
      },
    ]);
  });

  it('lists every name for search', () => {
    expect(store.searchEntries()).toHaveLength(entities.length);
    expect(store.searchEntries()[0]).toEqual({
      id: 'actor:apt31',
      kind: 'actor',
      name: 'APT31',
      aliases: ['Zirconium', 'Judgment Panda', 'Violet Typhoon', 'Bronze Vinewood'],
      country: 'CN',
      code: 'G0128',
      events: 3,
    });
  });

  it.each([
    ['actor:andariel', undefined],
    ['incident:notpetya', ['2017']],
  ])('lists the words that readers add to the name of %s: %j', (id, beside) => {
    expect(store.searchEntries().find((entry) => entry.id === id)?.beside).toEqual(beside);
  });

  it.each([
    ['agency:gb-gchq', { short: 'GCHQ', country: 'GB' }],
    ['agency:gb-ncsc', { short: 'NCSC', parent: 'agency:gb-gchq' }],
    ['actor:andariel', { name: 'Andariel', parent: 'actor:lazarus', country: 'KP' }],
    ['incident:notpetya', { country: 'UA' }],
  ])('labels %s with %j', (id, label) => {
    expect(store.label(id)).toMatchObject(label);
  });
});

describe('openRecords', () => {
  it('refuses a file cut short anywhere', () => {
    for (let bytes = 0; bytes < file.byteLength; bytes += 97)
      expect(() => openRecords(file.subarray(0, bytes)), `${bytes} bytes`).toThrow(RangeError);
    expect(() => openRecords(file.subarray(0, file.byteLength - 1))).toThrow(RangeError);
  });

  it('refuses random bytes, with and without its magic number', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), fc.boolean(), (bytes, isForged) => {
        const forged = Uint8Array.from(bytes);
        if (isForged) forged.set(file.subarray(0, Math.min(4, forged.byteLength)));
        expect(() => openRecords(forged)).toThrow(RangeError);
      }),
    );
  });

  it.each([
    'null',
    '1',
    '[]',
    '{}',
    '{"ids":[],"lengths":[0]}',
    '{"stamp":{},"about":{},"ids":["actor:x"],"lengths":[0,0],"events":[[]],"links":[[]]}',
    '{"stamp":{},"about":{},"ids":["actor:x"],"lengths":[-1,1,0],"events":[[]],"links":[[]]}',
    '{"stamp":{},"about":{},"ids":["actor:x"],"lengths":[0,0,0],"events":[[]],"links":[]}',
    '{"stamp":{},"about":{},"ids":[],"lengths":[0,0],"events":[[]],"links":[[]]}',
  ])('refuses the directory %s', (directory) => {
    const bytes = new TextEncoder().encode(directory);
    const forged = new Uint8Array(8 + bytes.byteLength);
    forged.set(file.subarray(0, 4));
    new DataView(forged.buffer).setUint32(4, bytes.byteLength, true);
    forged.set(bytes, 8);
    expect(() => openRecords(forged)).toThrow(RangeError);
  });

  it('throws a RangeError, and no other, where one byte is damaged', () => {
    fc.assert(
      fc.property(fc.nat(file.byteLength - 1), fc.nat(255), (at, byte) => {
        const damaged = file.slice();
        damaged[at] = byte;
        try {
          const opened = openRecords(damaged);
          for (const { id } of dataset.actors) opened.entity(id);
          for (const { id } of dataset.actors) opened.label(id);
          opened.searchEntries();
        } catch (error) {
          expect(error).toBeInstanceOf(RangeError);
        }
      }),
      { numRuns: 300 },
    );
  });
});
