import { describe, expect, it } from 'vitest';
import { DocumentMatcher } from '../../../lib/matching/document';
import { smallIndex } from '../../fixtures/name-index';

const index = smallIndex();

function names(flows: readonly string[]): string[] {
  const matcher = new DocumentMatcher(index);
  for (const [i, text] of flows.entries()) matcher.put(i, text);
  return matcher
    .mentions()
    .flatMap(({ flow, mentions }) => mentions.map(({ start, end }) => flows[flow]!.slice(start, end)));
}

describe('an acronym that the page spells out', () => {
  it.each<[string[], string[]]>([
    [['London. The North Carolina Symphony Chorale (NCSC) sings.'], []],
    [['London. The North Carolina Symphony Chorale, NCSC, sings.'], []],
    [['London. NCSC (North Carolina Symphony Chorale) sings.'], []],
    [['The NCSC in London sings.', 'The North Carolina Symphony Chorale (NCSC) is on tour.'], []],
    [['The National Cyber Security Centre (NCSC) in London warned.'], ['National Cyber Security Centre', 'NCSC']],
    [['London. The choir, NCSC, sings.'], ['NCSC']],
  ])('%j marks %j', (flows, expected) => {
    expect(names(flows)).toEqual(expected);
  });

  it('is itself again once that passage is gone', () => {
    const matcher = new DocumentMatcher(index);
    matcher.put(1, 'The NCSC in London warned.');
    expect(matcher.changes()).toMatchObject([{ flow: 1, mentions: [{}] }]);
    matcher.put(2, 'The North Carolina Symphony Chorale (NCSC) sings.');
    expect(matcher.changes()).toEqual([{ flow: 1, mentions: [] }]);
    matcher.drop(2);
    expect(matcher.changes()).toMatchObject([{ flow: 1, mentions: [{}] }]);
  });
});
