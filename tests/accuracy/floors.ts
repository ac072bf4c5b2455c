import { readFileSync } from 'node:fs';
import { join } from 'node:path';

export const FLOORS_AT = join(import.meta.dirname, 'floors.json');

/** What a set must reach, 0 to 1, by "set part". They may only rise. */
export type Floors = Record<string, { precision: number; recall: number }>;

export function readFloors(): Floors {
  return JSON.parse(readFileSync(FLOORS_AT, 'utf8')) as Floors;
}

/** Each floor at the higher of what it was and what was measured, rounded down to a tenth of a per cent. */
export function raised(floors: Floors, measured: Floors): Floors {
  const higher = (before: number | undefined, now: number) => Math.max(before ?? 0, Math.floor(now * 1000) / 1000);
  return Object.fromEntries(
    Object.entries(measured).map(([set, { precision, recall }]) => [
      set,
      { precision: higher(floors[set]?.precision, precision), recall: higher(floors[set]?.recall, recall) },
    ]),
  );
}
