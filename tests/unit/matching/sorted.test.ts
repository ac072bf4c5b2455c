import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { sortedBy } from '../../../lib/matching/sorted';
import { runToEnd } from '../../../lib/matching/steps';

const byKey = (a: { key: string }, b: { key: string }) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0);

it('sorts as the engine does, and keeps the order of what is alike', () => {
  const item = fc.record({ key: fc.string({ maxLength: 2 }), n: fc.nat() });
  fc.assert(
    fc.property(fc.array(item), (items) => {
      expect(runToEnd(sortedBy(items, ({ key }) => key))).toEqual([...items].sort(byKey));
    }),
  );
});

it('rests while it sorts many', () => {
  const items = Array.from({ length: 10_000 }, (_, n) => ({ key: String((n * 7919) % 997), n }));
  const steps = sortedBy(items, ({ key }) => key);
  let rests = 0;
  let step = steps.next();
  for (; !step.done; step = steps.next()) rests++;
  expect(step.value).toEqual([...items].sort(byKey));
  expect(rests).toBeGreaterThan(20);
});
