import { compileIndex } from '../../../lib/matching/compile';
import { openIndex } from '../../../lib/matching/name-index';
import { scan } from '../../../lib/matching/scan';
import { plainNames } from '../../fixtures/name-index';
import { charCodePass } from '../floor.ts';
import { coinedNames } from '../material/names.ts';
import { prose } from '../material/prose.ts';
import type { Section } from '../section.ts';
import { figure, ratio } from '../table.ts';
import { timeInterleaved } from '../timing.ts';

const NAMES = [4000, 10_000, 30_000, 100_000, 300_000];
const UNITS = [10_000, 100_000, 1_000_000, 10_000_000];

/** The same texts, which mention only names that the smallest list has, against longer and longer lists. */
export function growth(): Section {
  const names = coinedNames(NAMES.at(-1)!);
  const indexes = NAMES.map((count) => openIndex(compileIndex(...plainNames(names.slice(0, count)))));
  const columns = UNITS.map((units) => {
    const text = prose({ units, names: names.slice(0, NAMES[0]), aboutAttacks: 0.1 });
    const works = Object.fromEntries(indexes.map((index, i) => [`${NAMES[i]} names`, () => scan(text, index)]));
    return Object.values(timeInterleaved<string>({ floor: () => charCodePass(text), ...works })).slice(1);
  });
  const atOneMegabyte = columns[UNITS.indexOf(1_000_000)]!;
  const grown = atOneMegabyte.at(-1)!.milliseconds.median / atOneMegabyte[0]!.milliseconds.median;
  return {
    tables: [
      {
        title: 'Growth',
        note: 'Matching as a multiple of charCodeAt over the same text: median (middle half), and ns a unit. Coined names; text in UTF-16 units.',
        columns: ['names', ...UNITS.map((units) => `${units.toLocaleString('en')} units`)],
        rows: NAMES.map((count, row) => [
          count.toLocaleString('en'),
          ...columns.map((column, i) => {
            const { milliseconds } = column[row]!;
            return `${ratio(column[row]!.ratio)}, ${figure((milliseconds.median * 1e6) / UNITS[i]!)} ns`;
          }),
        ]),
      },
    ],
    budget: [{ what: 'growth of matching, 4,000 → 300,000 names, 1 MB', budget: 2, unit: '×', measured: grown }],
  };
}
