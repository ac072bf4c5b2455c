/** Where something stands in a text: UTF-16 offsets, `end` behind its last unit. */
interface Span {
  start: number;
  end: number;
}

/** More than any name, signal or description is long, in UTF-16 units. */
const LONGEST = 400;

/**
 * Those that overlap or touch `from`–`to`, found by halving: a text may hold ten thousand names, and asking each about
 * each would cost their square.
 *
 * @param sorted by `start`; none longer than 400 units.
 */
export function nearby<One extends Span>(sorted: readonly One[], from: number, to: number): One[] {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (sorted[middle]!.start < from - LONGEST) low = middle + 1;
    else high = middle;
  }
  const found: One[] = [];
  for (let i = low; i < sorted.length && sorted[i]!.start <= to; i++) {
    if (sorted[i]!.end >= from) found.push(sorted[i]!);
  }
  return found;
}
