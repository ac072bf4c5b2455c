/** Median and the middle half of what a number of runs gave. */
export interface Spread {
  median: number;
  /** First and third quartile. */
  low: number;
  high: number;
}

/** One piece of work, timed: ms, and the multiple of the floor that ran right before it, run by run. */
export interface Timed {
  milliseconds: Spread;
  ratio: Spread;
}

/** Fewer would not show the spread on a busy machine. */
const RUNS = 9;
/** Work shorter than this is repeated within a run until it takes as long, ms: clocks are coarse. */
const SHORTEST = 2;

/**
 * Times pieces of work in turn, round after round, so that a busy moment of the machine strikes them alike. The
 * first piece is the floor: ratios are taken within each round, then their median. One round before the first
 * counted warms all up.
 */
export function timeInterleaved<Name extends string>(
  works: Readonly<Record<Name, () => unknown>>,
  runs = RUNS,
): Record<Name, Timed> {
  const names = Object.keys(works) as Name[];
  const repeats = new Map(names.map((name) => [name, repeatsFor(works[name])]));
  const times = new Map<Name, number[]>(names.map((name) => [name, []]));
  for (let run = 0; run < runs; run++) {
    for (const name of names) times.get(name)!.push(timeOf(works[name], repeats.get(name)!));
  }
  const floor = times.get(names[0]!)!;
  return Object.fromEntries(
    names.map((name) => {
      const own = times.get(name)!;
      const ratios = own.map((time, run) => time / floor[run]!);
      return [name, { milliseconds: spreadOf(own), ratio: spreadOf(ratios) }];
    }),
  ) as Record<Name, Timed>;
}

export function spreadOf(values: readonly number[]): Spread {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (share: number) => sorted[Math.round((sorted.length - 1) * share)]!;
  return { median: at(0.5), low: at(0.25), high: at(0.75) };
}

function repeatsFor(work: () => unknown): number {
  work();
  const once = timeOf(work, 1);
  return once >= SHORTEST ? 1 : Math.ceil(SHORTEST / Math.max(once, 0.001));
}

function timeOf(work: () => unknown, repeats: number): number {
  const start = performance.now();
  for (let i = 0; i < repeats; i++) work();
  return (performance.now() - start) / repeats;
}
