import fc from 'fast-check';
import { expect, it } from 'vitest';
import { WideMap } from '../../../lib/matching/wide-map';

it('is a Map: same values, same order', () => {
  const key = fc.oneof(fc.string({ maxLength: 2 }), fc.constantFrom('__proto__', 'constructor', ''));
  fc.assert(
    fc.property(fc.array(fc.tuple(key, fc.option(fc.nat(), { nil: undefined }))), key, (entries, asked) => {
      const map = new Map(entries);
      const wide = new WideMap<number | undefined>();
      for (const [name, value] of entries) wide.set(name, value);
      expect([...wide.entries()]).toEqual([...map]);
      expect([...wide.keys()]).toEqual([...map.keys()]);
      expect([...wide.values()]).toEqual([...map.values()]);
      expect([wide.size, wide.has(asked), wide.get(asked)]).toEqual([map.size, map.has(asked), map.get(asked)]);
    }),
  );
});
