import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { highlights, type Reader, startReader, tabShowing, waitForMark } from './extension.ts';
import { Chromium } from './harness/chromium.ts';
import { BROWSER_NAMES } from './harness/find-browser.ts';

const LONG = 1200;

describe.each(BROWSER_NAMES)('a session in %s', (name) => {
  let reader: Reader;

  beforeAll(async () => {
    reader = await startReader(name, { viewport: { width: 900, height: 700 } });
    const paragraphs = Array.from(
      { length: LONG },
      (_, i) => `<p id="p${i}">Paragraph ${i}: APT31 again, says GCHQ.</p>`,
    );
    reader.proxy.site('session.test', {
      '/long': `<!doctype html><meta charset="utf-8"><title>Long</title><body>${paragraphs.join('\n')}`,
      '/live':
        '<!doctype html><meta charset="utf-8"><title>Live</title><body><p>The hackers of APT31 struck.</p><p id="late">Nothing yet.</p>',
    });
  });
  afterAll(() => reader?.close());

  test('registers only what is near the viewport, and follows the scroll', async () => {
    const page = await reader.browser.newPage();
    await page.goto('http://session.test/long');
    await waitForMark(page, 'actor', 'APT31');
    const near = (selector: string) =>
      page.waitFor(
        `(() => [...CSS.highlights.get('attribution-lens-actor') ?? []].some((range) => range.startContainer.parentElement.matches('${selector}')))()`,
      );
    await near('#p0');
    expect(Object.values(await highlights(page)).flat().length).toBeLessThanOrEqual(300);
    await page.evaluate(() => document.getElementById('p1100')!.scrollIntoView({ behavior: 'instant' }));
    await near('#p1100');
    const left = await page.evaluate(
      () =>
        [...CSS.highlights.get('attribution-lens-actor')!].filter(
          (range) => range.startContainer.parentElement?.id === 'p0',
        ).length,
    );
    expect(left).toBe(0);
    expect(Object.values(await highlights(page)).flat().length).toBeLessThanOrEqual(300);
    await page.close();
  });

  test('shows the number of different names on the toolbar icon', async () => {
    const page = await reader.browser.newPage();
    await page.goto('http://session.test/long');
    await waitForMark(page, 'actor', 'APT31');
    const popup = await reader.browser.newPage();
    await popup.goto(reader.browser.extensionUrl('popup.html'));
    const tab = await tabShowing(popup, 'http://session.test/long');
    await popup.waitFor(
      `(globalThis.chrome ?? globalThis.browser).action.getBadgeText({ tabId: ${tab} }).then((text) => text === '2')`,
    );
    await popup.close();
    await page.close();
  });

  test('mends its answers as evidence comes, and forgets it as it goes', async () => {
    const page = await reader.browser.newPage();
    await page.goto('http://session.test/live');
    await waitForMark(page, 'actor', 'APT31');
    // On a page that names APT31, its former name is a name and no gem.
    await page.evaluate(() => {
      document.getElementById('late')!.textContent = 'Also called Zirconium, they say.';
    });
    await waitForMark(page, 'actor', 'Zirconium');
    await page.evaluate(() => {
      document.getElementById('late')!.textContent = 'A ring of zirconium.';
    });
    await page.waitFor(() => CSS.highlights.get('attribution-lens-actor')?.size === 1);
    await page.close();
  });

  test.runIf(name === 'chromium')('survives a background that the browser has stopped', async () => {
    const { browser } = reader;
    if (!(browser instanceof Chromium)) throw new Error('only Chromium stops a service worker on demand');
    const page = await browser.newPage();
    await page.goto('http://session.test/live');
    await waitForMark(page, 'actor', 'APT31');
    await browser.stopServiceWorker();
    await page.evaluate(() => {
      document.getElementById('late')!.textContent = 'Zirconium struck again.';
    });
    // The new background has to be told the rest of the page to know what Zirconium means here.
    await waitForMark(page, 'actor', 'Zirconium');
    expect((await highlights(page))['attribution-lens-actor']?.sort()).toEqual(['APT31', 'Zirconium']);
    await page.close();
  });

  test.runIf(name === 'chromium')('leaves the page when the extension behind it is gone', async () => {
    const page = await reader.browser.newPage();
    await page.goto('http://session.test/live');
    await waitForMark(page, 'actor', 'APT31');
    const options = await reader.browser.newPage();
    await options.goto(reader.browser.extensionUrl('options.html'));
    // The extension is replaced, as by an update; its page goes with it.
    await options.evaluate('void setTimeout(() => chrome.runtime.reload(), 50)').catch(() => undefined);
    await new Promise((resolve) => setTimeout(resolve, 1500));
    await page.evaluate(() => {
      document.getElementById('late')!.textContent = 'The page goes on: APT28.';
    });
    await page.waitFor(() => CSS.highlights.size === 0 && document.adoptedStyleSheets.length === 0);
    expect(await page.consoleErrors()).toEqual([]);
    await page.close();
  });
});
