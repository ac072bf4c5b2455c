import { describe, expect, test } from 'vitest';
import type { Claim } from '../../../data/import/claims';
import {
  Bearers,
  type Collisions,
  contradictions,
  silentlyMerged,
  silentlyRefused,
} from '../../../data/import/collisions';
import { Decisions } from '../../../data/import/decisions';
import type { Actor } from '../../../lib/model/actor';
import { actorRecord, datasetOf, exact } from './records';

const NOTHING: Collisions = { $schema: '../schema/import-collisions.schema.json', names: [], merges: [] };
const UNDECIDED = new Decisions([]);

function claim(name: string, row: string, ...ids: string[]): Claim {
  return { name, row: `misp ${row}`, rowName: row, ids: ids as Actor['id'][] };
}

const fox = actorRecord('Sand Fox', { aliases: exact('Dune Nine') });
const heron = actorRecord('Blue Heron');
const claims = [claim('Dune Nine', 'Sand Fox', 'actor:sand-fox'), claim('Dune Nine', 'Blue Heron', 'actor:blue-heron')];

function refused(actors: Actor[], list = NOTHING, of = claims): string[] {
  return silentlyRefused(of, new Bearers(datasetOf(...actors)), list, UNDECIDED);
}

describe('a name that two groups claim and one carries', () => {
  test('is a fault until it is decided', () => {
    expect(refused([fox, heron])).toEqual([
      'Dune Nine: claimed by misp Blue Heron (actor:blue-heron), on actor:sand-fox',
    ]);
  });

  test('is settled by a refusal with a reason', () => {
    const decided: Collisions = {
      ...NOTHING,
      names: [{ name: 'DUNE NINE', bearers: [fox.id], refused: [heron.id], reason: 'its vendor says so' }],
    };
    expect(refused([fox, heron], decided)).toEqual([]);
  });

  test('is settled where both carry it, in whatever spelling', () => {
    expect(refused([fox, { ...heron, aliases: exact('DuneNine') }])).toEqual([]);
  });

  test('is settled by a decision to drop the alias', () => {
    const dropped = new Decisions([{ about: 'actor:blue-heron alias Dune Nine', decision: 'drop', reason: 'a slip' }]);
    expect(silentlyRefused(claims, new Bearers(datasetOf(fox, heron)), NOTHING, dropped)).toEqual([]);
  });

  test('is settled where it is the main name and the two are told apart, or one is part of the other', () => {
    const main = actorRecord('Dune Nine');
    const own = [claim('Dune Nine', 'Dune Nine', 'actor:dune-nine'), claims[1]!];
    expect(refused([main, heron], NOTHING, own)).toHaveLength(1);
    expect(refused([main, { ...heron, notToConfuse: [main.id] }], NOTHING, own)).toEqual([]);
    expect(refused([{ ...main, parent: heron.id }, heron], NOTHING, own)).toEqual([]);
  });

  test('needs no decision where the rows are one record, or the name is an agency’s', () => {
    const merged = [claims[0]!, claim('Dune Nine', 'Blue Heron', 'actor:sand-fox')];
    expect(refused([fox], NOTHING, merged)).toEqual([]);
    const agency = { name: 'Ninth Bureau', aliases: exact('Dune Nine') };
    const bearers = new Bearers({ actors: [fox, heron], agencies: [agency as never] });
    expect(silentlyRefused(claims, bearers, NOTHING, UNDECIDED)).toEqual([]);
  });
});

test('a name that two groups claim and nobody carries is a fault; one that a single group lost is not', () => {
  const bare = actorRecord('Sand Fox');
  expect(refused([bare, heron])).toHaveLength(2);
  expect(refused([bare, heron], NOTHING, [claims[0]!])).toEqual([]);
});

describe('rows that an upstream holds apart and that are one record', () => {
  const rows = [claim('x', 'Sand Fox', 'actor:sand-fox'), claim('y', 'Dune Nine', 'actor:sand-fox')];

  test('need a reason', () => {
    expect(silentlyMerged(rows, NOTHING)).toEqual(['actor:sand-fox: Sand Fox | Dune Nine']);
    const merges = [{ into: fox.id, rows: ['Sand Fox', 'Dune Nine'], reason: 'its vendor says so' }];
    expect(silentlyMerged(rows, { ...NOTHING, merges })).toEqual([]);
  });

  test('need none under one name, or where a row was shared out', () => {
    expect(silentlyMerged([rows[0]!, claim('y', 'SAND FOX', 'actor:sand-fox')], NOTHING)).toEqual([]);
    expect(silentlyMerged([rows[0]!, claim('y', 'Dune Nine', 'actor:sand-fox', 'actor:blue-heron')], NOTHING)).toEqual(
      [],
    );
  });
});

test('decisions that the records contradict are faults', () => {
  const list: Collisions = {
    ...NOTHING,
    names: [
      { name: 'Dune Nine', bearers: [heron.id], refused: [fox.id, 'actor:gone'], reason: 'r' },
      { name: 'dune nine', bearers: [], refused: [fox.id], reason: 'r' },
    ],
    merges: [
      { into: 'actor:gone', rows: ['a', 'b'], reason: 'r' },
      { into: fox.id, rows: ['Sand Fox', 'b'], reason: 'r' },
    ],
  };
  expect(contradictions(list, new Bearers(datasetOf(fox, heron)))).toEqual([
    'Dune Nine: actor:gone is not on file',
    'Dune Nine: actor:blue-heron does not carry it',
    'Dune Nine: actor:sand-fox carries it, though refused',
    'Dune Nine: actor:sand-fox carries it, undecided',
    'dune nine: decided twice',
    'dune nine: actor:sand-fox carries it, though refused',
    'dune nine: actor:sand-fox carries it, undecided',
    'actor:gone: bears no name of a, b',
  ]);
});
