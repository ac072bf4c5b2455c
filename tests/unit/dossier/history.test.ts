import { describe, expect, test } from 'vitest';
import { type Filters, groupOf, NO_FILTERS, passes } from '../../../lib/dossier/filters';
import { lanesOf } from '../../../lib/dossier/lanes';
import { placeMarks } from '../../../lib/dossier/mark-places';
import { periodOf } from '../../../lib/dossier/period';
import { dossierOf, realStore, smallDossier } from './views';

const apt31 = smallDossier('actor:apt31');
const notpetya = smallDossier('incident:notpetya');

describe('filters', () => {
  test.each<[string, Partial<Filters>, string[]]>([
    ['none', {}, ['denial', 'statement', 'indictment']],
    ['a kind', { hidden: new Set(['indictment'] as const) }, ['denial', 'statement']],
    ['answers', { hidden: new Set(['answer'] as const) }, ['statement', 'indictment']],
    ['a speaker', { speaker: 'US' }, ['indictment']],
    ['reviewed only', { reviewed: true }, []],
  ])('%s', (_, change, kinds) => {
    const shown = apt31.rows.filter((row) => passes(row, { ...NO_FILTERS, ...change }));
    expect(shown.map(({ kind }) => kind).sort()).toEqual([...kinds].sort());
  });
  test('of a state named leave out who named none, and keep the answers', () => {
    const shown = notpetya.rows.filter((row) => passes(row, { ...NO_FILTERS, stateNamed: true }));
    expect(shown.map(({ kind }) => kind).sort()).toEqual(['denial', 'retraction', 'statement']);
  });
  test('know a group for each mark', () => {
    expect(notpetya.rows.map(groupOf).sort()).toEqual(['answer', 'answer', 'statement', 'vendor']);
  });
});

describe('lanes', () => {
  const titles = ({ rows, view }: typeof apt31) => lanesOf(rows, view).map(({ title }) => title);
  test.each([
    [
      'accusers in the order in which they first spoke, answers last',
      apt31,
      ['United Kingdom', 'United States', 'China answers'],
    ],
    [
      'companies behind governments',
      notpetya,
      ['United Kingdom', 'Companies, press', 'Russia answers', 'Example Labs answers'],
    ],
    ['of an agency that speaks, by whom it speaks of', smallDossier('agency:gb-ncsc'), ['Of Russia', 'Of China']],
  ])('%s', (_, dossier, expected) => {
    expect(titles(dossier)).toEqual(expected);
  });
  test('of a joint text: a mark for each speaker, with the term that this speaker used', () => {
    const { rows, view } = smallDossier('incident:solarwinds', ({ events }) => {
      const us = events.find(({ id }) => id === 'event:us-2021-solarwinds')!;
      Object.assign(us, { statement: 'joint' });
      events.push({
        ...us,
        id: 'event:gb-2021-solarwinds',
        by: { country: 'GB', mode: 'independent' },
        confidence: { level: 'high', wording: 'highly likely', scale: 'UK-PHIA' },
      });
    });
    const labels = lanesOf(rows, view)
      .filter(({ isAnswer }) => !isAnswer)
      .map((lane) => [lane.title, placeMarks(lane, periodOf('2021'), 900)[0]!.label?.text]);
    expect(labels).toEqual(
      expect.arrayContaining([
        ['United Kingdom', '“highly likely”'],
        ['United States', '“high confidence”'],
      ]),
    );
  });
});

describe('marks of the longest histories', () => {
  const store = realStore();
  const busy = [...store.searchEntries()].filter(({ id }) => store.eventsOf(id).length >= 15).map(({ id }) => id);
  test.each(busy)('%s: every dated row has a mark or is counted, and none lies on another', (id) => {
    const { rows, view } = dossierOf(store, id);
    const lanes = lanesOf(rows, view);
    const dated = rows.filter(({ date }) => date);
    const placedKeys = new Set<string>();
    for (const lane of lanes) {
      const places = placeMarks(lane, { from: Date.UTC(1995, 0), to: Date.UTC(2030, 0) }, 1000);
      let end = Number.NEGATIVE_INFINITY;
      for (const { row, x, more, label } of places) {
        expect(x).toBeGreaterThanOrEqual(end);
        end = x + 15 + (more.length ? 26 : 0);
        for (const one of [row, ...more]) placedKeys.add(one.key);
        if (label) expect(label.x).toBeLessThanOrEqual(1000);
      }
    }
    expect([...placedKeys].sort()).toEqual(dated.map(({ key }) => key).sort());
    expect(lanes.length).toBeLessThanOrEqual(19);
  });
});
