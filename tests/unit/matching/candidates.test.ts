import { describe, expect, it } from 'vitest';
import { collectEvidence } from '../../../lib/matching/candidates';
import { compileIndex } from '../../../lib/matching/compile';
import { openIndex } from '../../../lib/matching/name-index';
import { smallIndex } from '../../fixtures/name-index';

describe('a list of names', () => {
  it.each([
    ['MERCURY, Silence and APT31', ['APT31', 'APT31', undefined], 'vouches from its end to its begin'],
    ['APT31, Silence and MERCURY', [undefined, 'APT31', 'APT31'], 'vouches to its end'],
    ['APT31. Silence and MERCURY', [undefined, undefined, undefined], 'ends with the sentence'],
  ])('%j: %j, %s', (text, expected) => {
    expect(collectEvidence(text, smallIndex()).candidates.map(({ listedWith }) => listedWith)).toEqual(expected);
  });
});

describe('a country before a body’s full name', () => {
  const body = { id: 'agency:gb-di', name: 'Defence Intelligence', kind: 'agency' as const, country: 'GB', links: [] };
  const written = 'UK Defence Intelligence';
  const index = openIndex(
    compileIndex([{ written, subject: 0, class: 'cased', demand: 0 }], {
      version: 'test',
      entities: [body],
      signals: [],
      bodies: {},
    }),
  );
  it.each([[written], ['UK  Defence Intelligence'], ['UK\u00a0\u200bDefence\nIntelligence']])(
    '%j is left out',
    (text) => {
      const marked = collectEvidence(text, index).candidates.map(({ start, end }) => text.slice(start, end));
      expect(marked).toEqual([expect.stringMatching(/^Defence\sIntelligence$/)]);
    },
  );
});
