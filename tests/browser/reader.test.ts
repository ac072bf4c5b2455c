import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import {
  askBackground,
  CARD_HOST,
  cardIsOpen,
  highlights,
  hover,
  openCard,
  placeOf,
  type Reader,
  startReader,
  tabShowing,
  waitForMark,
} from './extension.ts';
import type { PageUnderTest } from './harness/driver.ts';
import { BROWSER_NAMES } from './harness/find-browser.ts';
import { poll } from './harness/poll.ts';

const ARTICLE = 'http://news.test/';

/** What a reader does with the demo article, from the first look to switching the site off. */
describe.each(BROWSER_NAMES)('reading the demo article in %s', (name) => {
  let reader: Reader;
  let page: PageUnderTest;

  beforeAll(async () => {
    reader = await startReader(name, { viewport: { width: 1100, height: 800 } });
    page = await reader.browser.newPage();
  });
  afterAll(() => reader?.close());
  beforeEach(async () => {
    await page.mouseMove(1, 1);
    await page.goto(ARTICLE);
    await waitForMark(page, 'actor', 'APT 31');
  });

  test('marks actors, agencies and incidents, and nothing else', async () => {
    const marks = await highlights(page);
    expect(marks['attribution-lens-actor']).toEqual(expect.arrayContaining(['APT 31', 'APT31', 'Fancy Bear']));
    expect(marks['attribution-lens-agency']).toEqual(
      expect.arrayContaining(['National Cyber Security Centre', 'Electoral Commission', 'GCHQ', 'Supo']),
    );
    expect(marks['attribution-lens-incident']).toEqual(
      expect.arrayContaining(['Electoral Commission breach', 'NotPetya']),
    );
    const all = Object.values(marks).flat().join('|');
    expect(all).not.toMatch(/Dowden|China|London/);
  });

  test('paints them', async () => {
    await placeOf(page, 'APT 31');
    const actorColor = await countPixels(page, [0xbb, 0x3a, 0x0a]);
    const agencyColor = await countPixels(page, [0x1d, 0x62, 0xc6]);
    expect({ actor: actorColor > 40, agency: agencyColor > 40 }, `${actorColor} and ${agencyColor} pixels`).toEqual({
      actor: true,
      agency: true,
    });
  });

  test('leaves the page as it is', async () => {
    const before = await page.evaluate(() => document.documentElement.outerHTML);
    await hover(page, 'APT 31');
    await page.press('Escape');
    await page.waitFor(() => !document.querySelector('attribution-lens-card'));
    expect(await page.evaluate(() => document.documentElement.outerHTML)).toBe(before);
    expect(await page.consoleErrors()).toEqual([]);
  });

  test('the card of APT31 shows the acts of 25 March 2024 and the denial, and does not blur them', async () => {
    await hover(page, 'APT 31');
    await expandHistory(page);
    const card = (await openCard(page)).replace(/\s+/g, ' ');
    expect(card).toContain('This page says APT 31');
    expect(card).toMatch(/25 Mar\s*2024/);
    expect(card).toMatch(/United Kingdom statement/);
    expect(card).toMatch(/United Kingdom sanction/);
    expect(card).toMatch(/United States indictment/);
    expect(card).toContain('“almost certain”');
    expect(card).toMatch(/China denial/);
    expect(card).toContain('China denies it.');
    expect(card).toMatch(/Not the UK Electoral Commission breach: .*unnamed actor affiliated with China/);
    const accusations = await page.evaluateInShadow(CARD_HOST, (root) =>
      [...root.querySelectorAll('.tl li:not(.contra)')].map((row) => row.textContent ?? ''),
    );
    expect(accusations?.length).toBeGreaterThan(5);
    expect(accusations?.filter((row) => /Electoral Commission/.test(row))).toEqual([]);
  });

  test('the card of the breach shows the unnamed actor', async () => {
    const card = (await hover(page, 'Electoral Commission breach')).replace(/\s+/g, ' ');
    expect(card).toContain('UK Electoral Commission breach');
    expect(card).toMatch(/Attributed to an unnamed actor affiliated with China by the UK/);
    expect(card).toContain('No group is named.');
    expect(card).toContain('“highly likely”');
  });

  test('the pointer can travel into the card; Escape closes it, leaving closes it', async () => {
    await hover(page, 'APT 31');
    const rect = await page.shadowRect(CARD_HOST, '.card-name');
    expect(rect).not.toBeNull();
    await page.mouseMove(rect!.x + 10, rect!.y + 10);
    await pause(700);
    expect(await cardIsOpen(page)).toBe(true);
    await page.mouseMove(3, 3);
    await page.waitFor(() => !document.querySelector('attribution-lens-card'));
    await hover(page, 'APT 31');
    await page.press('Escape');
    await page.waitFor(() => !document.querySelector('attribution-lens-card'));
  });

  test('the card never covers its words and stays on the screen', async () => {
    const { x, y } = await placeOf(page, 'APT 31');
    await hover(page, 'APT 31');
    const rect = await page.shadowRect(CARD_HOST, '.card');
    const inside = x > rect!.x && x < rect!.x + rect!.width && y > rect!.y && y < rect!.y + rect!.height;
    expect(inside).toBe(false);
    expect(
      [rect!.x, rect!.y, 1100 - rect!.x - rect!.width, 800 - rect!.y - rect!.height].every((gap) => gap >= 0),
    ).toBe(true);
  });

  test('chips turn the card, and there is a way back', async () => {
    await hover(page, 'APT 31');
    await page.evaluateInShadow(CARD_HOST, (root) => (root.querySelector('.chip') as HTMLElement).click());
    await page.waitFor(() => true);
    await waitForCard(page, /Back to APT31/);
    await page.evaluateInShadow(CARD_HOST, (root) => (root.querySelector('.card-cat .textbtn') as HTMLElement).click());
    await waitForCard(page, /This page says APT 31/);
  });

  test('the popup sums up the page, jumps, and switches categories and the site, live', async () => {
    const popup = await reader.browser.newPage();
    await popup.goto(reader.browser.extensionUrl('popup.html'));
    const tab = await tabShowing(popup, ARTICLE);
    await popup.goto(reader.browser.extensionUrl(`popup.html?tab=${tab}`));
    await popup.waitFor(() => document.querySelectorAll('.p-list li').length > 5);
    const rows = await popup.evaluate(() =>
      [...document.querySelectorAll('.p-list li')].map((row) => (row as HTMLElement).innerText.replace(/\s+/g, ' ')),
    );
    expect(rows.find((row) => row.startsWith('APT31'))).toMatch(/3/);
    expect(await popup.evaluate(() => document.querySelector('.p-top h1')?.textContent)).toBe('news.test');

    await page.evaluate(() => scrollTo({ top: 0, behavior: 'instant' }));
    await popup.evaluate(() =>
      (document.querySelector('[aria-label="Next mention of NotPetya"]') as HTMLElement).click(),
    );
    await page.waitFor(() => CSS.highlights.has('attribution-lens-flash'));

    await popup.evaluate(() => (document.querySelector('.p-cats button:nth-child(2)') as HTMLElement).click());
    await page.waitFor(() => (CSS.highlights.get('attribution-lens-agency')?.size ?? 0) === 0);
    expect((await highlights(page))['attribution-lens-actor']).toContain('APT 31');
    await popup.evaluate(() => (document.querySelector('.p-cats button:nth-child(2)') as HTMLElement).click());
    await waitForMark(page, 'agency', 'GCHQ');

    await popup.evaluate(() => (document.querySelector('.p-top .switch') as HTMLElement).click());
    await page.waitFor(() => CSS.highlights.size === 0 && document.adoptedStyleSheets.length === 0);
    await popup.waitFor(() => document.body.innerText.includes('Off on news.test'));
    await popup.evaluate(() => (document.querySelector('.p-top .switch') as HTMLElement).click());
    await waitForMark(page, 'actor', 'APT 31');
    await popup.close();
  });

  test('search finds a name with a typing error', async () => {
    const popup = await reader.browser.newPage();
    await popup.goto(reader.browser.extensionUrl('popup.html'));
    await popup.waitFor(() =>
      (document.querySelector('#search') as HTMLInputElement | null)?.placeholder.includes('entities'),
    );
    await popup.evaluate(() => (document.querySelector('#search') as HTMLElement).focus());
    await popup.type('salt typhon');
    await popup.waitFor(() => document.querySelector('.p-res b')?.textContent === 'Salt Typhoon');
    await popup.close();
  });

  test('next mention, as the keyboard command asks for it, opens a card with the focus in it', async () => {
    const popup = await reader.browser.newPage();
    await popup.goto(reader.browser.extensionUrl('popup.html'));
    const tab = await tabShowing(popup, ARTICLE);
    const went = await popup.evaluate(async (id: number) => {
      const { tabs } = (
        globalThis as unknown as {
          chrome: {
            tabs: { sendMessage(id: number, m: unknown): Promise<{ at: number; of: number; written: string } | null> };
          };
        }
      ).chrome;
      return tabs.sendMessage(id, { to: 'goTo', with: { step: 1, open: true } });
    }, tab);
    expect(went).toMatchObject({ at: 1, written: expect.any(String) });
    expect(went?.of).toBeGreaterThan(10);
    await popup.close();
    await openCard(page);
    await poll(
      async () => (await page.evaluateInShadow(CARD_HOST, (root) => root.activeElement?.id ?? '')) === 'card-name',
    );
    await page.press('Escape');
    await page.waitFor(() => !document.querySelector('attribution-lens-card'));
  });

  test('the dataset in use is told to the options page', async () => {
    const options = await reader.browser.newPage();
    await options.goto(reader.browser.extensionUrl('options.html'));
    const about = await askBackground<{ counts: { actors: number } }>(options, 'about', {});
    expect(about.counts.actors).toBeGreaterThanOrEqual(60);
    await options.waitFor((() => document.body.innerText.includes('2026.')) as () => boolean);
    await options.close();
  });
});

