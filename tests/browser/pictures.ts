/**
 * `npm run pictures`: the pictures of README, docs and stores, taken from the built extension on the demo article. All
 * of the size that stores ask for, in both themes.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { hover, placeOf, type Reader, startReader, tabShowing, waitForMark } from './extension.ts';
import type { ColorScheme, PageUnderTest } from './harness/driver.ts';
import { showPopupBeside } from './popup-picture.ts';

const FOLDER = join(import.meta.dirname, '..', '..', 'docs', 'images');
const ARTICLE = 'http://news.test/';
/** As the Chrome Web Store asks for, and the others take. CSS px. */
const STORE = { width: 1280, height: 800 };

mkdirSync(FOLDER, { recursive: true });
for (const scheme of ['light', 'dark'] as const) await takeAll(scheme);

async function takeAll(colorScheme: ColorScheme): Promise<void> {
  const reader = await startReader('chromium', { colorScheme, viewport: STORE });
  try {
    const article = await reader.browser.newPage();
    await article.goto(ARTICLE);
    await waitForMark(article, 'actor', 'APT 31');
    await hover(article, 'APT 31');
    await settle();
    await save(article, `card-${colorScheme}`);
    await article.press('Escape');
    await article.mouseMove(1, 1);
    await takePopup(reader, article, colorScheme);
    await takePage(reader, `dossier-${colorScheme}`, 'dossier.html#actor:apt31', '.ev tbody tr');
    await takePage(reader, `options-${colorScheme}`, 'options.html', '.preview');
    await takePage(reader, `welcome-${colorScheme}`, 'welcome.html', '.marked');
  } finally {
    await reader.close();
  }
}

async function takePage(reader: Reader, name: string, path: string, drawn: string): Promise<void> {
  const page = await reader.browser.newPage();
  await page.goto(reader.browser.extensionUrl(path));
  await page.waitFor(`document.querySelector(${JSON.stringify(drawn)}) !== null`);
  await settle();
  await save(page, name);
  await page.close();
}

/** The popup is a window of the browser's own that drivers can't see: its page is laid over the article. */
async function takePopup(reader: Reader, article: PageUnderTest, colorScheme: ColorScheme): Promise<void> {
  await placeOf(article, 'Seven names in Brooklyn');
  const behind = await article.screenshot();
  const popup = await reader.browser.newPage();
  await popup.setViewport(380, 600);
  await popup.goto(reader.browser.extensionUrl('options.html'));
  await popup.goto(reader.browser.extensionUrl(`popup.html?tab=${await tabShowing(popup, ARTICLE)}`));
  await popup.waitFor(() => document.querySelector('.p-story p') !== null);
  await settle();
  const front = await popup.screenshot();
  await popup.goto('about:blank');
  await popup.setViewport(STORE.width, STORE.height);
  await popup.evaluate(showPopupBeside, behind.toString('base64'), front.toString('base64'));
  await save(popup, `popup-${colorScheme}`);
  await popup.close();
}

async function save(page: PageUnderTest, name: string): Promise<void> {
  writeFileSync(join(FOLDER, `${name}.png`), await page.screenshot());
}

/** Lets fonts, the card's fade and late reports come to rest. */
function settle(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 900));
}
