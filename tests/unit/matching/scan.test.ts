import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { collectEvidence } from '../../../lib/matching/candidates';
import { fold } from '../../../lib/matching/fold';
import { scan } from '../../../lib/matching/scan';
import { indexOf } from '../../fixtures/name-index';
import { referenceScan } from './reference-scan';

const NAMES = [
  'APT31',
  'APT28',
  'Zirconium',
  'Fancy Bear',
  'Bear Trap',
  'Lazarus',
  'Lazarus Group',
  'NoName057(16)',
  'LAPSUS$',
  'UNC3886',
  '海莲花',
  'Файник',
  'Comité Sec',
  'Ministry of State Security',
  "People's Army",
];
const index = indexOf(NAMES);

/** The text with every match in square brackets: offsets to read. */
function marked(text: string): string {
  let out = '';
  let from = 0;
  for (const { start, end } of scan(text, index)) {
    out += `${text.slice(from, start)}[${text.slice(start, end)}]`;
    from = end;
  }
  return out + text.slice(from);
}

describe('scan marks a name, and nothing but the name,', () => {
  it.each([
    ['[APT31]', 'alone'],
    ['[apt31] and [Apt31]', 'in any letter case'],
    ['by [APT-31] and', 'with a hyphen'],
    ['by [APT\u201131] and', 'with a non-breaking hyphen'],
    ['by [APT\u201331] and', 'with an en dash'],
    ['by [APT 31] and', 'with a space'],
    ['by [APT\u00a031] and', 'with a no-break space'],
    ["[APT31]'s tools", 'before a possessive'],
    ['[APT31]’s tools', 'before a typographic possessive'],
    ['“[APT31]”', 'in quotation marks'],
    ['«[APT31]»', 'in guillemets'],
    ['It was [APT31].', 'at the end of a sentence'],
    ['[APT31], [APT28]; [Zirconium]: [UNC3886]!', 'before any punctuation'],
    ['It was [APT31].The next', 'where the space after a sentence is missing'],
    ['#[APT31]', 'as a hashtag'],
    ['@[APT31]', 'as a handle'],
    ['[APT31]-linked hackers', 'as the first part of a compound'],
    ['pro-[APT31] hackers', 'as the last part of a compound'],
    ['([APT31])', 'in brackets'],
    ['[APT31]/[Zirconium]', 'beside another, over a slash'],
    ['[APT31]|[Zirconium]', 'beside another, over a bar'],
    ['[APT31]组织', 'before Chinese without a space'],
    ['黑客[APT31]组织', 'inside Chinese'],
    ['ハッカー[APT31]が', 'inside Japanese, after a long-vowel mark'],
    ['越南[海莲花]组织', 'in Chinese inside Chinese'],
    ['группа [Файник], она', 'in Cyrillic'],
    ['[Fan\u00adcy Bear]', 'across a soft hyphen'],
    ['[Fan\u200bcy Be\u200dar]', 'across zero-width characters'],
    ['[Fancy\nBear]', 'across a line break'],
    ['[Fancy\n            Bear]', 'across a line break with indentation'],
    ['[Fancy\r\n\t\t\t\t\t\tBear]', 'across a line break with tabs'],
    ['[Fancy   Bear]', 'across several spaces'],
    ['[Fancy-Bear]', 'with a hyphen for a space'],
    ['[ＡＰＴ３１]', 'in full width'],
    ['[Comite\u0301 Sec]', 'with combining accents'],
    ['[Comite Sec]', 'with accents left out'],
    ['[People’s Army]', 'with a typographic apostrophe'],
    ['[NoName057(16)]', 'with brackets of its own'],
    ['[NoName057(16)]: ', 'with brackets of its own, before punctuation'],
    ['([NoName057(16)])', 'with brackets of its own, in brackets'],
    ['[NoName057 (16)]', 'with brackets of its own, spaced'],
    ['[LAPSUS$] stole', 'with a sign of its own'],
    ['[LAPSUS$]. And', 'with a sign of its own, at the end of a sentence'],
    ['[LAPSUS$]’s', 'with a sign of its own, before a possessive'],
    ['[Lazarus Group]', 'the longest of several'],
    ['[Lazarus] Grouped', 'the shorter where the longer does not end'],
    ['[Fancy Bear] Trap', 'the leftmost of two that overlap'],
    ['[Lazarus] Gro [Lazarus Group]', 'again after a false start'],
    ['Ministry of [Fancy Bear]', 'inside a false start'],
    ['Ministry of State [APT31]', 'behind a false start'],
    ['APT [APT31]', 'after its own first token'],
    ['😀[APT31]😀', 'between emoji'],
    ['\ud800[APT31]\udc00', 'between lone surrogates'],
    ['and/or [APT31]', 'after a slash elsewhere'],
    ['3.5 [APT31] 4.5', 'between decimals'],
    ['see example.com [APT31]', 'after an address'],
    ['[APT31] (example.com)', 'before an address'],
    ['[APT31]\u00ad', 'leaving a soft hyphen at its end outside'],
  ])('%j: %s', (expected) => {
    expect(marked(expected.replace(/[[\]]/g, ''))).toBe(expected);
  });
});

