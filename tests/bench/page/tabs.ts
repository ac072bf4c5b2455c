import { builtExtension } from '../../browser/extension.ts';
import { Chromium } from '../../browser/harness/chromium.ts';
import type { ChromiumPage } from '../../browser/harness/chromium-page.ts';
import { startRecordingProxy } from '../../browser/harness/recording-proxy.ts';
import type { Page } from './pages.ts';

/** A secure context, so that the page can be alone in its process and has a clock of 5 µs. */
const HOST = 'bench.localhost';
const BLANK = `http://${HOST}/`;
const HEADERS = {
  'content-type': 'text/html; charset=utf-8',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-embedder-policy': 'require-corp',
};

/** A Chromium, with the extension or bare, that shows pages from memory. */
export class Tabs {
  readonly browser: Chromium;
  readonly #show: (page: Page) => void;
  readonly #close: () => Promise<void>;

  private constructor(browser: Chromium, show: (page: Page) => void, close: () => Promise<void>) {
    this.browser = browser;
    this.#show = show;
    this.#close = close;
  }

  static async open(isBare = false): Promise<Tabs> {
    const proxy = await startRecordingProxy();
    let shown = '';
    proxy.site(HOST, ({ url }) => ({
      headers: HEADERS,
      body: url.pathname === '/' ? '<!doctype html><title>Blank</title>' : shown,
    }));
    const extension = isBare ? undefined : builtExtension('chromium');
    const browser = await Chromium.launch({ proxy, extension });
    return new Tabs(
      browser,
      ({ html }) => {
        shown = html;
      },
      async () => {
        await browser.close();
        await proxy.close();
      },
    );
  }

  /** Opens a tab on an empty page of the same site, so that the process is up when the page itself comes. */
  async newTab(): Promise<ChromiumPage> {
    const tab = await this.browser.newPage();
    await tab.goto(BLANK);
    return tab;
  }

  /** Loads a page anew in the tab: a new document, nothing of it warm. */
  async load(tab: ChromiumPage, page: Page): Promise<void> {
    this.#show(page);
    await tab.goto(`${BLANK}page-${Math.random()}`);
  }

  close(): Promise<void> {
    return this.#close();
  }
}

/**
 * Waits until the extension has read the page: the number of marked places has stood still for a while. The first
 * comes late where the background is only starting; a page that has none after 3 s has none.
 */
export async function untilRead(tab: ChromiumPage): Promise<number> {
  return tab.evaluate(async () => {
    const marks = () => [...CSS.highlights.values()].reduce((sum, { size }) => sum + size, 0);
    let last = 0;
    let since = performance.now();
    while (performance.now() - since < (last ? 600 : 3_000)) {
      await new Promise((resolve) => setTimeout(resolve, 50));
      if (marks() === last) continue;
      last = marks();
      since = performance.now();
    }
    return last;
  });
}
