import type { Schedule, Subscription } from '../../feeds/subscription';

const HOUR = 3_600_000;
const INTERVAL: Readonly<Record<'daily' | 'weekly', number>> = { daily: 24 * HOUR, weekly: 7 * 24 * HOUR };
/** Checks left out after failures, at most. */
const MOST_SKIPPED = 8;

/**
 * When to check next: at a random moment within the whole interval, drawn anew each time, so that a million
 * browsers never come at once. `undefined`: never.
 *
 * @param random from 0 to 1
 */
export function nextCheck(every: Schedule['every'], now: number, random: number): number | undefined {
  if (every === 'never') return undefined;
  // From half an interval to one and a half: one interval on average, and never twice in a moment.
  return Math.round(now + INTERVAL[every] * (0.5 + random));
}

/** Until when the schedule leaves a feed alone that could not be checked: longer each time, and as the server asks. */
export function notBefore(
  every: Schedule['every'],
  failures: number,
  retryAfter: number | undefined,
  now: number,
): number | undefined {
  const skipped = Math.min(MOST_SKIPPED, 2 ** (failures - 1)) - 1;
  const backOff = every === 'never' ? 0 : skipped * INTERVAL[every];
  const wait = Math.max(backOff, (retryAfter ?? 0) * 1000);
  return wait > 0 ? now + wait : undefined;
}

/** Whether a check by itself may ask for this feed. */
export function isDue(row: Subscription, now: number): boolean {
  const asks = row.origin.from === 'core' || row.origin.from === 'address';
  return asks && row.isOn && !row.isPinned && (row.notBefore ?? 0) <= now;
}
