import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadIndex } from '../../lib/cli/load-index';
import { raised, readFloors } from './floors';
import { measureOwnSet, OWN_SETS } from './own-sets';

const index = await loadIndex(join(import.meta.dirname, '../..'));
const floors = readFloors();

describe('our own labelled sets', () => {
  const parts = OWN_SETS.flatMap((set) => [[set, 'seen'] as const, [set, 'held'] as const]);

  it.each(parts)('%s, %s: no worse than it has been', (set, part) => {
    const { precision, recall } = measureOwnSet(set, part, index);
    const floor = floors[`${set} ${part}`]!;
    expect(precision).toBeGreaterThanOrEqual(floor.precision);
    expect(recall).toBeGreaterThanOrEqual(floor.recall);
  });
});

describe('floors', () => {
  it('rise with what is measured, and never fall', () => {
    const before = { a: { precision: 0.9, recall: 0.5 } };
    expect(raised(before, { a: { precision: 0.8, recall: 0.6789 } })).toEqual({ a: { precision: 0.9, recall: 0.678 } });
  });
});
