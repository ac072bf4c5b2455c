import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import type { FeedAction } from '../../../lib/feeds/action.ts';
import type { FeedsView, FeedView } from '../../../lib/feeds/subscription.ts';
import { type Reader, startReader } from '../extension.ts';
import type { LaunchOptions, PageUnderTest } from '../harness/driver.ts';
import type { BrowserName } from '../harness/find-browser.ts';
import { poll } from '../harness/poll.ts';

const ROOT = join(import.meta.dirname, '..', '..', '..');

/** Seconds that servers get in the builds of these tests: for an answer, for the whole. */
export const PATIENCE = { answer: 3, whole: 6 };

/**
 * Builds the extension as it is, but for three build settings: feeds may come from this machine without TLS,
 * waits are short, and core has an address. Returns its folder.
 */
export function buildForFeeds(name: BrowserName, core: { url: string; keys: string }): string {
  const browser = name === 'chromium' ? [] : ['-b', 'firefox', '--mv3'];
  const { status, stderr } = spawnSync('npx', ['--no-install', 'wxt', 'build', '--mode', 'feeds', ...browser], {
    cwd: ROOT,
    encoding: 'utf8',
    shell: process.platform === 'win32',
    env: {
      ...process.env,
      NODE_ENV: 'production',
      WXT_FEEDS_FROM_LOCALHOST: 'true',
      WXT_FEEDS_PATIENCE: `${PATIENCE.answer},${PATIENCE.whole}`,
      WXT_CORE_FEED_URL: core.url,
      WXT_CORE_FEED_KEYS: core.keys,
    },
  });
  if (status !== 0) throw new Error(`The build for the tests of feeds failed: ${stderr}`);
  return join(ROOT, '.output', name === 'chromium' ? 'chrome-mv3-feeds' : 'firefox-mv3-feeds');
}

/** A browser with that build, and its options page open. */
export interface FeedReader extends Reader {
  options: PageUnderTest;
  act(action: FeedAction): Promise<void>;
  view(): Promise<FeedsView>;
  /** A feed's row, once it is as wanted. */
  feed(id: string, is?: (feed: FeedView) => boolean): Promise<FeedView>;
}

export async function startFeedReader(
  name: BrowserName,
  extension: string,
  options: Partial<LaunchOptions> = {},
): Promise<FeedReader> {
  const reader = await startReader(name, { extension, ...options });
  const page = await reader.browser.newPage();
  await page.goto(reader.browser.extensionUrl('options.html#feeds'));
  await page.waitFor(() => document.querySelectorAll('.feeds > li').length > 0);
  const ask = <T>(to: string, payload: object): Promise<T> =>
    page.evaluate<T>(
      `(globalThis.chrome ?? globalThis.browser).runtime.sendMessage(${JSON.stringify({ to, with: payload })})`,
    );
  const view = () => ask<FeedsView>('feeds', {});
  return {
    ...reader,
    options: page,
    act: async (action) => {
      await ask('feedAction', action);
    },
    view,
    feed: (id, is = () => true) =>
      poll(
        async () => {
          const row = (await view()).feeds.find((feed) => feed.id === id);
          return row && is(row) ? row : undefined;
        },
        { what: `the feed ${id}`, timeoutMs: 15_000 },
      ),
  };
}

/** Ids that the background gives to feeds by their address. */
export { nameId } from '../../../lib/feeds/adapters/name-id.ts';
