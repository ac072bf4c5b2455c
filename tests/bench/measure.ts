/** Median of `runs` timings of one piece of work, in milliseconds. */
export function median(work: () => unknown, runs = 15): number {
  const times: number[] = [];
  for (let i = 0; i < runs; i++) {
    const start = performance.now();
    work();
    times.push(performance.now() - start);
  }
  times.sort((a, b) => a - b);
  return times[runs >> 1]!;
}

/** One line of a bench: what was measured, in ms, and as a multiple of its floor. */
export interface Row {
  what: string;
  milliseconds: number;
  floor: number;
}

export function printTable(title: string, rows: readonly Row[], asJson: boolean): void {
  if (asJson) {
    console.log(JSON.stringify({ title, rows }));
    return;
  }
  const width = Math.max(...rows.map(({ what }) => what.length));
  console.log(`\n${title}`);
  for (const { what, milliseconds, floor } of rows) {
    console.log(
      `  ${what.padEnd(width)}  ${milliseconds.toFixed(3).padStart(10)} ms  ${(milliseconds / floor).toFixed(2).padStart(8)} ×`,
    );
  }
}
