import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { WorkingSet } from '../../../data/import/on-file';
import { isRefusal, type Reader } from '../../../data/import/proposal';
import crews from '../../../data/import/ransomware-crews.json';
import { attackGroups } from '../../../data/import/readers/attack-groups';
import { auspexActors } from '../../../data/import/readers/auspex-actors';
import { microsoft } from '../../../data/import/readers/microsoft';
import { mispActors } from '../../../data/import/readers/misp-actors';
import { mispAgencies } from '../../../data/import/readers/misp-agencies';
import { mispRansomware } from '../../../data/import/readers/misp-ransomware';
import { datasetOf } from './records';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'import-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

function put(path: string, value: unknown): void {
  const file = join(folder, path);
  mkdirSync(join(file, '..'), { recursive: true });
  writeFileSync(file, JSON.stringify(value));
}

/** Records as they are proposed, and the rows that are refused. */
function read(reader: Reader) {
  const readings = [...reader.read(folder, new WorkingSet(datasetOf()))];
  return {
    records: readings.flatMap((reading) => (isRefusal(reading) ? [] : [reading.record])) as Record<string, unknown>[],
    refused: readings.flatMap((reading) => (isRefusal(reading) ? [[reading.refused, reading.why]] : [])),
  };
}

const uuid = (digit: number) => '00000000-0000-4000-8000-000000000000'.replace(/0/g, String(digit));

describe('MISP actors', () => {
  beforeEach(() => {
    put('misp-galaxy/producer.json', { values: [{ uuid: uuid(9), value: 'Palo Alto' }] });
    put('misp-galaxy/ransomware.json', { values: [{ uuid: uuid(8), value: 'SandLocker' }] });
  });
  const rows = (...values: object[]) => put('misp-galaxy/threat-actor.json', { values });

  it('gives names their vendors and programs their relation, and drops codes and prose', () => {
    rows({
      uuid: uuid(1),
      value: 'Sand Fox',
      description: 'Prose that must not come in.',
      meta: {
        country: 'SE',
        synonyms: ['Dune Libra', 'G0999', 'SandLocker'],
        'name-attribution': [`Dune Libra:${uuid(9)}`],
      },
    });
    expect(read(mispActors).records).toEqual([
      {
        $schema: '../schema/actor.schema.json',
        id: 'actor:sand-fox',
        name: 'Sand Fox',
        class: 'state-affiliated',
        aliases: [
          { text: 'Dune Libra', relation: 'exact', namedBy: ['Palo Alto Networks Unit 42'] },
          { text: 'SandLocker', relation: 'malware-used-as-name' },
        ],
        origin: { country: 'SE' },
        ext: { misp: uuid(1) },
        prov: [{ source: 'source:misp-galaxy', locator: uuid(1), retrieved: '2026-11-22' }],
        review: { state: 'unreviewed' },
      },
    ]);
  });

  it.each([
    [{ value: 'Sand Spider', meta: { country: 'SE' } }, 'criminal'],
    [{ value: 'Sand Jackal', meta: { country: 'SE' } }, 'hacktivist'],
    [{ value: 'Sand Fox', meta: { motive: 'Cybercrime', country: 'SE' } }, 'criminal'],
    [{ value: 'Sand Fox', meta: {} }, 'unknown'],
    [{ value: 'Sand Fox', meta: { country: '' } }, 'unknown'],
  ])('class of %j', (row, expected) => {
    rows({ uuid: uuid(1), ...row });
    expect(read(mispActors).records[0]?.class).toBe(expected);
  });

  it('refuses operations, units and placeholders', () => {
    rows(
      ...['Operation Sand', 'Unit 8200', '[Unnamed group]'].map((value, i) => ({ uuid: uuid(i + 1), value, meta: {} })),
    );
    expect(read(mispActors).refused.map(([name]) => name)).toEqual(['Operation Sand', 'Unit 8200', '[Unnamed group]']);
  });
});

