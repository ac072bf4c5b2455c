import type { CoreFeed } from './load-core';

/** Where this build takes updates of core from: `WXT_CORE_FEED_URL` and `WXT_CORE_FEED_KEYS` (docs/feeds.md). */
export function coreFeedOfBuild(): CoreFeed | undefined {
  const address = import.meta.env.WXT_CORE_FEED_URL as string | undefined;
  const keys = ((import.meta.env.WXT_CORE_FEED_KEYS as string | undefined) ?? '').split(/[\s,]+/).filter(Boolean);
  return address && keys.length ? { address, keys } : undefined;
}

/** For tests: lets feeds come from this machine without TLS. Nobody ships a build with it. */
export const ALLOWS_LOCAL_HTTP = import.meta.env.WXT_FEEDS_FROM_LOCALHOST === 'true';

/** For tests: shorter waits, `answer,whole` in seconds. */
export const PATIENCE_OF_BUILD = patience(import.meta.env.WXT_FEEDS_PATIENCE as string | undefined);

function patience(setting: string | undefined): { answer: number; whole: number } | undefined {
  const [answer, whole] = (setting ?? '').split(',').map(Number);
  return answer && whole ? { answer, whole } : undefined;
}
