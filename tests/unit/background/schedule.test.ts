import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isDue, nextCheck, notBefore } from '../../../lib/background/feeds/schedule';
import { newRow } from '../../../lib/feeds/subscription';

const DAY = 86_400_000;
const NOW = Date.parse('2026-11-28T12:00:00Z');

describe('the next check', () => {
  it('is never, unless asked for', () => expect(nextCheck('never', NOW, 0.5)).toBeUndefined());

  it.each([
    ['daily', DAY],
    ['weekly', 7 * DAY],
  ] as const)('%s: anywhere within an interval, one interval from now on average', (every, interval) => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1, noNaN: true }), (random) => {
        const wait = nextCheck(every, NOW, random)! - NOW;
        return wait >= interval / 2 && wait <= 1.5 * interval;
      }),
    );
    expect(nextCheck(every, NOW, 0.5)).toBe(NOW + interval);
  });
});

describe('after failures', () => {
  it.each([
    ['never', 3, undefined, undefined],
    ['daily', 1, undefined, undefined],
    ['daily', 2, undefined, DAY],
    ['daily', 3, undefined, 3 * DAY],
    ['daily', 4, undefined, 7 * DAY],
    ['daily', 50, undefined, 7 * DAY],
    ['weekly', 2, undefined, 7 * DAY],
    ['daily', 1, 3600, 3_600_000],
    ['daily', 2, 3600, DAY],
    ['never', 1, 60, 60_000],
  ] as const)('%s, %d in a row, the server asks for %s s: it waits %s ms', (every, failures, retryAfter, wait) => {
    expect(notBefore(every, failures, retryAfter, NOW)).toBe(wait === undefined ? undefined : NOW + wait);
  });
});

describe('a check by itself asks for', () => {
  const row = newRow('desk', 'Desk', { from: 'address', url: 'https://feeds.example/' });
  it.each([
    ['a feed that is on', {}, true],
    ['none that is off', { isOn: false }, false],
    ['none that is pinned', { isPinned: true }, false],
    ['none that has to rest', { notBefore: NOW + 1 }, false],
    ['one that has rested', { notBefore: NOW }, true],
    ['no file', { origin: { from: 'file' as const, file: 'a.csv' } }, false],
    ['no list of own names', { origin: { from: 'list' as const } }, false],
    ['core', { origin: { from: 'core' as const } }, true],
  ])('%s', (_, change, due) => expect(isDue({ ...row, ...change }, NOW)).toBe(due));
});