describe('scan marks nothing in', () => {
  it.each([
    ['xAPT31', 'behind letters'],
    ['2APT31', 'behind digits'],
    ['_APT31', 'behind an underscore'],
    ['APT311', 'before digits'],
    ['APT3', 'less than the name'],
    ['APT31x', 'before letters'],
    ['APT 3 1', 'digits apart'],
    ['A P T 31', 'letters apart'],
    ['apt31_loader', 'before an underscore'],
    ['apt31.com', 'a host'],
    ['www.apt31.com', 'a host with www'],
    ['apt31.exe', 'a file name'],
    ['https://a.b/APT31', 'a web address'],
    ['https://a.b/x?q=APT31&r=1', 'a query'],
    ['https://apt31.example.org/', 'a host in an address'],
    ['a.org/blog/APT31', 'an address without scheme'],
    ['me@apt31.org', 'a mail host'],
    ['apt31@example.org', 'a mail name'],
    ['/opt/apt31/x', 'a path'],
    ['~/apt31', 'a path from home'],
    ['C:\\tools\\apt31', 'a Windows path'],
    ['..\\apt31\\x', 'a relative Windows path'],
    ['Fancy. Bear', 'a full stop between'],
    ['Fancy, Bear', 'a comma between'],
    ['Fancy – Bear', 'a spaced dash between'],
    ['Fancy--Bear', 'two dashes between'],
    ['Fancy      Bear', 'a gap as in a table'],
    ['FancyBear', 'words glued together'],
    ['Fancy Bears', 'a longer word'],
    ['NoName057', 'less than a name with brackets'],
    ['NoName057(16', 'an open bracket'],
    ['LAPSUS', 'a missing sign'],
    ['海莲', 'less than a Chinese name'],
    ['Файники', 'a longer Cyrillic word'],
    ['', 'no text'],
  ])('%j: %s', (text) => {
    expect(scan(text, index)).toEqual([]);
  });
});

describe('a name that begins with signs', () => {
  it.each([
    ['#MacronLeaks', 'see #MacronLeaks now', 'MacronLeaks'],
    ['@Someone 31', '@someone31 said', 'someone31'],
  ])('%s is found by what follows them', (name, text, expected) => {
    const [hit] = scan(text, indexOf([name]));
    expect(hit && text.slice(hit.start, hit.end)).toBe(expected);
  });
});

describe('scan, for any text,', () => {
  const separator = fc.constantFrom(
    ' ',
    '\n',
    ', ',
    '. ',
    ' (',
    ') ',
    '“',
    '”',
    ' – ',
    ';',
    '!',
    ' 中 ',
    ' 😀 ',
    '\u00a0',
  );
  const filler = fc.constantFrom(
    '',
    'the',
    'and',
    'Fancy',
    'Bear',
    'Lazarus',
    'APT',
    '31',
    'hack',
    '2024',
    'zuständig',
  );
  const planted = fc.array(fc.tuple(separator, filler, separator, fc.constantFrom(...NAMES)), { maxLength: 12 });

  it('finds every name planted between separators, in order, without overlap', () => {
    fc.assert(
      fc.property(planted, (pieces) => {
        let text = '';
        const at: [number, string][] = [];
        for (const [before, word, after, name] of pieces) {
          text += before + word + after;
          at.push([text.length, name]);
          text += name;
        }
        text += ' end';
        const found = scan(text, index);
        let last = 0;
        for (const { start, end, name } of found) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(fold(text.slice(start, end))).toBe(fold(NAMES[name]!));
          last = end;
        }
        for (const [start, name] of at) {
          const covering = found.find((one) => one.start <= start && one.end > start);
          expect(covering, `${name} at ${start} of ${JSON.stringify(text)}`).toBeDefined();
          if (covering!.start === start) expect(covering!.end).toBeGreaterThanOrEqual(start + name.length);
        }
      }),
    );
  });

  const SMALL_NAMES = ['a', 'ab', 'a b', 'a1', '1a', 'ab 1', 'a(1)', '中a', '中中', 'a b 中', 'fi', "a'b", 'b a b'];
  const small = indexOf(SMALL_NAMES);
  const units = ['a', 'b', 'A', '1', ' ', '-', '_', '.', '(', ')', "'", '\u00ad', '中', 'é', '\n', 'ﬁ', '@', '/'];

  it('finds what a plain quadratic search finds', () => {
    const texts = fc.array(fc.constantFrom(...units), { maxLength: 24 }).map((parts) => parts.join(''));
    const fragments = fc
      .array(fc.constantFrom(...SMALL_NAMES, ...units), { maxLength: 10 })
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(fc.oneof(texts, fragments), (text) => {
        expect(scan(text, small)).toEqual(referenceScan(text, SMALL_NAMES));
      }),
      { numRuns: 3000 },
    );
  });

  it('never throws and stays inside the text', () => {
    const unit = fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code));
    fc.assert(
      fc.property(fc.array(fc.oneof(unit, fc.constantFrom(...NAMES)), { maxLength: 60 }), (parts) => {
        const text = parts.join('');
        for (const { start, end } of scan(text, index))
          expect(0 <= start && start < end && end <= text.length).toBe(true);
      }),
    );
  });

  it('answers the same whatever was scanned before', () => {
    fc.assert(
      fc.property(fc.string(), planted, (other, pieces) => {
        const text = pieces.flat().join(' ');
        const alone = collectEvidence(text, indexOf(NAMES));
        collectEvidence(other, index);
        expect(collectEvidence(text, index)).toEqual(alone);
      }),
      { numRuns: 30 },
    );
  });

  // Quadratic scanning would take minutes; the limit of the test's own time is what ends it.
  it.each([
    ['a name again and again', 'Lazarus '.repeat(20_000)],
    ['an address without end', `${'a/'.repeat(150_000)}APT31`],
    ['names run together by dots', 'APT31.'.repeat(20_000)],
    ['names run together by dashes', 'APT31-'.repeat(20_000)],
    ['a name torn apart by spaces', `Fancy${' '.repeat(300_000)}Bear`],
    ['nothing but signs to pass over', '\u00ad'.repeat(300_000)],
    ['beginnings of a long name', 'Ministry of State '.repeat(9000)],
  ])('comes to an end on %s', (_, text) => {
    expect(scan(text, index).every(({ start, end }) => start < end && end <= text.length)).toBe(true);
  });
});
