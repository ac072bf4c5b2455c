import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { SearchEntry } from '../../../lib/model/view';
import { NameSearch } from '../../../lib/search/name-search';
import { joined, tokensOf } from '../../../lib/search/name-tokens';

const entry = (id: string, name: string, aliases: string[] = [], more: Partial<SearchEntry> = {}): SearchEntry => ({
  id: `actor:${id}`,
  kind: 'actor',
  name,
  aliases,
  events: 0,
  ...more,
});

const ENTRIES = [
  entry('apt28', 'APT28', ['Fancy Bear', 'Sofacy'], { country: 'RU', beside: ['Unit 26165', 'GRU'], code: 'G0007' }),
  entry('apt2', 'APT2', ['Putter Panda']),
  entry('muddywater', 'MuddyWater', [], { country: 'IR' }),
  entry('evil-corp', 'Evil Corp', ['Indrik Spider']),
  entry('known', 'Silver Fox', [], { events: 30 }),
  entry('unknown', 'Silver Ox', ['Silver Fox'], { events: 1 }),
];
const search = new NameSearch(ENTRIES);

describe('tokens of a name', () => {
  test.each([
    ['APT31', ['apt', '31']],
    ['APT-C-36', ['apt', 'c', '36']],
    ['Säpo', ['sapo']],
    ['海莲花', ['海莲花']],
    ['0ktapus', ['0', 'ktapus']],
    ['СБУ', ['сбу']],
    ['—', []],
  ])('%s: %j', (name, tokens) => {
    expect(tokensOf(name).map(({ text }) => text)).toEqual(tokens);
  });

  test('stand where they say, one after another, in any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (name) => {
        let last = 0;
        for (const { text, start, end } of tokensOf(name)) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(joined(name.slice(start, end))).toBe(text);
          last = end;
        }
      }),
    );
  });
});

describe('search', () => {
  test.each([
    ['gru fancy bear', 'apt28'],
    ['russian apt28', 'apt28'],
    ['g0007', 'apt28'],
    ['apt 2', 'apt2'],
    ['muddy watter', 'muddywater'],
    ['evilcorp', 'evil-corp'],
    ['indrik', 'evil-corp'],
    ['silver fox', 'known'],
    ['fancy baer', 'apt28'],
  ])('%s finds %s first', (query, id) => {
    expect(search.find(query).hits[0]?.entry.id).toBe(`actor:${id}`);
  });

  test('a country alone finds nobody: it is said beside a name', () => {
    expect(search.find('russia').hits).toEqual([]);
  });

  test.each([
    ['fancy-bear', ['actor:apt28']],
    ['FANCY BEAR', ['actor:apt28']],
    ['Silver Fox', ['actor:known', 'actor:unknown']],
    ['fancy', []],
    ['', []],
  ])('called "%s": %j', (words, ids) => {
    expect(search.called(words).map(({ id }) => id)).toEqual(ids);
  });

  test('answers whatever is typed, with marks inside the shown name', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (query) => {
        for (const { entry, via, marks } of search.find(query).hits) {
          const shown = via ?? entry.name;
          for (const [from, to] of marks) {
            expect(from).toBeGreaterThanOrEqual(0);
            expect(to).toBeGreaterThanOrEqual(from);
            expect(to).toBeLessThan(shown.length);
          }
        }
      }),
    );
  });
});
