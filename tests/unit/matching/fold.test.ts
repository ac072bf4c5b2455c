import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold, foldKeepingCase, foldsTo } from '../../../lib/matching/fold';

const anyText = fc.string({
  unit: fc.integer({ min: 0, max: 0xffff }).map((unit) => String.fromCharCode(unit)),
  maxLength: 40,
});

describe('fold', () => {
  it.each([
    ['apt 31', 'APT31', 'letters and digits are tokens of their own'],
    ['apt 31', 'apt 31', 'already folded'],
    ['apt 31', 'APT-31', 'hyphen'],
    ['apt 31', 'APT\u201131', 'non-breaking hyphen'],
    ['apt 31', 'APT–31', 'en dash'],
    ['apt 31', 'APT\u221231', 'minus sign'],
    ['apt 31', 'APT\u00a031', 'no-break space'],
    ['apt 31', 'APT\u202f31', 'narrow no-break space'],
    ['apt 31', '  APT \t\n31 ', 'space around and between'],
    ['apt 31', 'ＡＰＴ３１', 'full width'],
    ['apt 31', 'A\u200bP\u200dT\ufeff31', 'zero width'],
    ['apt 31', 'APT٣١', 'Arabic-Indic digits'],
    ['apt 31', 'APT۳۱', 'Persian digits'],
    ['apt 31', 'APT३१', 'Devanagari digits'],
    ['apt 31', 'APT๓๑', 'Thai digits'],
    ['apt 31', 'APT³¹', 'superscript digits'],
    ['apt 31', 'APT③①', 'circled digits'],
    ['fancy bear', 'Fan\u00adcy Bear', 'soft hyphen'],
    ['fancy bear', 'ＦＡＮＣＹ　ＢＥＡＲ', 'full width with ideographic space'],
    ['comite', 'Comité', 'accent, composed'],
    ['comite', 'Comite\u0301', 'accent, combining'],
    ['istanbul', 'İstanbul', 'dotted capital I'],
    ['nato', 'ŉato', 'letter with its own apostrophe'],
    ['fin 7', 'ﬁn7', 'ligature'],
    ['viii', 'Ⅷ', 'Roman numeral of one character'],
    ["people ' s", 'People’s', 'typographic apostrophe'],
    ["people ' s", "People's", 'straight apostrophe'],
    ["people ' s", 'People＇s', 'full-width apostrophe'],
    ['lapsus $', 'LAPSUS$', 'sign at the end'],
    ['noname 057 ( 16 )', 'NoName057(16)', 'brackets'],
    ['фансибеар', 'ФансиБеар', 'Cyrillic'],
    ['киик', 'Кийк', 'Cyrillic short i'],
    ['海 莲 花', '海莲花', 'Han, a token each'],
    ['ラ サ', 'ﾗサ', 'half-width kana'],
    ['ハ ッ カ ー apt 31', 'ハッカーAPT31', 'the long-vowel mark belongs to kana'],
    ['라 자 루 스', '라자루스', 'Hangul'],
    ['محمد', 'محـــمد', 'Arabic tatweel'],
    ['محمد', 'مُحَمَّد', 'Arabic vowel marks'],
    ['apt \ud83d \ude00', 'apt😀', 'emoji: signs'],
    ['\ud800 a \udfff', '\ud800a\udfff', 'lone surrogates: signs'],
    ['', '', 'nothing'],
    ['', ' -–\u00ad\u200b\n', 'nothing but separators'],
  ])('gives "%s" for %j: %s', (folded, text) => {
    expect(fold(text)).toBe(folded);
  });

  it('changes nothing that is folded already, for every single UTF-16 unit', () => {
    const unstable: string[] = [];
    for (let unit = 0; unit < 0x10000; unit++) {
      const once = fold(String.fromCharCode(unit));
      if (fold(once) !== once) unstable.push(unit.toString(16));
    }
    expect(unstable).toEqual([]);
  });

  it.each(['a', '7', '中', "'", 'é', ' '])(
    'changes nothing that is folded already, for any unit behind %j',
    (first) => {
      const unstable: string[] = [];
      for (let unit = 0; unit < 0x10000; unit++) {
        const once = fold(first + String.fromCharCode(unit));
        if (fold(once) !== once) unstable.push(unit.toString(16));
      }
      expect(unstable).toEqual([]);
    },
  );

  it.each([
    ['a 一', 'a㊀', 'a sign in a circle'],
    ['a 二', 'a㆓', 'a raised sign'],
  ])('gives "%s" for %j: %s is a token of its own', (folded, text) => {
    expect(fold(text)).toBe(folded);
  });

  it('changes nothing that is folded already, for any text', () => {
    fc.assert(fc.property(fc.oneof(fc.string({ unit: 'binary' }), anyText), (text) => fold(fold(text)) === fold(text)));
  });

  it('gives the same tokens for two texts one after the other', () => {
    fc.assert(
      fc.property(anyText, anyText, (a, b) => {
        expect(fold(`${a} ${b}`)).toBe([fold(a), fold(b)].filter(Boolean).join(' '));
        expect(fold(a + b).replaceAll(' ', '')).toBe((fold(a) + fold(b)).replaceAll(' ', ''));
      }),
    );
  });

  it('gives one digit for every decimal digit of the basic plane', () => {
    for (let unit = 0; unit < 0x10000; unit++) {
      const char = String.fromCharCode(unit);
      if (/\p{Nd}/u.test(char)) expect(fold(char)).toMatch(/^[0-9]$/);
    }
  });
});

describe('foldsTo', () => {
  const soup = fc
    .array(fc.constantFrom('a', 'B', '1', '²', ' ', '-', '\u00ad', 'é', 'e\u0301', 'ﬁ', '½', '中', '.', "'", '’'), {
      maxLength: 12,
    })
    .map((parts) => parts.join(''));
  const part = fc.tuple(fc.oneof(soup, anyText), fc.nat(12), fc.nat(12));

  it('says of every part of every text whether it folds so', () => {
    fc.assert(
      fc.property(part, fc.oneof(soup, anyText), ([text, from, length], other) => {
        const folded = fold(text.slice(from, from + length));
        const end = Math.min(text.length, from + length);
        expect(foldsTo(text, Math.min(from, end), end, folded)).toBe(true);
        for (const wrong of [fold(other), `${folded}x`, folded.slice(1), `${folded} `])
          expect(foldsTo(text, Math.min(from, end), end, wrong)).toBe(wrong === folded);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('foldKeepingCase', () => {
  it.each([
    ['APT31', 'APT-31', 'a dash between letter and digit may be left out'],
    ['APT31', 'APT 31', 'so may a space'],
    ['Fancy Bear', 'Fancy\u00a0Bear', 'space is space'],
    ['Fancy Bear', 'Fancy\n   Bear', 'as many as there are'],
    ['Fancy-Bear', 'Fancy–Bear', 'dash is dash, and not space'],
    ['HAFNIUM', 'HAF\u00adNIUM', 'soft hyphen'],
    ['HAFNIUM', 'ＨＡＦＮＩＵＭ', 'width'],
    ['hafnium', 'hafnium', 'case stays'],
    ['Comité', 'Comite\u0301', 'accents stay, however encoded'],
    ["People's", 'People’s', 'apostrophe'],
  ])('gives "%s" for %j: %s', (folded, text) => {
    expect(foldKeepingCase(text)).toBe(folded);
  });

  it('never throws', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string({ unit: 'binary' }), anyText),
        (text) => typeof foldKeepingCase(text) === 'string',
      ),
    );
  });
});
