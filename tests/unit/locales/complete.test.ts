import { describe, expect, test } from 'vitest';
import { LOCALES, messagesIn } from '../../fixtures/locales';

const english = messagesIn('en');
/** Longest description that the Chrome Web Store and the browser take. */
const MOST_DESCRIPTION = 132;

/** Bases of messages that count, `popup.read` of `popup.read.one`. */
const counted = [...english.keys()]
  .filter((key) => key.endsWith('.other'))
  .map((key) => key.slice(0, -'.other'.length));

describe.each(LOCALES)('%s', (locale) => {
  const messages = messagesIn(locale);
  const language = messages.get('language') ?? '';
  const { pluralCategories } = new Intl.PluralRules(language).resolvedOptions();
  const expected = [
    ...[...english.keys()].filter((key) => !counted.some((base) => isFormOf(key, base))),
    ...counted.flatMap((base) => pluralCategories.map((category) => `${base}.${category}`)),
  ];

  test('has every message, with each plural form of the language, and no other', () => {
    expect({
      missing: expected.filter((key) => !messages.has(key)).sort(),
      unknown: [...messages.keys()].filter((key) => !expected.includes(key)).sort(),
    }).toEqual({ missing: [], unknown: [] });
  });

  test('has the placeholders and the markup of English', () => {
    const wrong = [...messages].flatMap(([key, message]) => {
      const base = counted.find((one) => isFormOf(key, one));
      const wanted = traits(english.get(base ? `${base}.other` : key) ?? '');
      const found = traits(message);
      // "One recorded event" needs no number, where the form stands for that number alone.
      if (base && standsForOne(language, key.slice(base.length + 1))) return sameBut(wanted, found, '{count}', key);
      return found.join() === wanted.join() ? [] : [`${key}: ${found.join(' ')} instead of ${wanted.join(' ')}`];
    });
    expect(wrong).toEqual([]);
  });

  test('says in which language it is, as its file does', () => {
    expect(Intl.getCanonicalLocales(language)).toEqual([language]);
    expect(language.split('-')[0]).toBe(locale.split('_')[0]);
    expect(Intl.DateTimeFormat.supportedLocalesOf(language)).toEqual([language]);
    expect(messages.get('direction')).toMatch(/^(ltr|rtl)$/);
  });

  test('is free of empty messages, stray spaces, tags but <b>, and signs that browsers replace', () => {
    const wrong = [...messages].filter(
      ([, text]) => !text.trim() || /^\s|\s{2}|\$/.test(text) || /<(?!\/?b>)/.test(text) || unbalanced(text),
    );
    expect(wrong).toEqual([]);
  });

  test('describes the extension in as many characters as stores take', () => {
    expect(messages.get('manifest.description')!.length).toBeLessThanOrEqual(MOST_DESCRIPTION);
  });

  test('has a word for each small number', () => {
    expect(messages.get('numberWords')!.split(' ')).toHaveLength(13);
  });
});

test('keys are such as browsers take: letters, digits and _, in whatever case', () => {
  const names = [...english.keys()].map((key) => key.replaceAll('.', '_'));
  expect(names.filter((name) => !/^[A-Za-z0-9_]+$/.test(name))).toEqual([]);
  expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(names.length);
});

function isFormOf(key: string, base: string): boolean {
  return key.startsWith(`${base}.`) && /^(zero|one|two|few|many|other)$/.test(key.slice(base.length + 1));
}

function traits(message: string): string[] {
  return [...new Set(message.match(/\{\w+\}|<b>/g) ?? [])].sort();
}

function sameBut(wanted: readonly string[], found: readonly string[], spared: string, key: string): string[] {
  const without = (list: readonly string[]) => list.filter((one) => one !== spared && one !== '{number}').join();
  return without(wanted) === without(found) ? [] : [`${key}: ${found.join(' ')} instead of ${wanted.join(' ')}`];
}

function standsForOne(language: string, category: string): boolean {
  const rules = new Intl.PluralRules(language);
  return Array.from({ length: 201 }, (_, n) => n).filter((n) => rules.select(n) === category).length === 1;
}

function unbalanced(text: string): boolean {
  return (text.match(/<b>/g)?.length ?? 0) !== (text.match(/<\/b>/g)?.length ?? 0);
}
