import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readDataset } from '../../data/build/read';
import { openRecords, packRecords } from '../../lib/dataset/record-store';
import { NameSearch } from '../../lib/search/name-search';
import { labelledQueries } from './queries';

const { dataset } = readDataset(join(import.meta.dirname, '..', '..', 'data'));
const entries = openRecords(packRecords(dataset, { version: '1', date: '2026-01-01' })).searchEntries();
const search = new NameSearch(entries);
const queries = labelledQueries();
const ids = new Set(entries.map(({ id }) => id as string));

const ranks = queries.map(({ query, wanted, line }) => {
  const { hits } = search.find(query);
  return {
    line,
    query,
    wanted,
    rank: hits.findIndex(({ entry }) => entry.id === wanted),
    got: hits.slice(0, 3).map(({ entry }) => entry.id),
  };
});
const share = (most: number) => ranks.filter(({ rank }) => rank >= 0 && rank < most).length / ranks.length;
const missed = (most: number) =>
  ranks
    .filter(({ rank }) => rank < 0 || rank >= most)
    .map(({ query, wanted, got }) => `${query} → ${wanted}, got ${got.join(' ')}`);

describe('the labelled queries', () => {
  test('are at least 200, each different, of entities on record', () => {
    expect(queries.length).toBeGreaterThanOrEqual(200);
    expect(new Set(queries.map(({ query }) => query)).size).toBe(queries.length);
    expect(queries.filter(({ wanted }) => !ids.has(wanted))).toEqual([]);
  });
  test('find the entity among the first three in 95 of 100', () => {
    expect(share(3), missed(3).join('\n')).toBeGreaterThanOrEqual(0.95);
  });
  test('find it first in 85 of 100', () => {
    expect(share(1), missed(1).join('\n')).toBeGreaterThanOrEqual(0.85);
  });
});

describe('what a hit shows', () => {
  test.each([
    ['fancy bear gru', 'actor:apt28', 'Fancy Bear', ['Fancy', 'Bear']],
    ['salt typhon', 'actor:salt-typhoon', undefined, ['Salt', 'Typhoon']],
    ['apt 31', 'actor:apt31', undefined, ['APT31']],
    ['海莲花', 'actor:apt32', '海莲花', ['海莲花']],
  ])('%s: the name that fits, its words marked', (query, id, via, marked) => {
    const [hit] = search.find(query).hits;
    expect(hit?.entry.id).toBe(id);
    expect(hit?.via).toBe(via);
    const shown = hit?.via ?? hit?.entry.name ?? '';
    expect(hit?.marks.map(([from, to]) => shown.slice(from, to + 1))).toEqual(marked);
  });
  test.each(['', '  ', '...', '—'])('"%s" finds nothing', (query) => {
    expect(search.find(query).hits).toEqual([]);
  });
  test('says when it only guesses', () => {
    expect(search.find('sandworm').isGuess).toBe(false);
    expect(search.find('sandwrom').isGuess).toBe(true);
  });
  test('of nonsense there is no hit', () => {
    expect(search.find('xqzjvkwp').hits).toEqual([]);
  });
});