it('ransomware: only rows that stand for a crew, with the crew’s spelling', () => {
  const crew = crews.crews.find(({ name }) => name === 'RansomEXX')!;
  put('misp-galaxy/ransomware.json', {
    values: [
      { uuid: crew.misp, value: 'ransomexx', meta: { synonyms: ['SandLocker', 'sand.exe'] } },
      { uuid: uuid(2), value: 'SomeLocker' },
    ],
  });
  const { records, refused } = read(mispRansomware);
  expect(records).toMatchObject([
    { name: 'RansomEXX', class: 'criminal', aliases: [{ text: 'SandLocker', relation: 'malware-used-as-name' }] },
  ]);
  expect(refused.at(-1)).toEqual(['1 ransomware rows', 'programs, not crews']);
});

it('agencies: footnotes are refused, and so is what nobody chose', () => {
  put('misp-galaxy/intelligence-agencies.json', {
    values: [
      { uuid: uuid(1), value: 'Sand Service[12]', meta: { country: 'SE' } },
      { uuid: uuid(2), value: 'Sand Service', meta: { country: 'SE' } },
    ],
  });
  expect(read(mispAgencies).refused.map(([, why]) => why)).toEqual([
    'the name carries a footnote or a note',
    'not among those that were chosen',
  ]);
});

it('ATT&CK: each live group once, with its ids', () => {
  const group = {
    type: 'intrusion-set',
    id: `intrusion-set--${uuid(1)}`,
    name: 'Sand Fox',
    aliases: ['Sand Fox', 'Dune'],
    external_references: [{ source_name: 'mitre-attack', external_id: 'G0999' }],
  };
  const old = { ...group, id: `intrusion-set--${uuid(2)}`, name: 'Old Fox', revoked: true };
  for (const domain of ['enterprise', 'ics', 'mobile'])
    put(`mitre-attack/${domain}-attack-18.1-groups-campaigns.json`, { objects: [group, old] });
  const { records, refused } = read(attackGroups);
  expect(records).toMatchObject([
    { name: 'Sand Fox', aliases: [{ text: 'Dune' }], ext: { attack: 'G0999', stix: group.id } },
  ]);
  expect(refused).toEqual([['Old Fox', 'revoked or deprecated by upstream']]);
});

it.each([
  [['Sand Typhoon', 'China', 'DEV-0001, APT00'], { class: 'state-affiliated', origin: { country: 'CN' } }],
  [['Sand Tempest', 'Financially motivated', ''], { class: 'criminal', aliases: [] }],
  [['Sand Tsunami', 'Israel, Private sector offensive actor', ''], { class: 'contractor', origin: { country: 'IL' } }],
  [['Storm-0001', 'Group in development', ''], { class: 'unknown' }],
])('Microsoft: %j', ([name, origin, others], expected) => {
  put('microsoft/MicrosoftMapping.json', [
    { 'Threat actor name': name, 'Origin/Threat': origin, 'Other names': others },
  ]);
  expect(read(microsoft).records).toMatchObject([expected]);
});

it('AUSPEX: names that it took from MISP are not read again, doubtful ones overlap', () => {
  put('auspex/actors.json', {
    'se/x': {
      id: 'se/x',
      canonical_name: 'Sand Fox',
      mission: ['surveillance', 'espionage', 'pre-positioning'],
      ttp_summary: 'Prose that must not come in.',
      aliases: [
        { alias: 'Dune', assigning_org: 'ESET (a researcher)', confidence: 'equivalent' },
        { alias: 'Grit', assigning_org: 'vendor consensus', confidence: 'disputed' },
        { alias: 'Flat', assigning_org: 'MISP galaxy', confidence: 'equivalent' },
      ],
    },
  });
  expect(read(auspexActors).records).toMatchObject([
    {
      origin: { country: 'SE' },
      motives: ['espionage', 'prepositioning'],
      aliases: [
        { text: 'Dune', relation: 'exact', namedBy: ['ESET'] },
        { text: 'Grit', relation: 'overlaps' },
      ],
    },
  ]);
});

it('names the file that is missing', () => {
  expect(() => read(microsoft)).toThrow('microsoft/MicrosoftMapping.json');
});
