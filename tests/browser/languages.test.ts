import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { messagesIn } from '../fixtures/locales.ts';
import { CARD_HOST, hover, type Reader, startReader, tabShowing, waitForMark } from './extension.ts';
import type { PageUnderTest } from './harness/driver.ts';
import { BROWSER_NAMES, type BrowserName } from './harness/find-browser.ts';
import { spokenBuild } from './spoken-build.ts';

const ARTICLE = 'http://news.test/';
const SPOKEN = BROWSER_NAMES.flatMap((name): [BrowserName, string][] =>
  (name === 'chromium' ? ['de', 'uk', 'ja', 'rtl'] : ['de', 'rtl']).map((locale) => [name, locale]),
);

describe.each(SPOKEN)('in %s, in %s', (name, locale) => {
  const messages = messagesIn(locale === 'rtl' ? 'en' : locale);
  const build = spokenBuild(name, locale);
  let reader: Reader;
  let page: PageUnderTest;

  beforeAll(async () => {
    reader = await startReader(name, { extension: build.folder, viewport: { width: 1240, height: 900 } });
    page = await reader.browser.newPage();
  });
  afterAll(async () => {
    await reader?.close();
    build.remove();
  });

  /** Opens an extension page, and waits until it is drawn. */
  async function open(path: string, drawn: string): Promise<void> {
    await page.goto('about:blank');
    await page.goto(reader.browser.extensionUrl(path));
    await page.waitFor(`document.querySelector(${JSON.stringify(drawn)}) !== null`);
    const spoken = await page.evaluate(() => [document.documentElement.lang, document.documentElement.dir]);
    expect(spoken).toEqual([messages.get('language'), locale === 'rtl' ? 'rtl' : 'ltr']);
  }

  async function expectNoneOutside(widths: readonly number[]): Promise<void> {
    for (const width of widths) {
      await page.setViewport(width, 900);
      await page.waitFor(
        `innerWidth <= ${width} && new Promise((done) => requestAnimationFrame(() => setTimeout(() => done(true), 60)))`,
      );
      const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      expect(over, `${width} px`).toBeLessThanOrEqual(0);
      expect(await page.evaluate(wordsOutside), `${width} px`).toEqual([]);
    }
  }

  test('the options are drawn, nothing outside the window', async () => {
    await open('options.html', '#about .credits');
    expect(await page.evaluate(() => document.title)).toBe(messages.get('options.title'));
    await page.setViewport(1240, 900);
    const heads = await page.evaluate(
      () =>
        [...document.querySelectorAll('.cat-head span')].filter((head) => head.scrollWidth > head.clientWidth).length,
    );
    expect(heads, 'heads wider than their columns').toBe(0);
    await expectNoneOutside([1240, 768, 360, 320]);
  });

  test('a feed that was refused says why', async () => {
    await open('options.html', '.feeds > li');
    const sentence = messages.get('feeds.refused.too_many_entities')!;
    const count = new Intl.NumberFormat(messages.get('language')).format(200_000);
    await page.evaluate(async () => {
      const { local } = (
        globalThis as unknown as { chrome: { storage: { local: { set(values: object): Promise<void> } } } }
      ).chrome.storage;
      const failure = { code: 'too-many-entities', details: { count: 200_000 }, at: 0, during: 'check' };
      const core = { id: 'core', name: 'Core', origin: { from: 'core' }, isOn: true, isPinned: false, versions: [] };
      await local.set({ feeds: { rows: [{ ...core, lastNumber: 0, failures: 1, failure }] } });
    });
    const said = await page.waitFor(() => document.querySelector('.f-why')?.textContent);
    expect(said).toContain(sentence.replace('{count}', count));
    await expectNoneOutside([1240, 360]);
  });

  test('the dossier is drawn, nothing outside the window', async () => {
    await open('dossier.html#actor:apt31', '.d-head h1');
    const head = await page.evaluate(() => document.querySelector('.ev thead')?.textContent ?? '');
    expect(head).toContain(messages.get('dossier.column.certainty'));
    await expectNoneOutside([1240, 768, 360]);
  });

  test('the popup is drawn, nothing outside it', async () => {
    const article = await reader.browser.newPage();
    await article.goto(ARTICLE);
    await waitForMark(article, 'actor', 'APT 31');
    await open(`popup.html?tab=${await tabShowing(page, ARTICLE)}`, '.p-list li');
    await expectNoneOutside([380]);
    await article.close();
  });

  test('the card speaks, and is not wider than itself', async () => {
    await page.setViewport(1240, 900);
    await page.goto(ARTICLE);
    await waitForMark(page, 'actor', 'APT 31');
    expect(await hover(page, 'APT 31')).toContain(messages.get('history.title.attributed'));
    const card = await page.evaluateInShadow(CARD_HOST, (root) => {
      const body = root.querySelector('.card-body') as HTMLElement;
      const speaking = root.querySelector('[lang]') as HTMLElement;
      return { over: body.scrollWidth - body.clientWidth, lang: speaking.lang, dir: speaking.dir };
    });
    expect(card).toEqual({ over: 0, lang: messages.get('language'), dir: locale === 'rtl' ? 'rtl' : 'ltr' });
  });
});

/** Words that are painted beyond the window or cut off by their element, where it does not scroll. */
function wordsOutside(): string[] {
  const found: string[] = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const element = node.parentElement as HTMLElement;
    const text = node.textContent?.trim() ?? '';
    if (!text || element.closest('.visually-hidden, .scroll, details:not([open]), script, style, option')) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    const isOutside = [...range.getClientRects()].some(({ left, right }) => left < -1 || right > innerWidth + 1);
    const { overflowX, textOverflow } = getComputedStyle(element);
    const isCut =
      overflowX === 'hidden' && textOverflow !== 'ellipsis' && element.scrollWidth > element.clientWidth + 1;
    if (isOutside || isCut) found.push(text);
  }
  return found;
}
