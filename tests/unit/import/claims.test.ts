import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readClaims } from '../../../data/import/claims';
import { Decisions } from '../../../data/import/decisions';
import { WorkingSet } from '../../../data/import/on-file';
import { actorRecord, datasetOf, exact } from './records';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'claims-'));
  put('misp-galaxy/producer.json', { values: [] });
  put('misp-galaxy/ransomware.json', { values: [] });
  put('microsoft/MicrosoftMapping.json', []);
  put('auspex/actors.json', {});
  for (const domain of ['enterprise', 'ics', 'mobile'])
    put(`mitre-attack/${domain}-attack-18.1-groups-campaigns.json`, { objects: [] });
});
afterEach(() => rmSync(folder, { recursive: true }));

function put(path: string, value: unknown): void {
  const file = join(folder, path);
  mkdirSync(join(file, '..'), { recursive: true });
  writeFileSync(file, JSON.stringify(value));
}

const uuid = (digit: number) => '00000000-0000-4000-8000-000000000000'.replace(/0/g, String(digit));
const row = (digit: number, value: string, ...synonyms: string[]) => ({
  uuid: uuid(digit),
  value,
  meta: { synonyms },
});
const cites = (digit: number) => ({ prov: [{ source: 'source:misp-galaxy' as const, locator: uuid(digit) }] });
const leftOut = new Decisions([{ about: `misp:${uuid(3)}`, decision: 'leave out', reason: 'a campaign' }]);

/** Claims by MISP rows as `name: row → records`. */
function claims(...actors: Parameters<typeof datasetOf>) {
  const found = readClaims(folder, new WorkingSet(datasetOf(...actors)), leftOut);
  return {
    homeless: found.homeless,
    claims: found.claims.map(({ name, row, ids }) => `${name}: ${row} → ${ids.join(' ')}`),
  };
}

test('each name of a row is claimed for the records that the row went into, or for none where it was left out', () => {
  put('misp-galaxy/threat-actor.json', {
    values: [row(1, 'Sand Fox', 'Dune Nine', 'G0999'), row(2, 'Shared'), row(3, 'Campaign'), row(4, 'Stray')],
  });
  expect(
    claims(
      actorRecord('Sand Fox', { ext: { misp: uuid(1) } }),
      actorRecord('Blue Heron', cites(2)),
      actorRecord('Grey Heron', cites(2)),
    ),
  ).toEqual({
    claims: [
      'Sand Fox: misp Sand Fox → actor:sand-fox',
      'Dune Nine: misp Sand Fox → actor:sand-fox',
      'Shared: misp Shared → actor:blue-heron actor:grey-heron',
      'Campaign: misp Campaign → ',
      'Stray: misp Stray → ',
    ],
    homeless: ['misp Stray'],
  });
});

test('the list of collisions claims for the rows that it names, else for who bears the name, codes aside', () => {
  put('misp-galaxy/threat-actor.json', { values: [row(1, 'Dune Nine')] });
  put('drafts/alias-collisions.json', {
    Grit: ['Dune Nine', 'Night Heron (Somebody)', 'Nobody'],
    G0999: ['Dune Nine'],
  });
  const found = claims(
    actorRecord('Sand Fox', { ext: { misp: uuid(1) } }),
    actorRecord('Blue Heron', { aliases: exact('Night Heron') }),
  );
  expect(found.claims.slice(1)).toEqual([
    'Grit: list Dune Nine → actor:sand-fox',
    'Grit: list Night Heron → actor:blue-heron',
    'Grit: list Nobody → ',
  ]);
});
