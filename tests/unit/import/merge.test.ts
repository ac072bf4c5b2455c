import { describe, expect, it } from 'vitest';
import { type Decision, Decisions } from '../../../data/import/decisions';
import { Merge } from '../../../data/import/merge';
import { WorkingSet } from '../../../data/import/on-file';
import type { Reading } from '../../../data/import/proposal';
import { emptyReport, formatReport } from '../../../data/import/report';
import type { Actor } from '../../../lib/model/actor';
import type { Dataset } from '../../../lib/model/record';
import { actorRecord, datasetOf, exact, proposalOf } from './records';

function run(dataset: Dataset, readings: Reading[], decisions: Decision[] = []) {
  const file = new WorkingSet(dataset);
  const report = emptyReport();
  const merge = new Merge(file, new Decisions(decisions), report);
  for (const reading of readings) merge.take(reading);
  merge.settleShared();
  const actors = Object.fromEntries([...file.all('actors')].map((actor) => [actor.id, actor])) as Record<string, Actor>;
  return { actors, report, touched: [...merge.touched().keys()] };
}

const decide = (about: string, decision: string): Decision => ({ about, decision, reason: 'for the test' });
const misp = '11111111-1111-4111-8111-111111111111';

describe('which record a row belongs to', () => {
  const onFile = actorRecord('Sand Fox', { aliases: [...exact('DUNE'), { text: 'Grit', relation: 'overlaps' }] });
  const table: { case: string; row: Actor; onFile?: Actor[]; decisions?: Decision[]; outcome: string }[] = [
    { case: 'nothing alike', row: actorRecord('Sea Fox'), outcome: 'added actor:sea-fox' },
    { case: 'the same name in other letters', row: actorRecord('SAND-FOX'), outcome: 'changed actor:sand-fox' },
    { case: 'an exact alias of one record', row: actorRecord('Dune'), outcome: 'changed actor:sand-fox' },
    { case: 'an overlapping alias', row: actorRecord('Grit'), outcome: 'asked' },
    {
      case: "another's name among the row's aliases",
      row: actorRecord('Sea Fox', { aliases: exact('Sand Fox') }),
      outcome: 'asked',
    },
    {
      case: 'an exact alias of two records',
      row: actorRecord('Dune'),
      onFile: [onFile, actorRecord('Dust Fox', { aliases: exact('Dune') })],
      outcome: 'asked',
    },
    {
      case: 'decided the same',
      row: actorRecord('Grit'),
      decisions: [decide(`misp:${misp}`, 'same as actor:sand-fox')],
      outcome: 'changed actor:sand-fox',
    },
    {
      case: 'decided apart',
      row: actorRecord('Grit'),
      decisions: [decide(`misp:${misp}`, 'apart')],
      outcome: 'added actor:grit',
    },
    {
      case: 'decided to be left out',
      row: actorRecord('Sea Fox'),
      decisions: [decide(`misp:${misp}`, 'leave out')],
      outcome: 'refused',
    },
    {
      case: 'decided a name',
      row: actorRecord('Fox'),
      decisions: [decide(`misp:${misp}`, 'call it Sea Fox')],
      outcome: 'added actor:sea-fox',
    },
    {
      case: 'a row that a record cites',
      row: actorRecord('Sea Fox'),
      onFile: [actorRecord('Sand Fox', { prov: [{ source: 'source:misp-galaxy', locator: misp }] })],
      outcome: 'unchanged',
    },
    {
      case: 'an id in ext',
      row: actorRecord('Sea Fox'),
      onFile: [actorRecord('Sand Fox', { ext: { misp } })],
      outcome: 'changed actor:sand-fox',
    },
    {
      case: 'a row whose facts were shared out among several',
      row: actorRecord('Sea Fox'),
      onFile: ['Sand Fox', 'Dust Fox'].map((name) =>
        actorRecord(name, { prov: [{ source: 'source:misp-galaxy', locator: misp }] }),
      ),
      outcome: 'unchanged',
    },
  ];
  it.each(table)('$case', ({ row, onFile: records = [onFile], decisions = [], outcome }) => {
    const { report } = run(datasetOf(...records), [proposalOf(row, misp)], decisions);
    const said =
      report.added.map((entry) => `added ${entry.what}`)[0] ??
      report.changed.map((entry) => `changed ${entry.what}`)[0] ??
      (report.conflicts.length ? 'asked' : report.refused.length ? 'refused' : 'unchanged');
    expect(said).toBe(outcome);
  });
});

