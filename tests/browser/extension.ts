import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { BrowserUnderTest, LaunchOptions, PageUnderTest } from './harness/driver.ts';
import type { BrowserName } from './harness/find-browser.ts';
import { launchBrowser } from './harness/launch.ts';
import { type RecordingProxy, startRecordingProxy } from './harness/recording-proxy.ts';

const ROOT = join(import.meta.dirname, '..', '..');
export const DEMO_FOLDER = join(ROOT, 'tests', 'pages', 'demo');
export const CARD_HOST = 'attribution-lens-card';

/** A browser with the built extension in it, and the proxy that is its only way out. */
export interface Reader {
  browser: BrowserUnderTest;
  proxy: RecordingProxy;
  /** Ends the browser. Throws if, in its whole life, anything but the test's own hosts was asked. */
  close(): Promise<void>;
}

/** Folder of the built extension. Throws a sentence where `npm run build` has not made it. */
export function builtExtension(name: BrowserName): string {
  const folder = join(ROOT, '.output', name === 'chromium' ? 'chrome-mv3' : 'firefox-mv3');
  if (!existsSync(join(folder, 'manifest.json')))
    throw new Error('Run `npm run build` first: the extension is not built.');
  return folder;
}

/** Starts a browser with the extension; `news.test` serves the demo article. */
export async function startReader(name: BrowserName, options: Partial<LaunchOptions> = {}): Promise<Reader> {
  const proxy = await startRecordingProxy();
  proxy.site('news.test', DEMO_FOLDER);
  const browser = await launchBrowser(name, { proxy, extension: builtExtension(name), ...options });
  return {
    browser,
    proxy,
    async close() {
      const foreign = proxy.foreignUrls();
      await browser.close();
      await proxy.close();
      if (foreign.length) throw new Error(`Requests left the browser: ${foreign.join(', ')}`);
    },
  };
}

/** Texts of the registered highlights, by name, as the page sees them. */
export function highlights(page: PageUnderTest): Promise<Record<string, string[]>> {
  return page.evaluate(() => {
    const textOf = (range: AbstractRange) => {
      const live = document.createRange();
      live.setStart(range.startContainer, range.startOffset);
      live.setEnd(range.endContainer, range.endOffset);
      return live.toString();
    };
    const found: Record<string, string[]> = {};
    for (const [name, highlight] of CSS.highlights) found[name] = [...highlight].map(textOf);
    return found;
  });
}

/** Waits until a highlight with this text is registered under this category. */
export async function waitForMark(page: PageUnderTest, kind: string, text: string): Promise<void> {
  const deadline = Date.now() + 10_000;
  for (;;) {
    const marks = await highlights(page);
    if (marks[`attribution-lens-${kind}`]?.includes(text)) return;
    if (Date.now() > deadline) throw new Error(`"${text}" was not marked as ${kind}; marked: ${JSON.stringify(marks)}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** Middle of the first place where the page writes `text`, scrolled into view; viewport CSS pixels. */
export async function placeOf(page: PageUnderTest, text: string): Promise<{ x: number; y: number }> {
  const place = await page.evaluate((wanted: string) => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text | null) {
      const at = node.data.indexOf(wanted);
      if (at < 0) continue;
      node.parentElement?.scrollIntoView({ block: 'center', behavior: 'instant' });
      const range = document.createRange();
      range.setStart(node, at);
      range.setEnd(node, at + wanted.length);
      const [rect] = range.getClientRects();
      if (rect) return { x: rect.x + rect.width / 2, y: rect.y + rect.height / 2 };
    }
    return null;
  }, text);
  if (!place) throw new Error(`The page does not show "${text}".`);
  return place;
}

/** Rests the pointer on a text until the card is open, and returns the card's text. */
export async function hover(page: PageUnderTest, text: string): Promise<string> {
  const { x, y } = await placeOf(page, text);
  await page.mouseMove(x - 2, y);
  await page.mouseMove(x, y);
  return openCard(page);
}

/** Text of the open card; waits for it, with its record in it. */
export async function openCard(page: PageUnderTest): Promise<string> {
  const deadline = Date.now() + 10_000;
  for (;;) {
    const text = await page.shadowText(CARD_HOST);
    if (text && text.length > 40) return text;
    if (Date.now() > deadline) throw new Error(`No card opened; its text: ${JSON.stringify(text)}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

export function cardIsOpen(page: PageUnderTest): Promise<boolean> {
  return page.evaluate((host: string) => document.querySelector(host) !== null, CARD_HOST);
}

/** Runs a message through the background from one of the extension's own pages. */
export function askBackground<T>(
  extensionPage: PageUnderTest,
  to: string,
  payload: Record<string, string | number | boolean>,
): Promise<T> {
  return extensionPage.evaluate(
    (name: string, content: Record<string, string | number | boolean>) => {
      const { runtime } = (
        globalThis as unknown as { chrome: { runtime: { sendMessage(m: unknown): Promise<unknown> } } }
      ).chrome;
      return runtime.sendMessage({ to: name, with: content }) as Promise<never>;
    },
    to,
    payload,
  );
}

/** Id of the tab that shows an address, asked from an extension page. */
export function tabShowing(extensionPage: PageUnderTest, address: string): Promise<number> {
  return extensionPage.evaluate(async (wanted: string) => {
    const { tabs } = (
      globalThis as unknown as { chrome: { tabs: { query(q: object): Promise<{ id: number; url?: string }[]> } } }
    ).chrome;
    return (await tabs.query({})).find((tab) => tab.url?.startsWith(wanted))?.id ?? -1;
  }, address);
}

/** Puts settings into the extension's storage, as an options page in another window would; `{}` for the defaults. */
export async function storeSettings(reader: Reader, settings: object): Promise<void> {
  const options = await reader.browser.newPage();
  await options.goto(reader.browser.extensionUrl('options.html'));
  await options.evaluate(
    `(globalThis.chrome ?? globalThis.browser).storage.local.set(${JSON.stringify({ settings })}).then(() => true)`,
  );
  await options.close();
}
