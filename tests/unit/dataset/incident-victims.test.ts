import { describe, expect, it } from 'vitest';
import { compileNames } from '../../../lib/dataset/compile-names';
import { patternsOf } from '../../../lib/dataset/patterns';
import { DocumentMatcher } from '../../../lib/matching/document';
import { openIndex } from '../../../lib/matching/name-index';
import type { Incident } from '../../../lib/model/incident';
import { smallDataset } from '../../fixtures/small-dataset';
import { words } from '../../fixtures/words';

/** The small dataset with more incidents; a victim each, so that every case stands alone. */
const base = smallDataset();
const like = base.incidents[0]!;
const incident = (slug: string, name: string, more: Partial<Incident>): Incident => ({
  ...like,
  id: `incident:${slug}`,
  name,
  start: undefined,
  victims: undefined,
  ...more,
});
const incidents = [
  incident('acts', 'Harbour Isle cyber-attack of 2022', {
    start: '2022-07',
    patterns: [{ victim: 'Harbourix', acts: ['cyber-attack', 'breach'] }],
  }),
  incident('long', 'Marriotta breach of 2018', { start: '2014', end: '2017', disclosed: '2018-11' }),
  incident('dated', 'Cloroxa cyberattack', {
    start: '2023-08',
    patterns: [{ victim: 'Cloroxa', years: [2023, 2024] }],
  }),
  incident('possessive', 'Lloydia’s hack', { start: '2024-05', victims: [{ name: "Lloydia's" }] }),
  incident('two', 'Alfa Grid and Beta Works intrusion of 2014', { start: '2014' }),
  incident('bybit', 'Bybitta theft', { kind: 'theft', start: '2025-02' }),
];
const index = openIndex(
  compileNames({ ...base, incidents: [...base.incidents, ...incidents] }, 'test', words, []).index,
);

function marks(text: string): string[] {
  const matcher = new DocumentMatcher(index);
  matcher.put(0, text);
  return matcher
    .mentions()
    .flatMap(({ mentions }) => mentions)
    .filter(({ kind }) => kind === 'incident')
    .map(({ start, end, entities }) => `${text.slice(start, end)} = ${entities.map((id) => id.slice(9)).join('/')}`);
}

describe('an incident told by victim and act', () => {
  it.each([
    ['the Harbourix cyber-attack', ['Harbourix cyber-attack = acts'], 'an act that folds like one of the vocabulary'],
    ['the Harbourix data breach', ['Harbourix data breach = acts'], 'an act with more said of it'],
    ['the Harbourix heist', [], 'an act that is not on record'],
    ['the 2014 Marriotta breach', ['Marriotta breach = long'], 'the year of its start'],
    ['the 2016 Marriotta breach', ['Marriotta breach = long'], 'a year between start and end'],
    ['the 2018 Marriotta breach', ['Marriotta breach = long'], 'the year in which it became known'],
    ['the 2020 Marriotta breach', [], 'another year'],
    ['the Cloroxa breach of 2024', ['Cloroxa breach = dated'], 'a year of its pattern'],
    ['the Cloroxa breach of 2021', [], 'a year that neither record nor pattern has'],
    ['the Lloydia’s hack', ['Lloydia’s hack = possessive'], 'a name that ends like a possessive'],
    ['the Lloydia hack', [], 'that name cut short'],
    ['the 2014 hack of Alfa Grid', ['hack of Alfa Grid = two'], 'one of two victims, with its year'],
    ['the hack of Alfa Grid. Hackers struck.', [], 'one of two victims, without'],
    [
      'a theft of $1.5 billion from the crypto exchange Bybitta',
      ['theft of $1.5 billion from the crypto exchange Bybitta = bybit'],
      'what was taken, and the trade',
    ],
    ['In 2025 hackers broke into Bybitta.', ['broke into Bybitta = bybit'], 'a verb and its year'],
    ['Bybitta was hacked in 2025.', ['Bybitta was hacked = bybit'], 'a passive verb and its year'],
    ['Bybitta was hacked in 2021.', [], 'a verb and another year'],
    ['Bybitta was hacked.', [], 'a verb without a year'],
    ['the Bybitta hack film', [], 'what is about it'],
    ['a feared Bybitta hack', [], 'what has not happened'],
  ])('%j gives %j: %s', (text, expected) => {
    expect(marks(text)).toEqual(expected);
  });
});

describe('spellings of a victim', () => {
  const spellings = (name: string, more: Partial<Incident> = {}) =>
    patternsOf(incident('x', name, more), () => false).map(({ victim }) => victim);

  it.each([
    ['Finnish Parliament breach', ['Finnish Parliament', "Finland's Parliament"], 'a state’s adjective'],
    ['Boston Children’s Hospital attack', ['Boston Children’s Hospital'], 'a city is no state'],
    ['Macron campaign hack', ['Macron campaign'], 'a head of state is no state'],
    ['New York Times intrusion', ['New York Times'], 'a city in a firm’s name'],
    ['British Airways breach', ['British Airways'], 'a firm named after a state'],
    ['Polish energy system attack', ['Polish energy system', "Poland's energy system"], 'a description'],
  ])('%j: %j, %s', (name, expected) => {
    expect(spellings(name)).toEqual(expected);
  });
});