async function expandHistory(page: PageUnderTest): Promise<void> {
  await page.evaluateInShadow(CARD_HOST, (root) => {
    for (const button of root.querySelectorAll<HTMLElement>('[aria-expanded="false"]')) button.click();
  });
  await page.waitFor(() => true);
}

async function waitForCard(page: PageUnderTest, wanted: RegExp): Promise<void> {
  const deadline = Date.now() + 5_000;
  for (;;) {
    const text = ((await page.shadowText(CARD_HOST)) ?? '').replace(/\s+/g, ' ');
    if (wanted.test(text)) return;
    if (Date.now() > deadline) throw new Error(`The card does not say ${wanted}: ${text}`);
    await pause(50);
  }
}

/** Pixels of a screenshot that have this colour, give or take what blending does. */
async function countPixels(page: PageUnderTest, [r, g, b]: [number, number, number]): Promise<number> {
  const png = (await page.screenshot()).toString('base64');
  return page.evaluate(
    async (data: string, red: number, green: number, blue: number) => {
      const bitmap = await createImageBitmap(await (await fetch(`data:image/png;base64,${data}`)).blob());
      const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
      const context = canvas.getContext('2d')!;
      context.drawImage(bitmap, 0, 0);
      const pixels = context.getImageData(0, 0, bitmap.width, bitmap.height).data;
      let count = 0;
      for (let i = 0; i < pixels.length; i += 4) {
        if (
          Math.abs(pixels[i]! - red) < 12 &&
          Math.abs(pixels[i + 1]! - green) < 12 &&
          Math.abs(pixels[i + 2]! - blue) < 12
        )
          count++;
      }
      return count;
    },
    png,
    r,
    g,
    b,
  );
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
