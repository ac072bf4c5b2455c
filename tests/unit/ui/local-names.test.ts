import { describe, expect, test } from 'vitest';
import type { Alias } from '../../../lib/model/alias';
import type { Entity } from '../../../lib/model/record';
import { localNames } from '../../../lib/ui/local-names';
import { speak } from '../../fixtures/locales';

const exact = (lang: string, text: string): Alias => ({ text, lang, relation: 'exact' });
const agency = (country: string, ...aliases: Alias[]) =>
  ({ id: 'agency:x', name: 'X', country, type: 'cyber', aliases }) as unknown as Entity;
const actor = (...aliases: Alias[]) => ({ id: 'actor:x', name: 'X', class: 'unknown', aliases }) as unknown as Entity;

const mss = agency(
  'CN',
  exact('ar', 'وزارة أمن الدولة'),
  exact('zh', '国家安全部'),
  exact('de', 'Ministerium für Staatssicherheit'),
);

describe('names at home and in the reader’s language', () => {
  test.each<[string, string, Entity, string[]]>([
    ['at home', 'en', mss, ['国家安全部']],
    ['at home, then the reader’s', 'de', mss, ['国家安全部', 'Ministerium für Staatssicherheit']],
    ['both at once', 'zh_CN', mss, ['国家安全部']],
    [
      'of a state with several languages',
      'en',
      agency('BE', exact('fr', 'Sûreté'), exact('nl', 'Veiligheid')),
      ['Veiligheid', 'Sûreté'],
    ],
    ['with a tag that has a newer form', 'en', agency('PH', exact('tl', 'Kagawaran')), ['Kagawaran']],
    ['the first of one language', 'en', agency('DE', exact('de', 'Erst'), exact('de', 'Dann')), ['Erst']],
    ['of a bloc: none of its own', 'en', agency('EU', exact('uk', 'Рада')), []],
    ['of a bloc, to a reader of that language', 'uk', agency('EU', exact('uk', 'Рада')), ['Рада']],
    [
      'of a group: only the reader’s',
      'ja',
      actor(exact('ja', 'ファンシーベア'), exact('zh', '奇幻熊')),
      ['ファンシーベア'],
    ],
    ['not what only overlaps', 'zh_CN', actor({ ...exact('zh', '海莲花'), relation: 'overlaps' }), []],
  ])('%s, in %s', (_, locale, entity, names) => {
    speak(locale);
    expect(localNames(entity).map(({ text }) => text)).toEqual(names);
  });
});
