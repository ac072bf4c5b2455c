import type { Suite } from './suite.ts';

/** What is tried, how often in each CI run, and how often in a long run. Loaded only when it is its turn. */
export const SUITES: Readonly<Record<string, { load: () => Promise<Suite>; short: number; long: number }>> = {
  texts: { load: async () => (await import('./texts.ts')).texts, short: 20_000, long: 1_000_000 },
  'HTML pages': { load: async () => (await import('./html.ts')).html, short: 2_000, long: 100_000 },
  border: { load: async () => (await import('./border.ts')).border, short: 3_000, long: 200_000 },
};
