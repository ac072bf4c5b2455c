import { describe, expect, it } from 'vitest';
import { compileIndex } from '../../../lib/matching/compile';
import { DocumentMatcher } from '../../../lib/matching/document';
import type { Signal } from '../../../lib/matching/index-format';
import { openIndex } from '../../../lib/matching/name-index';
import { rolePhrases } from '../../../lib/matching/roles';

const signals: Signal[] = [
  ...rolePhrases().map(([text, role]) => ({ text, role })),
  { text: 'Russia', country: 'RU' },
  { text: 'Russian', country: 'RU' },
  { text: 'China', country: 'CN' },
  { text: 'Germany', country: 'DE' },
];
const index = openIndex(
  compileIndex(
    [
      ...signals.map(({ text }, subject) => ({
        written: text,
        subject,
        signal: true,
        class: 'unique' as const,
        demand: 0 as const,
      })),
      { written: 'GRU', subject: 0, class: 'cased', demand: 0 },
    ],
    {
      version: 'test',
      signals,
      bodies: {
        'military-intelligence': { RU: [0] },
        'foreign-ministry': { CN: [1] },
        'foreign-intelligence': { DE: [2] },
      },
      entities: [
        { id: 'agency:ru-gru', name: 'GRU', kind: 'agency', country: 'RU', links: [] },
        { id: 'agency:cn-mfa', name: 'Foreign Ministry of China', kind: 'agency', country: 'CN', links: [] },
        { id: 'agency:de-bnd', name: 'BND', kind: 'agency', country: 'DE', links: [] },
      ],
    },
  ),
);

/** "Russia’s military intelligence agency = agency:ru-gru"; what is as good as a name without the mark "~". */
function read(text: string): string[] {
  const matcher = new DocumentMatcher(index);
  matcher.put(1, text);
  return matcher
    .mentions()
    .flatMap(({ mentions }) =>
      mentions.map(
        ({ start, end, entities, described }) => `${described ? '~ ' : ''}${text.slice(start, end)} = ${entities}`,
      ),
    );
}

describe('a body told by country and role', () => {
  it.each<[string, string[]]>([
    ['Russia’s military intelligence agency did it', ['~ Russia’s military intelligence agency = agency:ru-gru']],
    ['Russian military intelligence', ['~ Russian military intelligence = agency:ru-gru']],
    ['Russia’s main military intelligence service', ['~ Russia’s main military intelligence service = agency:ru-gru']],
    ['the foreign ministry of China', ['~ foreign ministry of China = agency:cn-mfa']],
    ['the Russian Military Intelligence Agency', ['Russian Military Intelligence Agency = agency:ru-gru']],
    [
      'the GRU, Russia’s military intelligence',
      ['GRU = agency:ru-gru', '~ Russia’s military intelligence = agency:ru-gru'],
    ],
    ['Russia’s military intelligence community', []],
    ['the military intelligence agency of a neighbour', []],
    ['China’s military intelligence agency', []],
    ['East Germany’s foreign intelligence service', []],
    ['a private foreign intelligence service in Germany', []],
    ['Russia said that military intelligence had failed', []],
  ])('%j: %j', (text, expected) => {
    expect(read(text)).toEqual(expected);
  });

  it('is faint', () => {
    const matcher = new DocumentMatcher(index);
    matcher.put(1, 'Russian military intelligence');
    expect(matcher.mentions()[0]!.mentions[0]).toMatchObject({ certainty: 0.6, reason: { rule: 'described' } });
  });
});
