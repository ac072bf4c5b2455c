import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { CARD_HOST, cardIsOpen, placeOf, type Reader, startReader } from '../browser/extension.ts';
import type { Chromium } from '../browser/harness/chromium.ts';
import type { ChromiumPage } from '../browser/harness/chromium-page.ts';
import { poll } from '../browser/harness/poll.ts';

const LIVE_FOLDER = join(import.meta.dirname, '..', 'pages', 'live');
/** Sites, and tabs of each. */
const SITES = 8;
const TABS_EACH = 5;
const PATIENCE = 20_000;
const MOST_TRIES = 100;

/** Forty tabs of pages that never rest, in a browser with the extension. */
export class LiveTabs {
  readonly tabs: ChromiumPage[] = [];
  readonly #reader: Reader;

  private constructor(reader: Reader) {
    this.#reader = reader;
  }

  static async open(): Promise<LiveTabs> {
    const reader = await startReader('chromium', { viewport: { width: 800, height: 900 }, isInterpreted: true });
    const live = new LiveTabs(reader);
    for (let i = 0; i < SITES * TABS_EACH; i++) {
      const host = `soak${i % SITES}.test`;
      reader.proxy.site(host, LIVE_FOLDER);
      const tab = (await reader.browser.newPage()) as ChromiumPage;
      await tab.goto(`http://${host}/?seed=${i}`);
      live.tabs.push(tab);
    }
    return live;
  }

  get browser(): Chromium {
    return this.#reader.browser as Chromium;
  }

  /** Rests the pointer on a name until its card opens, and goes away. False where the page took the name away. */
  async hover(tab: ChromiumPage): Promise<boolean> {
    // A tab behind another gets no pointer.
    await tab.commands.send('Page.bringToFront');
    const place = await placeOf(tab, 'APT31').catch(() => undefined);
    if (!place) return false;
    await tab.mouseMove(place.x - 2, place.y);
    await tab.mouseMove(place.x, place.y);
    const opened = await poll(() => tab.shadowText(CARD_HOST), { timeoutMs: 3_000 }).catch(() => undefined);
    await tab.mouseMove(1, 1);
    await tab.press('Escape');
    return Boolean(opened);
  }

  /**
   * Opens a card in every tab, so that what is measured afterwards starts where each has the card's script, half a
   * megabyte. Throws where a tab opens none in many tries.
   */
  async openEveryCard(): Promise<void> {
    for (const [i, tab] of this.tabs.entries()) {
      for (let tries = 1; !(await this.hover(tab)); tries++) {
        if (tries === MOST_TRIES) throw new Error(`Tab ${i} opened no card in ${MOST_TRIES} tries.`);
        // The page may name somebody else at the moment.
        await sleep(250);
      }
    }
  }

  /** Lets the page rest, and tells whether in the end exactly the names that it shows are marked, and no card is left. */
  async isUpToDate(tab: ChromiumPage): Promise<boolean> {
    // Timers of a tab behind another fire once a minute at worst; what counts is what its reader comes back to.
    await tab.commands.send('Page.bringToFront');
    await tab.evaluate('void (window.resting = true)');
    const marks = '[...CSS.highlights.values()].reduce((sum, { size }) => sum + size, 0)';
    const isRight = await poll(() => tab.evaluate<boolean>(`${marks} === window.shown()`), {
      timeoutMs: PATIENCE,
    }).catch(() => false);
    const isClosed = await poll(async () => !(await cardIsOpen(tab)), { timeoutMs: PATIENCE }).catch(() => false);
    await tab.evaluate('void (window.resting = false)');
    return Boolean(isRight && isClosed);
  }

  close(): Promise<void> {
    return this.#reader.close();
  }
}
