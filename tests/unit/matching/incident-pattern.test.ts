import { describe, expect, it } from 'vitest';
import { compileIndex } from '../../../lib/matching/compile';
import { DocumentMatcher } from '../../../lib/matching/document';
import type { Signal } from '../../../lib/matching/index-format';
import { openIndex } from '../../../lib/matching/name-index';
import { vocabularySignals } from '../../../lib/matching/vocabulary';

const signals: Signal[] = [
  ...vocabularySignals(),
  { text: 'UK', country: 'GB' },
  { text: '2020', year: 2020 },
  { text: '2021', year: 2021 },
  { text: 'bridge heist', act: true },
  { text: 'Bybit', victims: [{ entity: 0, class: 'unique', demand: 0 }] },
  { text: 'Electoral Commission', victims: [{ entity: 1, class: 'context', demand: 2 }] },
  {
    text: 'Storting',
    victims: [
      { entity: 2, class: 'context', demand: 2 },
      { entity: 3, class: 'context', demand: 2 },
    ],
  },
  { text: 'Ronin', victims: [{ entity: 4, class: 'unique', demand: 0, acts: ['bridge heist'] }] },
];
const index = openIndex(
  compileIndex(
    [
      ...signals.map((signal, subject) => ({
        written: signal.text,
        subject,
        signal: true,
        class: signal.victims ? ('cased' as const) : ('unique' as const),
        demand: 0 as const,
      })),
      { written: 'Electoral Commission', subject: 5, class: 'cased', demand: 0 },
    ],
    {
      version: 'test',
      signals,
      bodies: {},
      entities: [
        { id: 'incident:bybit', name: 'Bybit theft', kind: 'incident', links: [] },
        {
          id: 'incident:electoral-commission',
          name: 'Electoral Commission breach',
          kind: 'incident',
          country: 'GB',
          links: [5],
        },
        { id: 'incident:storting-2020', name: 'Storting 2020', kind: 'incident', years: [2020], links: [] },
        { id: 'incident:storting-2021', name: 'Storting 2021', kind: 'incident', years: [2021], links: [] },
        { id: 'incident:ronin', name: 'Ronin', kind: 'incident', links: [] },
        { id: 'agency:electoral-commission', name: 'Electoral Commission', kind: 'agency', country: 'GB', links: [1] },
      ],
    },
  ),
);

function marks(text: string): string[] {
  const matcher = new DocumentMatcher(index);
  matcher.put(1, text);
  return matcher
    .mentions()
    .flatMap(({ mentions }) =>
      mentions.map(({ start, end, entities }) => `${text.slice(start, end)} = ${entities.join(' or ')}`),
    );
}

describe('incidents told by victim and act', () => {
  it.each([
    ['The Bybit hack shook exchanges.', ['Bybit hack = incident:bybit']],
    ['After Bybit’s hack, prices fell.', ['Bybit’s hack = incident:bybit']],
    ['the Bybit crypto exchange heist', ['Bybit crypto exchange heist = incident:bybit']],
    ['a theft at Bybit', ['theft at Bybit = incident:bybit']],
    ['the hack of Bybit', ['hack of Bybit = incident:bybit']],
    ['the Electoral Commission breach in the UK', ['Electoral Commission breach = incident:electoral-commission']],
    [
      'the attack on the UK’s Electoral Commission',
      ['attack on the UK’s Electoral Commission = incident:electoral-commission'],
    ],
    ['the Storting breach of 2020', ['Storting breach = incident:storting-2020']],
    ['the 2021 attack on the Storting', ['attack on the Storting = incident:storting-2021']],
    ['the Ronin bridge heist', ['Ronin bridge heist = incident:ronin']],
  ])('%s', (text, wanted) => {
    expect(marks(text)).toEqual(wanted);
  });

  it.each([
    ['Bybit said the hack was over.', 'the act belongs to another thought'],
    ['Bybit and the attack on others', 'joined by a conjunction'],
    ['bybit hack', 'the victim is a name'],
    ['the Ronin attack', 'only the acts on record count'],
    ['A breach. Electoral rolls.', 'no victim'],
    ['The Storting was busy; an attack came later.', 'a semicolon between'],
  ])('%s: not marked, %s', (text) => {
    expect(marks(text)).toEqual([]);
  });

  it('leaves the victim marked as an agency where the incident is not told', () => {
    expect(marks('The Electoral Commission met.')).toEqual(['Electoral Commission = agency:electoral-commission']);
  });

  it('says so where the victim was hit more than once and the year is missing', () => {
    expect(marks('The Storting breach')).toEqual([]);
  });
});
