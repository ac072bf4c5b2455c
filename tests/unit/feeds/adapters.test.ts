import { describe, expect, it } from 'vitest';
import { feedBytes, readBytes } from '../../fixtures/feeds';

describe('a STIX bundle', () => {
  const content = readBytes(feedBytes('stix'), 'labs');
  const { actors, agencies, incidents, events, sources } = content.records;

  it('gives groups, campaigns and accused bodies, under ids of their own', () => {
    expect(content.format).toBe('stix');
    expect(content.version).toBe('2026-02-01');
    expect(actors.map(({ name, aliases }) => [name, ...aliases.map(({ text }) => text)])).toEqual([
      ['Quillfeather', 'Glimmer Stoat', 'QF-77'],
      ['APT31', 'Vellum Otter'],
    ]);
    expect(actors[1]).toMatchObject({
      id: 'actor:stix-cccccccc-0000-4000-8000-000000000002',
      class: 'unknown',
      ext: { attack: 'G0128' },
      review: { state: 'unreviewed' },
      prov: [{ source: 'source:feed-labs', locator: 'intrusion-set--cccccccc-0000-4000-8000-000000000002' }],
    });
    expect(incidents).toMatchObject([{ name: 'Operation Brasslantern', start: '2025-03', end: '2025-06' }]);
    expect(agencies).toMatchObject([{ name: 'Directorate of Example Signals', country: 'RU', type: 'unstated' }]);
  });

  it('gives attributions as events of whoever made the object, with the page that they refer to', () => {
    expect(events).toMatchObject([
      {
        date: '2026-01-12',
        kind: 'vendor-report',
        by: { org: 'Example Labs' },
        accused: { actor: actors[0]!.id, strength: 'unstated' },
        incidents: [incidents[0]!.id],
        prov: [{ source: sources[0]!.id }, { source: 'source:feed-labs' }],
      },
      { by: { org: 'Feed labs' }, accused: { agency: agencies[0]!.id, actor: actors[0]!.id } },
    ]);
    expect(sources).toMatchObject([{ publisher: 'labs.example', url: 'https://labs.example/brasslantern' }]);
  });

  it('leaves out what upstream has withdrawn, and says so', () => {
    expect(content.leftOut).toEqual([{ why: 'withdrawn', count: 1, examples: ['Withdrawn Heron'] }]);
  });

  it('takes the latest of several versions of an object', () => {
    const object = (modified: string, name: string) => ({
      type: 'intrusion-set',
      id: 'intrusion-set--cccccccc-0000-4000-8000-000000000001',
      modified,
      name,
    });
    const bundle = {
      type: 'bundle',
      objects: [object('2026-02-02', 'Newer Name'), object('2026-01-01', 'Older Name')],
    };
    expect(readBytes(JSON.stringify(bundle)).records.actors.map(({ name }) => name)).toEqual(['Newer Name']);
  });
});

describe('a MISP galaxy cluster', () => {
  it('gives groups', () => {
    const content = readBytes(feedBytes('misp'), 'misp');
    expect(content.version).toBe('12');
    expect(content.name).toBe('Example actors');
    expect(content.records.actors).toMatchObject([
      {
        id: 'actor:misp-99999999-0000-4000-8000-000000000001',
        name: 'Saltmarsh Weasel',
        class: 'state-affiliated',
        origin: { country: 'IR' },
        motives: ['espionage'],
        activeFrom: '2019',
      },
      { name: 'Sofacy', class: 'unknown' },
    ]);
    expect(content.leftOut).toEqual([{ why: 'no-group', count: 1, examples: ['[Unnamed group]'] }]);
  });

  it('gives agencies, of which it knows no type', () => {
    const cluster = {
      type: 'intelligence-agency',
      version: 1,
      values: [
        { uuid: '99999999-0000-4000-8000-00000000000a', value: 'Bureau A', meta: { country: 'FR', synonyms: ['BA1'] } },
        { uuid: '99999999-0000-4000-8000-00000000000b', value: 'Bureau B' },
      ],
    };
    const content = readBytes(JSON.stringify(cluster));
    expect(content.records.agencies).toMatchObject([{ name: 'Bureau A', country: 'FR', type: 'unstated' }]);
    expect(content.leftOut).toEqual([{ why: 'no-country', count: 1, examples: ['Bureau B'] }]);
  });
});

describe('Microsoft’s naming map', () => {
  it('gives groups under Microsoft’s names, others’ names as overlapping', () => {
    const { records, keys } = readBytes(feedBytes('microsoft'));
    expect(records.actors).toMatchObject([
      {
        name: 'Violet Typhoon',
        origin: { country: 'CN' },
        aliases: [
          { text: 'ZIRCONIUM', relation: 'overlaps' },
          { text: 'JUDGMENT PANDA', relation: 'overlaps', namedBy: ['CrowdStrike'] },
          { text: 'Wherry', relation: 'overlaps' },
        ],
      },
      { name: 'Ochre Tempest', class: 'criminal', aliases: [{ text: 'Storm-9911', relation: 'former-name' }] },
    ]);
    expect(Object.values(keys)).toContainEqual(['microsoft:violet typhoon']);
  });
});

describe('a watch-list', () => {
  it.each([
    ['names, one a line', 'Lantern Clerk\nQF-77, “the Quill”\n\n# a remark\n', ['Lantern Clerk', 'QF-77, “the Quill”']],
    [
      'a byte order mark and Windows line ends',
      '\ufeffLantern Clerk\r\nUmber Finch\r\n',
      ['Lantern Clerk', 'Umber Finch'],
    ],
    ['the same name twice', 'Lantern Clerk\nlantern-clerk', ['Lantern Clerk']],
    ['names of other scripts', '海莲花\nЛоцман', ['海莲花', 'Лоцман']],
  ])('%s', (_, text, names) => {
    expect(readBytes(text).records.actors.map(({ name }) => name)).toEqual(names);
  });

  it('may be CSV of a spreadsheet, with kinds, aliases, and names for entities on file', () => {
    const { actors, agencies } = readBytes(feedBytes('list')).records;
    expect(actors.map(({ id, name, aliases }) => [id, name, aliases.length])).toEqual([
      [expect.stringMatching(/^actor:own-lantern-clerk-/), 'Lantern Clerk', 2],
      ['actor:gothic-panda', 'Judgment Panda', 0],
    ]);
    expect(agencies).toMatchObject([{ name: 'Bureau of Example Keys', country: 'FR', aliases: [{ text: 'BEK' }] }]);
  });
});

describe('our own form', () => {
  const content = readBytes(feedBytes('own'), 'desk');

  it('gives records, each with the feed in its provenance, none as reviewed', () => {
    expect([content.name, content.version, content.licence]).toEqual(['Example desk', '3', 'CC0-1.0']);
    const { actors, events } = content.records;
    for (const record of [...actors, ...events]) {
      expect(record.prov.at(-1)).toMatchObject({ source: 'source:feed-desk' });
      expect(record.review).toEqual({ state: 'unreviewed' });
    }
  });

  it('has no say in matching', () => {
    expect(content.records.incidents[0]).not.toHaveProperty('patterns');
  });
});
