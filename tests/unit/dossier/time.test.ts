import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { periodOf, spanOf, wholeYears } from '../../../lib/dossier/period';
import { moved, ticksOf, zoomed } from '../../../lib/dossier/time-window';

const day = (text: string) => Date.parse(`${text}T00:00:00Z`);
const whole = { from: day('2010-01-01'), to: day('2026-01-01') };

test.each([
  ['2024', '2024-01-01', '2025-01-01'],
  ['2024-02', '2024-02-01', '2024-03-01'],
  ['2024-12', '2024-12-01', '2025-01-01'],
  ['2024-02-29', '2024-02-29', '2024-03-01'],
])('%s lasts from %s to %s', (date, from, to) => {
  expect(periodOf(date)).toEqual({ from: day(from), to: day(to) });
});

test('whole years reach outwards, and no further', () => {
  expect(wholeYears(periodOf('2024-03-25'))).toEqual(periodOf('2024'));
  expect(wholeYears(periodOf('2024'))).toEqual(periodOf('2024'));
  expect(wholeYears(spanOf([periodOf('2023-12-31'), periodOf('2025-01')])!)).toEqual({
    from: day('2023-01-01'),
    to: day('2026-01-01'),
  });
  expect(spanOf([])).toBeUndefined();
});

describe('the window', () => {
  const window = fc
    .tuple(fc.integer({ min: whole.from, max: whole.to }), fc.integer({ min: 15, max: 4000 }))
    .map(([from, days]) => {
      const length = Math.min(days * 86_400_000, whole.to - whole.from);
      const start = Math.min(from, whole.to - length);
      return { from: start, to: start + length };
    });
  test('never leaves what there is, whatever is pressed', () => {
    fc.assert(
      fc.property(
        window,
        fc.double({ min: 0.05, max: 20, noNaN: true }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (shown, by, share) => {
          for (const next of [
            zoomed(shown, by, shown.from + share * (shown.to - shown.from), whole),
            moved(shown, by - 10, whole),
          ]) {
            expect(next.from).toBeGreaterThanOrEqual(whole.from);
            expect(next.to).toBeLessThanOrEqual(whole.to);
            expect(next.to).toBeGreaterThan(next.from);
          }
        },
      ),
    );
  });
  test('keeps the point that it is zoomed around, away from the ends', () => {
    const shown = { from: day('2015-01-01'), to: day('2019-01-01') };
    const around = day('2016-01-01');
    const next = zoomed(shown, 0.5, around, whole);
    const share = (one: typeof shown) => (around - one.from) / (one.to - one.from);
    expect(share(next)).toBeCloseTo(share(shown), 9);
    expect(next.to - next.from).toBeCloseTo((shown.to - shown.from) / 2, -3);
  });
  test('is never closer than a fortnight', () => {
    expect(zoomed(periodOf('2024-03'), 0.0001, day('2024-03-10'), whole).to).toBe(
      zoomed(periodOf('2024-03'), 0.0001, day('2024-03-10'), whole).from + 14 * 86_400_000,
    );
  });
});

test.each<[string, [string, string], number, string[]]>([
  ['years', ['2020-01-01', '2024-01-01'], 4, ['2020', '2021', '2022', '2023']],
  ['months of a year', ['2024-01-01', '2024-07-01'], 6, ['2024', 'Feb', 'Mar', 'Apr', 'May', 'Jun']],
  ['quarters', ['2023-07-01', '2024-07-01'], 4, ['Jul', 'Oct', '2024', 'Apr']],
  ['weeks', ['2024-03-04', '2024-03-25'], 3, ['10 Mar', '17 Mar', '24 Mar']],
])('ticks: %s', (_, [from, to], count, labels) => {
  expect(ticksOf({ from: day(from), to: day(to) }, count).map(({ label }) => label)).toEqual(labels);
});
