import { expect, test } from 'vitest';
import { SUITES } from './suites.ts';

/** Seed of the short runs: the same in each, so that CI fails only by what was changed. */
const SEED = 20_261_128;

test.each(Object.entries(SUITES))(
  'nothing generated breaks what must hold of %s',
  async (_, { load, short }) => {
    const suite = await load();
    const { count, also } = await suite(short, SEED);
    expect(count).toBeGreaterThanOrEqual(short);
    // A generator that makes nothing of interest would prove nothing.
    expect(Object.entries(also).filter(([, counted]) => counted === 0)).toEqual([]);
  },
  300_000,
);
