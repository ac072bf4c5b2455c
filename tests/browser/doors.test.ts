import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { axeViolations } from './axe.ts';
import { CARD_HOST, openCard, type Reader, startReader, tabShowing, waitForMark } from './extension.ts';
import type { PageUnderTest } from './harness/driver.ts';
import { BROWSER_NAMES } from './harness/find-browser.ts';
import { poll } from './harness/poll.ts';

const ARTICLE = 'http://news.test/';

/** The ways in that are not the page's names: first-run page, side panel, selected text, address bar, keys. */
describe.each(BROWSER_NAMES)('doors in %s', (name) => {
  let reader: Reader;
  let page: PageUnderTest;

  beforeAll(async () => {
    reader = await startReader(name, { viewport: { width: 1240, height: 820 } });
    page = await reader.browser.newPage();
  });
  afterAll(() => reader?.close());

  const open = (path: string) => page.goto(reader.browser.extensionUrl(path));
  const tabs = () =>
    page.evaluate(async () => {
      const { tabs } = (
        globalThis as unknown as { chrome: { tabs: { query(q: object): Promise<{ url?: string }[]> } } }
      ).chrome;
      return (await tabs.query({})).map(({ url }) => url ?? '');
    });

  test('a newcomer is shown the first-run page, once', async () => {
    await open('options.html');
    const welcomes = async () => (await tabs()).filter((url) => url.endsWith('/welcome.html'));
    await poll(async () => (await welcomes()).length, { what: 'the first-run page', timeoutMs: 15_000 });
    expect(await welcomes()).toHaveLength(1);
  });

  test.each(['light', 'dark'] as const)(
    'the first-run page, %s: names with their cards, no axe violation',
    async (scheme) => {
      await page.emulateColorScheme(scheme);
      await open('welcome.html');
      await page.waitFor(() => document.querySelectorAll('.marked').length === 3);
      expect(await axeViolations(page)).toEqual([]);
      await page.evaluate(() => (document.querySelector('.marked') as HTMLElement).click());
      expect(await openCard(page)).toMatch(/APT31[\s\S]*Attributed to China/);
      await page.press('Escape');
      await page.waitFor(() => !document.querySelector('attribution-lens-card'));
      expect(await page.consoleErrors()).toEqual([]);
    },
  );

  test('the first-run page fits a narrow window', async () => {
    await page.setViewport(340, 700);
    await open('welcome.html');
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
    await page.setViewport(1240, 820);
  });

  test('the side panel shows the page in front and follows', async () => {
    const article = await reader.browser.newPage();
    await article.goto(ARTICLE);
    await waitForMark(article, 'actor', 'APT 31');
    await open('options.html');
    const tab = await tabShowing(page, ARTICLE);
    await open(`sidepanel.html?tab=${tab}`);
    await page.waitFor(
      () => document.body.textContent?.includes('APT31') && document.body.textContent.includes('news.test'),
    );
    expect(await page.evaluate(() => document.querySelector('.p-panel') !== null)).toBe(true);
    await article.goto('http://news.test/?again');
    await page.waitFor(() => document.querySelectorAll('.p-list li').length > 5);
    expect(await axeViolations(page)).toEqual([]);
    await article.close();
  });

  test('words that call one entity lead to its dossier, others to the search', async () => {
    await open('dossier.html?q=fancy%20bear%20gru');
    await page.waitFor(() => document.querySelector('.p-res li')?.textContent?.includes('APT28'));
    expect(await page.evaluate(() => (document.querySelector('#search') as HTMLInputElement).value)).toBe(
      'fancy bear gru',
    );
  });

  test('no card is left open', async () => {
    expect(await page.shadowText(CARD_HOST)).toBe(null);
  });
});
