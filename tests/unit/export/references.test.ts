import { BibLatexParser, RISParser } from 'biblatex-csl-converter';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bibtex } from '../../../lib/export/bibtex';
import { citation } from '../../../lib/export/citation';
import { EXPORT_FORMATS } from '../../../lib/export/formats';
import { type Reference, referencesOf } from '../../../lib/export/reference';
import { ris } from '../../../lib/export/ris';
import { excerpt } from './excerpts';

const statement: Reference = {
  key: 'gov-uk-statement',
  kind: 'gov-statement',
  title: 'Statement of 25 March: 100 % “almost certain” & more_to_come {sic} #1 $5 a~b c^d e\\f',
  publisher: 'Foreign, Commonwealth & Development Office',
  url: 'https://example.org/a_b?x=1&y=%20#z',
  published: '2024-03-25',
  read: '2026-11-22',
};

describe('references', () => {
  test('begin with the dataset itself', () => {
    const [own, ...sources] = referencesOf(excerpt(['actor:apt31'], 'APT31'));
    expect(own).toMatchObject({ key: 'attribution-lens-actor-apt31', version: '2026.11.1', published: '2026-11-22' });
    expect(sources.map(({ key }) => key)).toEqual(['list', 'statement']);
  });
  test.each<[string, Partial<Reference>, string]>([
    ['whole', {}, `${statement.publisher}, “T”, 2024-03-25, ${statement.url} (read 2026-11-22).`],
    ['a month', { published: '2024-03', read: undefined }, `${statement.publisher}, “T”, 2024-03, ${statement.url}.`],
    ['no date, no address', { published: undefined, url: undefined, read: undefined }, `${statement.publisher}, “T”.`],
    [
      'gone, with an archive',
      { read: undefined, archivedUrl: 'https://archive.example.org/x' },
      `${statement.publisher}, “T”, 2024-03-25, ${statement.url} (archived at https://archive.example.org/x).`,
    ],
  ])('plain: %s', (_, change, expected) => {
    expect(citation({ ...statement, title: 'T', ...change })).toBe(expected);
  });
});

describe('BibTeX', () => {
  test('as written', () => {
    expect(bibtex([statement])).toBe(
      [
        '@misc{gov-uk-statement,',
        '  author = {{Foreign, Commonwealth \\& Development Office}},',
        '  title = {{Statement of 25 March: 100 \\% “almost certain” \\& more\\_to\\_come \\{sic\\} \\#1 \\$5 a{\\textasciitilde}b c{\\textasciicircum}d e{\\textbackslash}f}},',
        '  year = {2024},',
        '  month = {3},',
        '  date = {2024-03-25},',
        '  publisher = {{Foreign, Commonwealth \\& Development Office}},',
        '  url = {https://example.org/a_b?x=1&y=%20#z},',
        '  urldate = {2026-11-22}',
        '}',
        '',
      ].join('\n'),
    );
  });
  test('a parser gets back title, body, date and address', () => {
    fc.assert(
      fc.property(line, line, dates, (title, publisher, published) => {
        const text = bibtex([{ ...statement, title, publisher, published }]);
        const { entries, errors } = new BibLatexParser(text).parse();
        expect(errors).toEqual([]);
        const { fields } = Object.values(entries)[0]!;
        expect(plain(fields.title)).toBe(title);
        expect(plain((fields.author as { literal: unknown }[])[0]!.literal)).toBe(publisher);
        expect(fields.date).toBe(published);
        expect(fields.url).toBe(statement.url);
      }),
    );
  });
});

describe('RIS', () => {
  test('as written', () => {
    expect(ris([statement, { key: 'k', kind: 'vendor-report', title: 'T\nU', publisher: 'P' }])).toBe(
      [
        'TY  - GOVDOC',
        'ID  - gov-uk-statement',
        'AU  - Foreign Commonwealth & Development Office',
        `TI  - ${statement.title}`,
        'PB  - Foreign, Commonwealth & Development Office',
        'PY  - 2024',
        'DA  - 2024/03/25/',
        `UR  - ${statement.url}`,
        'Y2  - 2026/11/22/',
        'ER  - ',
        '',
        'TY  - RPRT',
        'ID  - k',
        'AU  - P',
        'TI  - T U',
        'PB  - P',
        'ER  - ',
        '',
      ].join('\r\n'),
    );
  });
  test('a parser gets back title and address, and as many records as were written', () => {
    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 4 }), (titles) => {
        const text = ris(titles.map((title, i) => ({ ...statement, key: `k${i}`, title })));
        const { entries } = new RISParser(text).parse();
        const found = Object.values(entries).map(({ fields }) => [plain(fields.title), fields.url]);
        expect(found).toEqual(titles.map((title) => [title, statement.url]));
      }),
    );
  });
  test('no value can start a record of its own', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('\r', '\n', 'T', 'Y', ' ', '-', 'E', 'R', '\u2028') }), (title) => {
        expect(ris([{ ...statement, title }]).match(/^(TY|ER) {2}-/gm)).toHaveLength(2);
      }),
    );
  });
});

test('all three formats of an excerpt cite the same works', () => {
  const subject = excerpt(['incident:notpetya']);
  const { sources } = subject;
  expect(EXPORT_FORMATS.citation.write(subject).trim().split('\n')).toHaveLength(sources.length + 1);
  expect(EXPORT_FORMATS.bibtex.write(subject).match(/^@/gm)).toHaveLength(sources.length + 1);
  expect(EXPORT_FORMATS.ris.write(subject).match(/^TY/gm)).toHaveLength(sources.length + 1);
});

/** One trimmed line, as the schema of titles asks for; the parser knows no `\textasciicircum`. */
const line = fc
  .string({ unit: fc.constantFrom(...'abcÄé海ع \\{}#$%&_~“”.,;:!?()[]=+@*/|<>"\'-`'), minLength: 1 })
  .map((text) => `a${text.replace(/\s+/g, ' ')}b`);
const dates = fc.constantFrom('2024', '2024-03', '2024-03-25');

/** Text of the parser's rich text. */
function plain(field: unknown): string {
  return (field as { type: string; text?: string }[]).map(({ text }) => text ?? '').join('');
}
