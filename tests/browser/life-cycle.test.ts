import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { askBackground, cardIsOpen, highlights, hover, type Reader, startReader, storeSettings } from './extension.ts';
import { Chromium } from './harness/chromium.ts';
import type { PageUnderTest } from './harness/driver.ts';
import { BROWSER_NAMES } from './harness/find-browser.ts';
import { poll } from './harness/poll.ts';

const LONG = 1_500;
const paragraph = (i: number) => `<p id="p${i}">Paragraph ${i}: APT31 again, says GCHQ, and ${'more '.repeat(30)}</p>`;
const page = (body: string) => `<!doctype html><meta charset="utf-8"><title>Life</title><body>${body}`;

/** What readers and browsers do to an extension while it is at work. */
describe.each(BROWSER_NAMES)('the life of the extension in %s', (name) => {
  let reader: Reader;
  let tab: PageUnderTest;

  beforeAll(async () => {
    reader = await startReader(name, { viewport: { width: 900, height: 700 } });
    reader.proxy.site('life.test', {
      '/short': page('<p>The hackers of APT31 struck.</p><p id="late">Nothing yet.</p>'),
      '/long': page(Array.from({ length: LONG }, (_, i) => paragraph(i)).join('')),
    });
    tab = await reader.browser.newPage();
  });
  afterAll(() => reader?.close());

  const open = (path: string) => tab.goto(`http://life.test${path}`);
  const write = (text: string) =>
    tab.evaluate((words: string) => document.getElementById('late')!.replaceChildren(words), text);
  const marked = async () => (await highlights(tab))['attribution-lens-actor']?.sort() ?? [];
  const settles = (wanted: string[]) =>
    poll(async () => JSON.stringify(await marked()) === JSON.stringify(wanted), {
      timeoutMs: 15_000,
      what: `marks ${wanted}`,
    });
  const isClean = () =>
    tab.waitFor(() => CSS.highlights.size === 0 && document.adoptedStyleSheets.length === 0, { timeoutMs: 15_000 });
  const ownPage = async <T>(work: (own: PageUnderTest) => Promise<T>): Promise<T> => {
    const own = await reader.browser.newPage();
    await own.goto(reader.browser.extensionUrl('options.html'));
    const result = await work(own);
    await own.close();
    return result;
  };

  test('a background that is stopped again and again in mid-scan loses nothing', async () => {
    await open('/long');
    for (let i = 0; i < 4; i++) {
      await reader.browser.stopBackground();
      await tab.evaluate(
        (at: number) =>
          document.body.append(Object.assign(document.createElement('p'), { textContent: `${at}: Fancy Bear` })),
        i,
      );
    }
    await tab.evaluate(() => scrollTo(0, document.body.scrollHeight));
    await poll(async () => (await marked()).filter((text) => text === 'Fancy Bear').length === 4, {
      timeoutMs: 20_000,
      what: 'four late names',
    });
    await tab.evaluate(() => document.getElementById('p1499')!.scrollIntoView({ behavior: 'instant' }));
    await tab.waitFor(
      () =>
        [...CSS.highlights.get('attribution-lens-actor')!].some(
          (range) => range.startContainer.parentElement?.id === 'p1499',
        ),
      { timeoutMs: 15_000 },
    );
  });

  test('switches of site and category, thrown while a page is read, end as the last one says', async () => {
    const off = { sites: { mode: 'all-but', hosts: ['life.test'] } };
    await open('/long');
    await ownPage((own) =>
      own.evaluate(
        `(async () => { const { local } = (globalThis.chrome ?? globalThis.browser).storage;
          for (let i = 0; i < 12; i++) await local.set({ settings: i % 2 ? ${JSON.stringify(off)} : { categories: { actor: i % 4 === 0 } } });
          return true; })()`,
      ),
    );
    await isClean();
    await storeSettings(reader, { categories: { agency: false } });
    await tab.waitFor(() => (CSS.highlights.get('attribution-lens-actor')?.size ?? 0) > 0, { timeoutMs: 15_000 });
    expect((await highlights(tab))['attribution-lens-agency'] ?? []).toEqual([]);
    await storeSettings(reader, {});
    await tab.waitFor(() => (CSS.highlights.get('attribution-lens-agency')?.size ?? 0) > 0, { timeoutMs: 15_000 });
  });

  // Firefox ends scripts in pages together with their extension, and their marks stay until the page is loaded anew.
  test.runIf(name === 'chromium')(
    'switched off, it leaves open pages when their reader comes back to them',
    async () => {
      await open('/short');
      await hover(tab, 'APT31');
      await reader.browser.switchExtension(false);
      await tab.evaluate(() => void document.dispatchEvent(new Event('visibilitychange')));
      await isClean();
      expect(await cardIsOpen(tab)).toBe(false);
      await reader.browser.switchExtension(true);
    },
  );

  test.each(['switched off and on', 'updated'])('%s, it comes back to open pages, once', async (how) => {
    await open('/short');
    await settles(['APT31']);
    await hover(tab, 'APT31');
    if (how === 'updated') await reader.browser.updateExtension();
    else {
      await reader.browser.switchExtension(false);
      await write('Meanwhile Fancy Bear.');
      await reader.browser.switchExtension(true);
    }
    // Only a new copy of the script can ask for a card.
    await poll(async () => !(await cardIsOpen(tab)), { what: 'the card of the old copy to go' });
    await write('The page goes on: APT28.');
    await settles(['APT28', 'APT31']);
    // An old copy that hears of it takes away its own marks only.
    await tab.evaluate(() => void document.dispatchEvent(new Event('visibilitychange')));
    await write('And on: Fancy Bear.');
    await settles(['APT31', 'Fancy Bear']);
    expect(await tab.evaluate(() => document.adoptedStyleSheets.length)).toBe(1);
    await tab.mouseMove(1, 1);
    expect(await hover(tab, 'APT31')).toMatch(/APT31/);
    expect(await tab.consoleErrors()).toEqual([]);
  });

  test('every window is told, and what one shows is not what another shows', async () => {
    const shown = await ownPage(async (own) => {
      const tabs = await own.evaluate<number[]>(
        `(async () => { const { windows } = globalThis.chrome ?? globalThis.browser;
          const opened = [await windows.create({ url: 'http://life.test/short' }), await windows.create({ url: 'http://news.test/' })];
          return opened.map((each) => each.tabs[0].id); })()`,
      );
      const names = async (id: number) =>
        (await askBackground<{ mentions: object[] } | null>(own, 'tabSummary', { tab: id }))?.mentions.length ?? 0;
      await poll(async () => (await names(tabs[0]!)) === 1 && (await names(tabs[1]!)) > 5, {
        timeoutMs: 15_000,
        what: 'two summaries',
      });
      await storeSettings(reader, { sites: { mode: 'only', hosts: ['news.test'] } });
      await poll(async () => (await names(tabs[0]!)) === 0, { timeoutMs: 15_000, what: 'the other window to be left' });
      const left = await names(tabs[1]!);
      await storeSettings(reader, {});
      await own.evaluate(
        `Promise.all(${JSON.stringify(tabs)}.map((id) => (globalThis.chrome ?? globalThis.browser).tabs.remove(id))).then(() => true)`,
      );
      const kept = () =>
        own.evaluate<string[]>(
          `(globalThis.chrome ?? globalThis.browser).storage.session.get(null).then((all) => Object.keys(all))`,
        );
      await poll(async () => !(await kept()).some((key) => tabs.some((id) => key === `tab:${id}`)), {
        what: 'closed tabs to be forgotten',
      });
      return left;
    });
    expect(shown).toBeGreaterThan(5);
  });

  test('private windows are the reader’s to open to it, and leave nothing when they close', async () => {
    const windowOf = (own: PageUnderTest) =>
      own.evaluate<{ window: number; tab: number } | null>(
        `(globalThis.chrome ?? globalThis.browser).windows.create({ incognito: true, url: 'http://life.test/short' })
          .then((made) => (made?.tabs?.[0] ? { window: made.id, tab: made.tabs[0].id } : null), () => null)`,
      );
    expect(await ownPage(windowOf)).toBe(null);
    await reader.browser.allowPrivateWindows();
    await ownPage(async (own) => {
      const made = (await windowOf(own))!;
      const summary = () => askBackground<{ mentions: object[] } | null>(own, 'tabSummary', { tab: made.tab });
      await poll(async () => (await summary())?.mentions.length === 1, { timeoutMs: 15_000, what: 'a summary' });
      await own.evaluate(`(globalThis.chrome ?? globalThis.browser).windows.remove(${made.window}).then(() => true)`);
      await poll(async () => (await summary()) === null, { what: 'the tab to be forgotten' });
      const stored = await own.evaluate<string[]>(
        `(globalThis.chrome ?? globalThis.browser).storage.local.get(null).then((all) => Object.keys(all))`,
      );
      expect(stored.filter((key) => !['feeds', 'settings'].includes(key))).toEqual([]);
    });
  });

  // Firefox forgets an extension that was installed for the time being, as it is in tests, when it closes.
  test.runIf(name === 'chromium')(
    'the browser closed and started again: settings hold, and pages are marked by them',
    async () => {
      const { browser } = reader;
      if (!(browser instanceof Chromium)) throw new Error('only Chromium is restarted');
      await storeSettings(reader, { categories: { agency: false } });
      await browser.restart();
      tab = await browser.newPage();
      await open('/long');
      await tab.waitFor(() => (CSS.highlights.get('attribution-lens-actor')?.size ?? 0) > 0, { timeoutMs: 15_000 });
      expect((await highlights(tab))['attribution-lens-agency'] ?? []).toEqual([]);
      await storeSettings(reader, {});
      await tab.waitFor(() => (CSS.highlights.get('attribution-lens-agency')?.size ?? 0) > 0, { timeoutMs: 15_000 });
    },
  );
});
