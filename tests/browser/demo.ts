/**
 * `npm start [-- --headless]`: builds the extension and shows its main job on the bundled demo article. Where
 * there is a display, in a window that stays until it is closed; else headless, with a screenshot and the
 * page's summary printed.
 */
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join, relative } from 'node:path';
import { type BrowserContext, chromium } from 'playwright';
import { build } from 'wxt';
import type { TabSummary } from '../../lib/messages.ts';
import {
  askBackground,
  builtExtension,
  DEMO_FOLDER,
  hover,
  startReader,
  tabShowing,
  waitForMark,
} from './extension.ts';
import { extensionOrigin } from './harness/chromium.ts';
import { obtainBrowser } from './harness/obtain-browser.ts';
import { answerFrom } from './harness/site.ts';

const ROOT = join(import.meta.dirname, '..', '..');
const ARTICLE = 'http://news.test/';

try {
  obtainBrowser('chromium');
  await build({ root: ROOT });
  const window = hasDisplay() && !process.argv.includes('--headless') ? await openWindow() : null;
  if (window) await showWindow(window);
  else await showHeadless();
} catch (error) {
  console.error(`\n${(error as Error).message}`);
  process.exitCode = 1;
}

function hasDisplay(): boolean {
  if (process.env.CI) return false;
  return process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}

/** An ordinary window with the extension in it; null where the display turns out to be none. */
async function openWindow(): Promise<BrowserContext | null> {
  const extension = builtExtension('chromium');
  const executablePath = obtainBrowser('chromium');
  const context = await chromium
    .launchPersistentContext('', {
      executablePath,
      headless: false,
      viewport: null,
      args: [
        `--disable-extensions-except=${extension}`,
        `--load-extension=${extension}`,
        ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      ],
    })
    .catch(() => null);
  if (!context) {
    console.log('No window could be opened here.');
    return null;
  }
  await extensionOrigin(context, executablePath).catch(async (error: unknown) => {
    await context.close();
    throw error;
  });
  return context;
}

/** The demo article in front; the reader may go anywhere from there. */
async function showWindow(context: BrowserContext): Promise<void> {
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://localhost');
    void answerFrom(DEMO_FOLDER, { method: 'GET', url, headers: request.headers }).then(({ status, headers, body }) => {
      response.writeHead(status ?? 200, headers);
      response.end(body);
    });
  }).listen(0, 'localhost');
  await once(server, 'listening');
  const page = await context.newPage();
  await page.goto(`http://localhost:${(server.address() as AddressInfo).port}/`);
  await page.bringToFront();
  console.log('Rest the pointer on an underlined name. Close the window to end.');
  await new Promise<void>((resolve) => context.on('close', () => resolve()));
  server.close();
}

async function showHeadless(): Promise<void> {
  const reader = await startReader('chromium', { viewport: { width: 1100, height: 860 } });
  try {
    const page = await reader.browser.newPage();
    await page.goto(ARTICLE);
    await waitForMark(page, 'actor', 'APT 31');
    const popup = await reader.browser.newPage();
    await popup.goto(reader.browser.extensionUrl('popup.html'));
    const tab = await tabShowing(popup, ARTICLE);
    const summary = await askBackground<TabSummary>(popup, 'tabSummary', { tab });
    await popup.close();
    await hover(page, 'APT 31');
    const picture = join(ROOT, '.output', 'demo.png');
    writeFileSync(picture, await page.screenshot());
    console.log(`\nThe demo article names ${summary.mentions.length} entities:`);
    for (const { labels, count, kind, written } of summary.mentions) {
      const names = labels.map((label) => label.name).join(' or ');
      const as = written.filter((spelling) => spelling !== names);
      console.log(
        `  ${String(count).padStart(2)} × ${names} (${kind})${as.length ? `, written ${as.map((spelling) => `“${spelling}”`).join(', ')}` : ''}`,
      );
    }
    console.log(`\nNo display here, so the card of APT31 is a picture: ${relative(process.cwd(), picture)}`);
  } finally {
    await reader.close();
  }
}
