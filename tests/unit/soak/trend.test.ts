import { expect, test } from 'vitest';
import { grows, trendOf } from '../../soak/trend';

const minutes = [0, 1, 2, 3, 4, 5];

test.each([
  ['a straight rise', [10, 11, 12, 13, 14, 15], 1, true],
  ['no change', [10, 10, 10, 10, 10, 10], 0, false],
  ['noise without a rise', [10, 13, 10, 13, 10, 13], 0.26, false],
  ['a fall', [15, 14, 13, 12, 11, 10], -1, false],
  ['a rise that matters to nobody', [10, 10.01, 10.02, 10.03, 10.04, 10.05], 0.01, false],
])('%s', (_, values, slope, isGrowth) => {
  const trend = trendOf(minutes, values);
  expect(trend.slope).toBeCloseTo(slope, 2);
  expect(grows(trend, 0.2)).toBe(isGrowth);
});
