import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { axeViolations, cardViolations } from './axe.ts';
import {
  CARD_HOST,
  hover,
  openCard,
  placeOf,
  type Reader,
  startReader,
  storeSettings,
  tabShowing,
  waitForMark,
} from './extension.ts';
import type { PageUnderTest } from './harness/driver.ts';
import { BROWSER_NAMES } from './harness/find-browser.ts';
import { FirefoxPage } from './harness/firefox-page.ts';
import { poll } from './harness/poll.ts';
import { layoutFaults } from './layout-faults.ts';

const SITE = 'http://states.test/';
/** 1240 × 860 at 200 % zoom is half of it in CSS pixels; 1280 × 1024 at 400 % is 320 × 256. */
const SIZES = { whole: [1240, 860], 'at 200 %': [620, 430], narrow: [320, 560], 'at 400 %': [320, 256] } as const;

interface CardState {
  name: string;
  page: string;
  text: string;
  kind: string;
  says: RegExp;
  act?: (root: ShadowRoot) => void;
}

const expand = (root: ShadowRoot) => (root.querySelector('[aria-expanded="false"]') as HTMLElement).click();

/** The card where it is hardest to draw. */
const CARDS: CardState[] = [
  { name: 'a long history', page: 'long.html', text: 'Lazarus Group', kind: 'actor', says: /Show all/ },
  {
    name: 'a long history, whole',
    page: 'long.html',
    text: 'Lazarus Group',
    kind: 'actor',
    says: /Show fewer/,
    act: expand,
  },
  { name: 'a long name', page: 'long.html', text: 'CNCERT/CC', kind: 'agency', says: /Coordination Center of China/ },
  { name: 'a name left open', page: 'shared.html', text: 'NCSC', kind: 'agency-faint', says: /could be any of/ },
  { name: 'an Arabic page', page: 'rtl.html', text: 'فولت تايفون', kind: 'actor', says: /Volt Typhoon/ },
  { name: 'a Hebrew paragraph', page: 'rtl.html', text: 'וולט טייפון', kind: 'actor', says: /Volt Typhoon/ },
];

describe.each(BROWSER_NAMES)('states in %s', (name) => {
  let reader: Reader;
  let page: PageUnderTest;
  let own: PageUnderTest;

  beforeAll(async () => {
    reader = await startReader(name, { viewport: { width: 1240, height: 860 } });
    reader.proxy.site('states.test', join(import.meta.dirname, '..', 'pages', 'states'));
    own = await reader.browser.newPage();
    page = await reader.browser.newPage();
  });
  afterAll(() => reader?.close());
  afterEach(async () => {
    await page.emulateColorScheme('light');
    if (page instanceof FirefoxPage) await page.zoomText(1);
  });

  const cardFaults = async () =>
    (await page.evaluateInShadow(CARD_HOST, layoutFaults as (root: ShadowRoot) => string[])) ?? ['no card'];

  async function read(path: string, text: string, kind: string): Promise<void> {
    await page.mouseMove(1, 1);
    await page.goto(SITE + path);
    await waitForMark(page, kind, text);
  }

  /** Placed a frame after its record is drawn: asked until it holds. */
  async function expectCardFits(width: number, height: number, where: string): Promise<void> {
    const faults = async () => {
      const box = await page.shadowRect(CARD_HOST, '.card');
      const fits = box && box.x >= 0 && box.y >= 0 && box.x + box.width <= width && box.y + box.height <= height;
      return [...(await cardFaults()), ...(fits ? [] : [`not in the window: ${JSON.stringify(box)}`])];
    };
    await poll(async () => (await faults()).length === 0).catch(() => undefined);
    expect(await faults(), where).toEqual([]);
  }

  test.each(CARDS)('the card: $name', async ({ page: path, text, kind, says, act }) => {
    for (const [size, [width, height]] of Object.entries(SIZES)) {
      await page.setViewport(width, height);
      await read(path, text, kind);
      await hover(page, text);
      if (act) await page.evaluateInShadow(CARD_HOST, act);
      await poll(async () => says.test(((await page.shadowText(CARD_HOST)) ?? '').replace(/\s+/g, ' ')), {
        what: `${says}`,
      });
      await expectCardFits(width, height, size);
    }
    for (const scheme of ['light', 'dark'] as const)
      expect(await cardViolations(page, own, reader, scheme), scheme).toEqual([]);
  });

  test('the card in text of twice the size', async () => {
    if (!(page instanceof FirefoxPage)) return; // Chromium has no zoom for text alone.
    await page.setViewport(1240, 860);
    await read('long.html', 'Lazarus Group', 'actor');
    await page.zoomText(2);
    await hover(page, 'Lazarus Group');
    await expectCardFits(1240, 860, 'text 200 %');
  });

  test('a tap opens the card, a tap elsewhere closes it', async () => {
    await page.setViewport(360, 640);
    await read('long.html', 'Lazarus Group', 'actor');
    const { x, y } = await placeOf(page, 'Lazarus Group');
    await page.tap(x, y);
    expect(await openCard(page)).toContain('Lazarus Group');
    await expectCardFits(360, 640, 'touch');
    await page.tap(5, 5);
    await page.waitFor(() => !document.querySelector('attribution-lens-card'));
  });

  test('the popup on a page without names, and on one that is switched off', async () => {
    await page.setViewport(1240, 860);
    await page.goto(`${SITE}quiet.html`);
    await own.goto(reader.browser.extensionUrl('options.html'));
    const path = `popup.html?tab=${await tabShowing(own, SITE)}`;
    await own.setViewport(320, 560);
    await own.goto(reader.browser.extensionUrl(path));
    await expectPopup('No actor, agency or incident on this page.');
    await own.evaluate(() => (document.querySelector('.p-top .switch') as HTMLElement).click());
    await expectPopup('Off on states.test.');
    await storeSettings(reader, {});
  });

  async function expectPopup(title: string): Promise<void> {
    await own.waitFor(`document.querySelector('.p-mid b')?.textContent === ${JSON.stringify(title)}`);
    await own.waitFor(`document.querySelector('[role=status]')?.textContent === ${JSON.stringify(title)}`);
    for (const scheme of ['light', 'dark'] as const) {
      await own.emulateColorScheme(scheme);
      expect(await axeViolations(own), scheme).toEqual([]);
      expect(await own.evaluate(`(${layoutFaults})(document)`), scheme).toEqual([]);
    }
  }

  test.each(['popup.html', 'options.html', 'welcome.html', 'dossier.html#actor:apt31'])(
    '%s in text of twice the size',
    async (path) => {
      await own.setViewport(1240, 860);
      await own.goto('about:blank');
      await own.goto(reader.browser.extensionUrl(path));
      await own.waitFor(() => document.querySelector('.popup, .preview, .marked, .ev tbody tr') !== null);
      await own.evaluate(() => document.documentElement.style.setProperty('font-size', '200%'));
      expect(await own.evaluate(`(${layoutFaults})(document)`)).toEqual([]);
    },
  );
});
