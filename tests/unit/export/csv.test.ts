import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { csvRecord, unguarded } from '../../../lib/export/csv';
import { EXPORT_FORMATS } from '../../../lib/export/formats';
import { excerpt, pageExcerpt } from './excerpts';

test.each<[string, (string | number | undefined)[], string]>([
  ['plain cells', ['a', 1, undefined], 'a,1,\r\n'],
  ['a comma', ['a,b'], '"a,b"\r\n'],
  ['a quote', ['a"b'], '"a""b"\r\n'],
  ['a line break', ['a\nb'], '"a\nb"\r\n'],
  ['a formula', ['=1+1'], "'=1+1\r\n"],
  ['a formula in quotes', ['=HYPERLINK("x")'], `"'=HYPERLINK(""x"")"\r\n`],
  ['other signs that start a formula', ['+a', '-a', '@a', '＝a'], "'+a,'-a,'@a,'＝a\r\n"],
  ['a carriage return in front', ['\r=1'], `"'\r=1"\r\n`],
  ['numbers below zero', ['-5', -5, '-1.5'], '-5,-5,-1.5\r\n'],
  ['an apostrophe that was there before', ["'=a", "'tis"], "''=a,'tis\r\n"],
])('%s', (_, cells, expected) => {
  expect(csvRecord(cells)).toBe(expected);
});

test('a reader of RFC 4180 gets back every cell, but for the guard, which can be taken off', () => {
  fc.assert(
    fc.property(fc.array(fc.array(cell, { minLength: 2, maxLength: 2 }), { minLength: 1 }), (rows) => {
      const text = rows.map(csvRecord).join('');
      const back = parse(text, { record_delimiter: '\r\n' }) as string[][];
      expect(back.map((row) => row.map(unguarded))).toEqual(rows);
    }),
  );
});

test('no cell starts as a spreadsheet formula does', () => {
  fc.assert(
    fc.property(cell, (text) => {
      const [[back]] = parse(csvRecord([text, 'x']), { record_delimiter: '\r\n' }) as [[string]];
      expect(/^[=+\-@\t\r＝＋－＠]/.test(back) && !/^-?\d+(\.\d+)?$/.test(back)).toBe(false);
    }),
  );
});

describe('of an excerpt', () => {
  const rows = (text: string) => parse(text, { columns: true, record_delimiter: '\r\n' }) as Record<string, string>[];

  test('one entity: a row an event', () => {
    const table = rows(EXPORT_FORMATS.csv.write(excerpt(['actor:apt31'])));
    expect(table.find(({ event }) => event === 'event:us-2024-apt31')).toMatchObject({
      date: '2024-03-25',
      kind: 'indictment',
      speakerCountry: 'US',
      accusedAgency: 'agency:cn-mss-hubei',
      strength: 'state-direct',
      responses: 'sanction US 2024-03-25',
      sources: 'https://example.org/statement',
    });
  });
  test('a search: a row an entity', () => {
    const table = rows(EXPORT_FORMATS.csv.write(excerpt(['actor:apt31', 'actor:play'])));
    expect(table.map(({ id, attack, aliases }) => [id, attack, aliases])).toEqual([
      ['actor:apt31', 'G0128', 'Zirconium; Judgment Panda; Violet Typhoon; Bronze Vinewood'],
      ['actor:play', '', 'PlayCrypt'],
    ]);
  });
  test('a page: a row a name, with candidates where it is left open', () => {
    const table = rows(EXPORT_FORMATS.csv.write(pageExcerpt()));
    expect(
      table.map(({ text, mentions, written, id, candidates }) => [text, mentions, written, id, candidates]),
    ).toEqual([
      ['news.test', '3', 'APT 31; APT31', 'actor:apt31', ''],
      ['news.test', '1', 'NCSC', '', 'agency:gb-ncsc agency:nz-ncsc'],
    ]);
  });
});

/** Text of any signs, and often of those that CSV and spreadsheets take for their own. */
const cell = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: fc.constantFrom('=', '+', '-', '@', "'", '"', ',', '\r', '\n', '\t', '1', 'a', '＝', ' ') }),
);
