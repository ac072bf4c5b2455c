import { join } from 'node:path';
import { defineConfig } from 'vitest/config';

const root = join(import.meta.dirname, '..');
const POLICY = 'tests/browser/feeds/policy.test.ts';

/** What runs anywhere, what looks at the builds, and what drives real browsers: slow, no more than two at a time. */
export default defineConfig({
  root,
  test: {
    projects: [
      {
        // The module that WXT makes of `lib/locales`; in Node a fixture stands for the browser that it asks.
        resolve: { alias: { '#i18n': join(root, '.wxt', 'i18n', 'index.ts') } },
        test: {
          name: 'unit',
          root,
          setupFiles: ['tests/fixtures/browser-language.ts'],
          include: ['tests/{unit,data,accuracy,search,fuzz}/**/*.test.ts', 'tests/architecture.test.ts'],
          // Some compile the whole dataset; a busy machine is no fault of theirs.
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
      { test: { name: 'build', root, include: ['tests/build/**/*.test.ts'], testTimeout: 120_000 } },
      {
        test: {
          name: 'browser',
          root,
          include: ['tests/{browser,hostile}/**/*.test.ts'],
          exclude: [POLICY],
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
      // Sets a policy for the whole machine: no other browser may run beside it.
      { test: { name: 'policy', root, include: [POLICY], testTimeout: 120_000, hookTimeout: 120_000 } },
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