describe('what is added to a record', () => {
  const row = actorRecord('Sand Fox', { aliases: exact('Dune', 'DUNE'), origin: { country: 'SE' }, ext: { misp } });

  it('names, ids, facts and the place that it lacks', () => {
    const { actors } = run(datasetOf(actorRecord('Sand Fox')), [proposalOf(row, misp)]);
    expect(actors['actor:sand-fox']).toMatchObject({
      aliases: [{ text: 'Dune' }],
      origin: { country: 'SE' },
      ext: { misp },
      prov: [{ source: 'source:by-hand' }, { source: 'source:misp-galaxy', locator: misp }],
    });
  });

  it('never in place of another value: that is asked', () => {
    const { actors, report } = run(datasetOf(actorRecord('Sand Fox', { origin: { country: 'FI' } })), [
      proposalOf(row, misp),
    ]);
    expect(actors['actor:sand-fox']?.origin).toEqual({ country: 'FI' });
    expect(report.conflicts).toMatchObject([{ what: 'actor:sand-fox origin', detail: 'on file FI, upstream SE' }]);
  });

  it('and is not asked again once a person has decided', () => {
    const dataset = datasetOf(actorRecord('Sand Fox', { origin: { country: 'FI' } }));
    const { report } = run(dataset, [proposalOf(row, misp)], [decide('actor:sand-fox origin', 'keep')]);
    expect(report.conflicts).toEqual([]);
  });

  it('no fact to a reviewed record', () => {
    const review = { state: 'reviewed', on: '2026-01-01', confirmedIn: ['source:by-hand'] } as const;
    const { actors } = run(
      datasetOf(actorRecord('Sand Fox', { review: { ...review, confirmedIn: [...review.confirmedIn] } })),
      [proposalOf(row, misp)],
    );
    expect(actors['actor:sand-fox']?.origin).toBeUndefined();
  });

  it('no name that belongs to a member', () => {
    const dataset = datasetOf(actorRecord('Sand Fox'), actorRecord('Dune', { parent: 'actor:sand-fox' }));
    const { actors } = run(dataset, [proposalOf(row, misp)], [decide(`misp:${misp}`, 'same as actor:sand-fox')]);
    expect(actors['actor:sand-fox']?.aliases).toEqual([]);
  });

  it.each([
    ['drop', []],
    ['persona', [{ text: 'Dune', relation: 'persona' }]],
  ])('an alias as decided: %s', (decision, aliases) => {
    const decisions = [decide('actor:sand-fox alias Dune', decision), decide('actor:sand-fox alias DUNE', 'drop')];
    expect(run(datasetOf(), [proposalOf(row, misp)], decisions).actors['actor:sand-fox']?.aliases).toEqual(aliases);
  });
});

describe('names that several claim', () => {
  it('are overlapping where the import adds them', () => {
    const dataset = datasetOf(actorRecord('Dust Fox', { aliases: exact('Dune') }));
    const { actors } = run(dataset, [proposalOf(actorRecord('Sand Fox', { aliases: exact('Dune') }), misp)]);
    expect(actors['actor:sand-fox']?.aliases).toEqual([{ text: 'Dune', relation: 'overlaps' }]);
    expect(actors['actor:dust-fox']?.aliases).toEqual([{ text: 'Dune', relation: 'exact' }]);
  });

  it("are no alias where they are another actor's main name", () => {
    const row = actorRecord('Sand Fox', { aliases: [{ text: 'Dust Fox', relation: 'overlaps' }] });
    const { actors } = run(datasetOf(actorRecord('Dust Fox')), [proposalOf(row, misp)]);
    expect(actors['actor:sand-fox']).toMatchObject({ aliases: [], notToConfuse: ['actor:dust-fox'] });
  });
});

it('changes nothing when it is run again', () => {
  const rows = [
    proposalOf(actorRecord('Sand Fox', { aliases: exact('Dune'), origin: { country: 'SE' } }), misp),
    proposalOf(actorRecord('Dust Fox', { aliases: exact('Dune') }), misp.replace(/1/g, '2')),
  ];
  const first = run(datasetOf(actorRecord('Dune Fox', { aliases: exact('Sand-Fox') })), rows);
  const second = run(datasetOf(...Object.values(first.actors)), rows);
  expect(second.touched).toEqual([]);
  expect(second.actors).toEqual(first.actors);
});

it('refuses what the schema refuses, and says why', () => {
  const { report, actors } = run(datasetOf(), [
    proposalOf(actorRecord('Sand Fox', { class: 'bandit' as never }), misp),
  ]);
  expect(actors).toEqual({});
  expect(report.refused[0]?.detail).toContain('class');
});

it('reports in words, conflicts before changes', () => {
  const report = emptyReport();
  report.added.push({ upstream: 'misp', what: 'actor:sand-fox' });
  report.conflicts.push({ upstream: 'misp', what: 'Dune', detail: 'same, or apart?' });
  const text = formatReport(report, { isWritten: false });
  expect(text).toContain('1 added, 0 changed');
  expect(text.indexOf('Dune: same, or apart?')).toBeLessThan(text.indexOf('actor:sand-fox'));
});

it('does not accept two decisions about one thing', () => {
  const about = `misp:${misp}`;
  expect(() => new Decisions([decide(about, 'apart'), decide(about, 'leave out')])).toThrow(about);
  expect(new Decisions([decide(about, 'apart'), decide(about, 'call it Fox')]).nameOf([about])).toBe('Fox');
});
