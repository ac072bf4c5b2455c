import { describe, expect, it, test } from 'vitest';
import { refusalSentence } from '../../../lib/cli/feed/refusal-sentence';
import { LEFT_OUT_REASONS } from '../../../lib/feeds/content';
import { FeedRefused, REFUSALS, type RefusalCode } from '../../../lib/feeds/refused';
import { readFeeds } from '../../../lib/feeds/subscription';
import { actor } from '../../../lib/model/actor';
import { agency } from '../../../lib/model/agency';
import { incident } from '../../../lib/model/incident';
import { changeLine } from '../../../lib/options/feeds/change-text';
import { feedName, leftOutText } from '../../../lib/options/feeds/feed-text';
import { failureText, refusalText } from '../../../lib/options/feeds/refusal-text';
import { LOCALES, messagesIn, speak } from '../../fixtures/locales';

const english = messagesIn('en');
const under = (group: string) =>
  [...english.keys()].filter((key) => key.startsWith(`${group}.`)).map((key) => key.slice(group.length + 1));

describe('every refusal has a sentence', () => {
  const sentences = under('feeds.refused').map((key) => [
    key.replaceAll('_', '-'),
    (english.get(`feeds.refused.${key}`)!.match(/\w+(?=\})/g) ?? []).sort(),
  ]);
  const refusals = Object.entries(REFUSALS).map(([code, details]) => [code, Object.keys(details).sort()]);

  test('with its details, and no other', () =>
    expect(Object.fromEntries(sentences)).toEqual(Object.fromEntries(refusals)));

  test.each(LOCALES)('that ends as sentences do, in %s', (locale) => {
    speak(locale);
    for (const code of Object.keys(REFUSALS) as RefusalCode[])
      expect(refusalText({ code, details: {} })).toMatch(/^[^\n{}]{4,180}[.。]$/);
    speak('en');
  });
});

describe('a refusal speaks the language of whoever reads it', () => {
  const cases: [string, FeedRefused, string][] = [
    ['de', new FeedRefused('too-many-entities', { count: 200_000 }), 'Die Daten enthalten mehr als 200.000 Einträge.'],
    ['de', new FeedRefused('too-large', { limit: 64 << 20 }), 'Die Daten sind größer als 64 MB.'],
    ['de', new FeedRefused('too-large', { limit: 350 }), 'Die Daten sind größer als 350 Byte.'],
    ['de', new FeedRefused('expired', { day: '2026-11-28' }), 'Die Daten sind am 28. Nov. 2026 abgelaufen.'],
    ['de', new FeedRefused('name-empty', { where: 'line 3' }), 'Ein Name ist leer: Zeile 3.'],
    ['de', new FeedRefused('name-empty', { where: 'actor:x' }), 'Ein Name ist leer: actor:x.'],
    [
      'de',
      new FeedRefused('other-form', { is: 'watch-list', wanted: 'stix' }),
      'Das Format hat sich geändert: jetzt „Namensliste“, vorher „STIX-Bundle“.',
    ],
    ['fr', new FeedRefused('too-large', { limit: 64 << 20 }), 'Sa taille dépasse 64\u202fMo.'],
    ['fr', new FeedRefused('bad-id', { id: 'x' }), '«\u00a0x\u00a0» n’est pas un identifiant de ce format.'],
    ['ja', new FeedRefused('expired', { day: '2026-11-28' }), '2026年11月28日に期限が切れました。'],
    ['en', new FeedRefused('bad-id', { id: '{id} $& <b>' }), '“{id} $& <b>” is not an id of this form.'],
  ];

  it.each(cases)('in %s, of %s', (locale, refusal, sentence) => {
    speak(locale);
    expect(refusalText(refusal)).toBe(sentence);
    speak('en');
  });

  it('as it was stored', () => {
    const { code, details } = new FeedRefused('older-version', { version: '2026.11.1', known: '2026.11.2' });
    const row = {
      ...readFeeds({}).rows[0]!,
      failure: { code, details: { ...details }, at: 0, during: 'check' },
    };
    const [kept] = readFeeds(JSON.parse(JSON.stringify({ rows: [row] }))).rows;
    speak('de');
    expect(failureText(kept!.failure!)).toBe(
      'Das ist Version 2026.11.1; sie ist älter als 2026.11.2, die schon hier war.',
    );
    speak('en');
  });

  it('but for what an earlier version kept in English, and codes of a later one', () => {
    const kept = {
      ...readFeeds({}).rows[0]!,
      failure: { code: 'empty', sentence: 'It is empty.', at: 0, during: 'check' },
    };
    const { failure } = readFeeds({ rows: [kept] }).rows[0]!;
    speak('de');
    expect(failureText(failure!)).toBe('It is empty.');
    expect(failureText({ code: 'too-blue', at: 0, during: 'check' })).toBe(
      'Etwas ist schiefgegangen, das nicht vorkommen sollte: too-blue.',
    );
    speak('en');
  });

  it('and is English on the command line', () => {
    speak('de');
    expect(refusalSentence(new FeedRefused('expired', { day: '2026-11-28' }))).toBe('It expired on 2026-11-28.');
    expect(refusalSentence(new FeedRefused('too-many-names', { count: 1_000_000 }))).toBe(
      'It holds more than 1,000,000 names.',
    );
    speak('en');
  });
});

describe('beside refusals', () => {
  test('every reason to leave something out has its words', () =>
    expect(under('feeds.leftOutWhy')).toEqual(LEFT_OUT_REASONS.map((why) => why.replaceAll('-', '_'))));

  test('every field of an entity that a reader is told of has a name', () => {
    const fields = [actor, agency, incident].flatMap(({ entries }) => Object.keys(entries));
    const untold = ['$schema', 'id', 'aliases', 'prov', 'ext'];
    expect(under('feeds.field').sort()).toEqual([...new Set(fields)].filter((name) => !untold.includes(name)).sort());
  });

  test('they are worded in German, and what an earlier version kept as it is', () => {
    speak('de');
    const [core] = readFeeds({}).rows;
    expect(feedName(core!)).toBe('Kernbestand');
    expect(feedName({ ...core!, id: 'own-list', name: 'Own names', origin: { from: 'list' } })).toBe('Eigene Namen');
    expect(
      leftOutText([
        { why: 'no-date', count: 1200, examples: [] },
        { why: 'withdrawn upstream', count: 1, examples: [] },
      ]),
    ).toBe('1.200 (ohne Datum), 1 (withdrawn upstream)');
    const what = { id: 'actor:x', name: 'X', kind: 'actor' } as const;
    expect(changeLine({ what: 'entity-changed', ...what, fields: ['activeFrom', 'origin'] }).note).toBe(
      'geändert: aktiv seit und Herkunft',
    );
    const event = { kind: 'statement', date: '2024-03', country: 'US', about: ['X'] } as const;
    expect(changeLine({ what: 'event-added', id: 'event:x', event: { ...event, about: ['X'] } })).toEqual({
      sign: '+',
      name: 'X; März 2024',
      note: 'Zuschreibung; USA',
    });
    speak('en');
  });
});
