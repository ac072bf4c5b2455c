import { mapped } from './in-steps';
import type { Steps } from './steps';

/** Items that are sorted at a stretch; what is sorted is merged as many at a time. */
const AT_A_TIME = 1024;

/** Sorts stably, and rests in between: the engine's own sort of 100,000 items can't. */
export function* sorted<T>(items: readonly T[], compare: (a: T, b: T) => number): Steps<T[]> {
  let runs: T[][] = [];
  for (let at = 0; at < items.length; at += AT_A_TIME) {
    runs.push(items.slice(at, at + AT_A_TIME).sort(compare));
    yield;
  }
  while (runs.length > 1) {
    const longer: T[][] = [];
    for (let i = 0; i < runs.length; i += 2) {
      const other = runs[i + 1];
      longer.push(other ? yield* merged(runs[i]!, other, compare) : runs[i]!);
    }
    runs = longer;
  }
  return runs[0] ?? [];
}

/** Sorts by a key, which is asked for once. */
export function* sortedBy<T>(items: readonly T[], keyOf: (item: T) => string): Steps<T[]> {
  const keyed = yield* mapped(items, (item) => ({ key: keyOf(item), item }));
  return yield* mapped(yield* sorted(keyed, (a, b) => ascending(a.key, b.key)), ({ item }) => item);
}

/** By code units: the same in every language. */
export function ascending(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function* merged<T>(a: readonly T[], b: readonly T[], compare: (a: T, b: T) => number): Steps<T[]> {
  const all: T[] = [];
  for (let i = 0, j = 0; i < a.length || j < b.length; ) {
    if (all.length % AT_A_TIME === 0) yield;
    const takesA = j >= b.length || (i < a.length && compare(a[i]!, b[j]!) <= 0);
    all.push(takesA ? a[i++]! : b[j++]!);
  }
  return all;
}
