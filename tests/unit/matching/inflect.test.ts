import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inflectedForms } from '../../../lib/matching/inflect';

describe('inflectedForms', () => {
  it.each([
    ['ru', 'Служба внешней разведки', 'Службой внешней разведки', 'the head changes, what follows stays'],
    ['ru', 'Национальный центр кибербезопасности', 'Национальном центре кибербезопасности', 'adjectives go with it'],
    ['ru', 'Федеральная служба безопасности', 'Федеральную службу безопасности', 'feminine'],
    ['ru', 'Министерство юстиции США', 'Министерством юстиции США', 'neuter'],
    ['ru', 'Роскомнадзор', 'Роскомнадзору', 'one word'],
    ['ru', 'Фэнси Бир', 'Фэнси Бира', 'the last word of a foreign name'],
    ['uk', 'Служба безпеки України', 'Службі безпеки України', 'Ukrainian dative'],
    ['uk', 'Головне управління розвідки', 'Головному управлінні розвідки', 'Ukrainian adjective and noun'],
    ['pl', 'Agencja Bezpieczeństwa Wewnętrznego', 'Agencji Bezpieczeństwa Wewnętrznego', 'Polish genitive'],
    [
      'pl',
      'Centralne Biuro Zwalczania Cyberprzestępczości',
      'Centralnemu Biuru Zwalczania Cyberprzestępczości',
      'both',
    ],
    [
      'de',
      'Bundesamt für Sicherheit in der Informationstechnik',
      'Bundesamts für Sicherheit in der Informationstechnik',
      '-s',
    ],
    ['de', 'Verfassungsschutz', 'Verfassungsschutzes', '-es'],
    ['de', 'Militärischer Abschirmdienst', 'Militärischen Abschirmdienstes', 'adjective and noun'],
    ['ar', 'الموساد', 'للموساد', 'to, joined to the article'],
    ['ar', 'وكالة الأمن القومي', 'ووكالة الأمن القومي', 'and'],
    ['he', 'שב״כ', 'בשב״כ', 'in'],
  ])('%s: %s is also written %s: %s', (lang, name, form) => {
    expect(inflectedForms(name, lang)).toContain(form);
  });

  it.each([
    ['ru', 'ФСБ', 'acronyms don’t change'],
    ['en', 'National Security Agency', 'no rules for English'],
    ['zh', '国家安全部', 'no cases in Chinese'],
  ])('%s: %s has no other form: %s', (lang, name) => {
    expect(inflectedForms(name, lang)).toEqual([]);
  });

  it('gives few forms, all of them other than the name', () => {
    const lang = fc.constantFrom('ru', 'uk', 'be', 'pl', 'de', 'ar', 'he', 'pl-PL');
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 40 }), lang, (name, tag) => {
        const forms = inflectedForms(name, tag);
        expect(forms.length).toBeLessThanOrEqual(12);
        expect(forms).not.toContain(name);
      }),
    );
  });
});
