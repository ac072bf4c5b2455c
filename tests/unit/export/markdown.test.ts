import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { escaped, markdown } from '../../../lib/export/markdown';
import { excerpt, pageExcerpt } from './excerpts';

describe('of one entity', () => {
  const text = markdown(excerpt(['actor:apt31'], 'APT31'));
  test.each([
    ['its name', '# APT31\n\n`actor:apt31`'],
    ['its names, with whose they are', 'Also: Zirconium (Microsoft); Judgment Panda (CrowdStrike)'],
    ['the accusation as worded', 'China state-affiliated actors'],
    ['certainty in the official term', '“almost certain”'],
    [
      'the agency, and that it is unreviewed',
      '| 2024-03-25 | indictment | United States | APT31, Hubei State Security Department; China; state direct |',
    ],
    [
      'the denial',
      '| 2024-03-26 | denial | China (Ministry of Foreign Affairs of China) | answers event:gb-2024-electoral-commission',
    ],
    [
      'the source as a link',
      '[UK holds China state-affiliated organisations responsible](<https://example.org/statement>)',
    ],
    ['the dataset', '_Attribution Lens dataset 2026.11.1, 2026-11-22'],
  ])('%s', (_, part) => {
    expect(text).toContain(part);
  });
});

test('of a page: what it names, and names left open', () => {
  const text = markdown(pageExcerpt());
  expect(text).toContain('# Names on news.test\n\n## news.test\n\n| Entity | Mentions | Written as |');
  expect(text).toContain('| APT31 | 3 | APT 31, APT31 |');
  expect(text).toContain('| National Cyber Security Centre (one of 2) | 1 | NCSC |');
});

test('a denial without a source says so', () => {
  expect(markdown(excerpt(['incident:notpetya']))).toMatch(/denial \| Russia .*no link on file/);
});

test('no text can break out of its cell, make a link, a tag or a heading', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...'|\n\r[](<>)`*_#\\&;a ') }), (text) => {
      expect(escaped(text).replace(/\\[\\`*_[\]<>|#~&]/g, '')).not.toMatch(/[`*_[\]<>|#~&\n\r\\]/);
    }),
  );
});
