import type { Steps } from '../matching/steps';

/** Items that are sorted at a stretch; what is sorted is merged so many at a time. */
const RUN = 1024;
const AT_A_TIME = 4096;

interface Keyed<T> {
  key: string;
  item: T;
}

/** Sorts by a key, stably, and rests in between: the engine's own sort of 100,000 items can't. */
export function* sortedBy<T>(items: readonly T[], keyOf: (item: T) => string): Steps<T[]> {
  let runs: Keyed<T>[][] = [];
  for (let at = 0; at < items.length; at += RUN) {
    const run = items.slice(at, at + RUN).map((item) => ({ key: keyOf(item), item }));
    runs.push(run.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0)));
    yield;
  }
  while (runs.length > 1) {
    const longer: Keyed<T>[][] = [];
    for (let i = 0; i < runs.length; i += 2) {
      const other = runs[i + 1];
      longer.push(other ? yield* merged(runs[i]!, other) : runs[i]!);
    }
    runs = longer;
  }
  return (runs[0] ?? []).map(({ item }) => item);
}

function* merged<T>(a: readonly Keyed<T>[], b: readonly Keyed<T>[]): Steps<Keyed<T>[]> {
  const all: Keyed<T>[] = [];
  for (let i = 0, j = 0; i < a.length || j < b.length; ) {
    if (all.length % AT_A_TIME === 0) yield;
    const takesA = j >= b.length || (i < a.length && a[i]!.key <= b[j]!.key);
    all.push(takesA ? a[i++]! : b[j++]!);
  }
  return all;
}
