import { openRecords } from '../../lib/dataset/record-store';
import { NameSearch } from '../../lib/search/name-search';
import { labelledQueries } from '../search/queries';
import { DATASET } from './material/indexes.ts';
import type { Section } from './section.ts';
import { figure } from './table.ts';
import { spreadOf } from './timing.ts';

const RUNS = 9;

/** The popup's search: every labelled query, beside a plain scan of all names for the same text. */
export function search(): Section {
  const entries = openRecords(DATASET.records).searchEntries();
  const names = entries.flatMap((entry) => [entry.name, ...entry.aliases].map((name) => name.toLowerCase()));
  const queries = labelledQueries().map(({ query }) => query);
  const started = performance.now();
  const search = new NameSearch(entries);
  search.find('salt typhon');
  const opening = performance.now() - started;
  const floor: number[] = [];
  const sure: number[] = [];
  const guessed: number[] = [];
  for (let run = 0; run < RUNS; run++) {
    for (const query of queries) {
      const folded = query.toLowerCase();
      floor.push(timed(() => names.filter((name) => name.includes(folded))).time);
      const { time, value } = timed(() => search.find(query));
      (value.isGuess ? guessed : sure).push(time);
    }
  }
  const plain = spreadOf(floor).median;
  const row = (what: string, times: number[]) => {
    const sorted = [...times].sort((a, b) => a - b);
    const [median, late] = [spreadOf(times).median, sorted[Math.floor(sorted.length * 0.95)]!];
    return [what, times.length / RUNS, `${figure(median)} ms`, `${figure(late)} ms`, figure(median / plain)];
  };
  const all = [...sure, ...guessed].sort((a, b) => a - b);
  return {
    tables: [
      {
        title: 'Search',
        note: `${entries.length.toLocaleString('en')} entities with ${names.length.toLocaleString('en')} names; opening with a first guess ${figure(opening)} ms.`,
        columns: ['what', 'queries', 'median', '95th percentile', '× scan'],
        rows: [
          row('plain scan of all names', floor),
          row('query with every word as spelled', sure),
          row('query with typing errors (Fuse.js)', guessed),
        ],
      },
    ],
    budget: [
      { what: 'query of the popup, median', budget: 30, unit: 'ms', measured: spreadOf(all).median },
      {
        what: 'query of the popup, 95th percentile',
        budget: 30,
        unit: 'ms',
        measured: all[Math.floor(all.length * 0.95)]!,
      },
    ],
  };
}

function timed<T>(work: () => T): { time: number; value: T } {
  const started = performance.now();
  const value = work();
  return { time: performance.now() - started, value };
}
