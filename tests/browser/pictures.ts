/**
 * `npm run pictures`: the pictures of README and docs, taken from the built extension on the demo article.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { hover, type Reader, startReader, tabShowing, waitForMark } from './extension.ts';
import type { ColorScheme, PageUnderTest } from './harness/driver.ts';

const FOLDER = join(import.meta.dirname, '..', '..', 'docs', 'images');
const ARTICLE = 'http://news.test/';

mkdirSync(FOLDER, { recursive: true });
for (const scheme of ['light', 'dark'] as const) await takeAll(scheme);

async function takeAll(colorScheme: ColorScheme): Promise<void> {
  const reader = await startReader('chromium', { colorScheme, viewport: { width: 1100, height: 860 } });
  try {
    const page = await reader.browser.newPage();
    await page.goto(ARTICLE);
    await waitForMark(page, 'actor', 'APT 31');
    await hover(page, 'APT 31');
    await settle();
    await save(page, `card-${colorScheme}`);
    await pictureOf(reader, `popup-${colorScheme}`, 'popup.html', { width: 380, height: 600 }, ARTICLE);
    await pictureOf(reader, `dossier-${colorScheme}`, 'dossier.html#actor:apt31', { width: 1240, height: 1000 });
    await pictureOf(reader, `options-${colorScheme}`, 'options.html', { width: 1100, height: 860 });
  } finally {
    await reader.close();
  }
}

async function pictureOf(
  reader: Reader,
  name: string,
  path: string,
  size: { width: number; height: number },
  tabOf?: string,
): Promise<void> {
  const page = await reader.browser.newPage();
  await page.setViewport(size.width, size.height);
  await page.goto(reader.browser.extensionUrl(path));
  if (tabOf) await page.goto(reader.browser.extensionUrl(`${path}?tab=${await tabShowing(page, tabOf)}`));
  await settle();
  await save(page, name);
  await page.close();
}

async function save(page: PageUnderTest, name: string): Promise<void> {
  writeFileSync(join(FOLDER, `${name}.png`), await page.screenshot());
}

/** Lets fonts, the card's fade and late reports come to rest. */
function settle(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 900));
}
