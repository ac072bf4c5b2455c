import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { readDataset } from '../../data/build/read';
import { readClaims } from '../../data/import/claims';
import { coined } from '../../data/import/coiners';
import { Bearers, collisionList, contradictions, silentlyMerged, silentlyRefused } from '../../data/import/collisions';
import { Decisions, decisionList } from '../../data/import/decisions';
import { WorkingSet } from '../../data/import/on-file';

const DATA = join(import.meta.dirname, '..', '..', 'data');
const SOURCES = process.env.ATTRIBUTION_LENS_SOURCES;

const { dataset } = readDataset(DATA);
const bearers = new Bearers(dataset);
const collisions = v.parse(collisionList, json('collisions.json'));

function json(name: string): unknown {
  return JSON.parse(readFileSync(join(DATA, 'import', name), 'utf8'));
}

describe('names that several groups claim', () => {
  test('stand where the decisions say, and nowhere else', () => {
    expect(contradictions(collisions, bearers)).toEqual([]);
  });

  test('belong to nobody as a main name that is another group’s alias without a word on either card', () => {
    const silent = dataset.actors.flatMap(({ id, name }) =>
      bearers.of(name).flatMap((other) => {
        const isOther = dataset.actors.find((one) => one.id === other)!.name === name;
        return other === id || isOther ? [] : [[other, id, name] as const];
      }),
    );
    const undeclared = silent.filter(([other, id, name]) => {
      const alias = dataset.actors
        .find((one) => one.id === other)!
        .aliases.find((one) => one.text.toLowerCase() === name.toLowerCase());
      return alias?.relation === 'exact' && !bearers.isToldApart(other, id, name);
    });
    expect(undeclared).toEqual([]);
  });
});

test('aliases name who coined them and end with their scheme, where the form tells', () => {
  const untold = dataset.actors.filter(({ aliases }) => JSON.stringify(coined(aliases)) !== JSON.stringify(aliases));
  expect(untold.map(({ id }) => id)).toEqual([]);
});

/** Needs the upstreams' files, which are no part of the repository. */
describe.runIf(SOURCES)('claims of the upstreams', () => {
  const decisions = new Decisions(v.parse(decisionList, json('decisions.json')).decisions);
  const found = SOURCES ? readClaims(SOURCES, new WorkingSet(dataset), decisions) : { claims: [], homeless: [] };

  test('are each granted, or refused with a reason', () => {
    expect(found.homeless).toEqual([]);
    expect(silentlyRefused(found.claims, bearers, collisions, decisions)).toEqual([]);
  });

  test('of rows that are one record here have a reason for that', () => {
    expect(silentlyMerged(found.claims, collisions)).toEqual([]);
  });
});
