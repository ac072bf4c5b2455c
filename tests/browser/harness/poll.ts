import { setTimeout as sleep } from 'node:timers/promises';

export interface PollOptions {
  /** Milliseconds; 5000 when left out. */
  timeoutMs?: number;
  /** Ends the sentence "Waited N ms for …". */
  what?: string;
}

export type Truthy<T> = Exclude<T, null | undefined | false | 0 | ''>;

const PAUSE_MS = 30;

/**
 * Reads until the value is truthy. A throw counts as a falsy value, since a document that is being replaced
 * makes reads throw. Throws a sentence with the last value, or the last error, on time-out.
 */
export async function poll<T>(read: () => Promise<T> | T, options: PollOptions = {}): Promise<Truthy<T>> {
  const { timeoutMs = 5000, what = 'a truthy value' } = options;
  const end = performance.now() + timeoutMs;
  for (;;) {
    let last: string;
    try {
      const value = await read();
      if (value) return value as Truthy<T>;
      last = `the last value was ${JSON.stringify(value)}`;
    } catch (error) {
      last = `the last attempt failed: ${error instanceof Error ? error.message : String(error)}`;
    }
    if (performance.now() >= end) throw new Error(`Waited ${timeoutMs} ms for ${what}; ${last}.`);
    await sleep(PAUSE_MS);
  }
}
