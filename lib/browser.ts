import type { Browser } from 'webextension-polyfill';

/**
 * The extension API as the browser gives it. Both give promises under Manifest V3; the polyfill, which makes up for
 * older ones, would be a third of the script in every frame.
 */
export const browser = ((globalThis as { browser?: Browser }).browser ??
  (globalThis as unknown as { chrome: Browser }).chrome) as Browser;
