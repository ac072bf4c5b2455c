import { join } from 'node:path';
import { defineConfig } from 'vitest/config';

const root = join(import.meta.dirname, '..');

/** Two projects: what runs anywhere, and what drives real browsers (slow, one after another). */
export default defineConfig({
  root,
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          root,
          include: ['tests/{unit,data,accuracy}/**/*.test.ts', 'tests/architecture.test.ts'],
        },
      },
      { test: { name: 'build', root, include: ['tests/build/**/*.test.ts'], testTimeout: 120_000 } },
      {
        test: {
          name: 'browser',
          root,
          include: ['tests/{browser,hostile}/**/*.test.ts'],
          fileParallelism: false,
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
      // What takes minutes: `npm run test:long`.
      {
        test: {
          name: 'long',
          root,
          include: ['tests/**/*.long.ts'],
          fileParallelism: false,
          testTimeout: 600_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
