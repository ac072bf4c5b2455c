import { browser } from 'wxt/browser';

/** Kept as long as the extension runs: an update, a switch off and on or a new start of the browser take it away. */
const MARK = 'is-in-open-pages';

/**
 * Puts the page's script into pages that were open before the extension was installed, updated or switched on again.
 * Firefox does that by itself; Chromium would leave them as they are until they are loaded anew.
 */
export async function enterOpenPages(): Promise<void> {
  if (import.meta.env.FIREFOX) return;
  const { [MARK]: isDone } = await browser.storage.session.get(MARK);
  if (isDone) return;
  await browser.storage.session.set({ [MARK]: true });
  const tabs = await browser.tabs.query({ url: ['http://*/*', 'https://*/*', 'file:///*'], discarded: false });
  await Promise.allSettled(
    tabs.flatMap(({ id }) =>
      id === undefined
        ? []
        : browser.scripting.executeScript({ target: { tabId: id, allFrames: true }, files: ['/page.js'] }),
    ),
  );
}
