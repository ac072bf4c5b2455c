import { describe, expect, it } from 'vitest';
import { appendTo, byKey, each, mapped } from '../../../lib/matching/in-steps';
import { joinedBytes } from '../../../lib/matching/joined-bytes';
import { runToEnd, type Steps } from '../../../lib/matching/steps';

const numbers = (count: number) => Array.from({ length: count }, (_, i) => i);

/** The most of anything that is done between two rests. */
function mostAtATime(steps: Steps<unknown>, done: () => number): number {
  let most = 0;
  for (let before = done(); !steps.next().done; before = done()) most = Math.max(most, done() - before);
  return most;
}

describe('lists in steps', () => {
  it('handles all, in order, a few at a time', () => {
    const seen: number[] = [];
    const steps = each(numbers(1000), (item, place) => seen.push(item + place));
    expect(mostAtATime(steps, () => seen.length)).toBeLessThanOrEqual(64);
    expect(seen).toEqual(numbers(1000).map((n) => 2 * n));
  });

  it('maps, and keeps by key what came last', () => {
    expect(runToEnd(mapped(new Set([1, 2, 3]), (n) => n * n))).toEqual([1, 4, 9]);
    const byParity = runToEnd(byKey(numbers(10), (n) => (n % 2 ? 'odd' : 'even')));
    expect([...byParity.entries()]).toEqual([
      ['even', 8],
      ['odd', 9],
    ]);
  });

  it('appends more than the stack holds', () => {
    const list = [-1];
    runToEnd(appendTo(list, numbers(500_000)));
    expect([list.length, list[0], list.at(-1)]).toEqual([500_001, -1, 499_999]);
  });
});

describe('joinedBytes', () => {
  it('joins parts of any size, and none', () => {
    const parts = [0, 3, 600_000, 1, 0, 300_000].map((size, i) => new Uint8Array(size).fill(i));
    const whole = runToEnd(joinedBytes(parts));
    expect(Buffer.compare(whole, Buffer.concat(parts))).toBe(0);
    expect(runToEnd(joinedBytes([]))).toEqual(new Uint8Array());
  });

  it('rests while it copies a large part, and many small ones', () => {
    const rests = (parts: Uint8Array[]) => [...joinedBytes(parts)].length;
    expect(rests([new Uint8Array(4 << 20)])).toBeGreaterThanOrEqual(16);
    expect(rests(numbers(64).map(() => new Uint8Array(1 << 16)))).toBeGreaterThanOrEqual(16);
  });
});
