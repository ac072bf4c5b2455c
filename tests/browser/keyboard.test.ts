import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { axeViolations, cardViolations } from './axe.ts';
import { CARD_HOST, cardIsOpen, openCard, type Reader, startReader, tabShowing, waitForMark } from './extension.ts';
import { announced, focusOnName, tabTo, tabToInCard } from './focus.ts';
import { ChromiumPage } from './harness/chromium-page.ts';
import type { PageUnderTest } from './harness/driver.ts';
import { BROWSER_NAMES } from './harness/find-browser.ts';
import { poll } from './harness/poll.ts';

const LINKS = 'http://links.test/';
const SCHEMES = ['light', 'dark'] as const;

/** From the installation to the options with keys alone; at every station axe, in both themes. */
describe.each(BROWSER_NAMES)('by keyboard in %s', (name) => {
  let reader: Reader;
  let page: PageUnderTest;
  let own: PageUnderTest;

  beforeAll(async () => {
    reader = await startReader(name, { viewport: { width: 1100, height: 800 } });
    reader.proxy.site('links.test', join(import.meta.dirname, '..', 'pages', 'links'));
    own = await reader.browser.newPage();
    page = await reader.browser.newPage();
    await page.mouseMove(1, 1);
  });
  afterAll(() => reader?.close());
  beforeEach(() => page.emulateColorScheme('light'));

  /** Opens a page of the extension, with the focus nowhere in it. */
  async function open(path: string, drawn: string): Promise<void> {
    await page.goto('about:blank');
    await page.goto(reader.browser.extensionUrl(path));
    await page.waitFor(`document.querySelector(${JSON.stringify(drawn)}) !== null`);
  }

  async function expectNoViolations(): Promise<void> {
    for (const scheme of SCHEMES) {
      await page.emulateColorScheme(scheme);
      expect(await axeViolations(page), scheme).toEqual([]);
    }
  }

  /** What the command for the next (previous) mention does: drivers have no keys of the browser's own. */
  async function command(step: 1 | -1, entity?: string): Promise<void> {
    await own.goto(reader.browser.extensionUrl('popup.html'));
    const tab = await tabShowing(own, LINKS);
    const message = JSON.stringify({ to: 'goTo', with: { step, entity, open: true, fresh: false } });
    await own.evaluate(`chrome.tabs.sendMessage(${tab}, ${message})`);
    await openCard(page);
    await focusOnName(page);
  }

  const focused = () => page.evaluate(() => document.activeElement?.id ?? '');
  const cardIsGone = () => page.waitFor(() => !document.querySelector('attribution-lens-card'));
  const read = async () => {
    await page.goto(LINKS);
    await waitForMark(page, 'actor', 'APT31');
    await waitForMark(page, 'actor', 'Volt Typhoon');
    // The first-run page may have come before it, and a card opens dossiers only from the tab in front.
    if (page instanceof ChromiumPage) await page.commands.send('Page.bringToFront');
  };

  test('the first-run page: Enter opens a card, Escape closes it and the focus is back', async () => {
    await open('welcome.html', '.marked');
    await expectNoViolations();
    await tabTo(page, '.marked.actor');
    await page.press('Enter');
    await openCard(page);
    await focusOnName(page);
    await page.press('Escape');
    await cardIsGone();
    expect(await page.evaluate(() => document.activeElement?.matches('.marked.actor'))).toBe(true);
    await tabTo(page, '.go .btn');
  });

  test('the next mention: its card has the focus and says which of how many it is', async () => {
    await read();
    await command(1);
    expect(await announced(page)).toBe('Mention 1 of 2: APT31');
    await command(1);
    await poll(async () => (await announced(page)) === 'Mention 2 of 2: Volt Typhoon');
    await command(-1);
    await poll(async () => (await announced(page)) === 'Mention 1 of 2: APT31');
    for (const scheme of SCHEMES) expect(await cardViolations(page, own, reader, scheme), scheme).toEqual([]);
    await page.press('Escape');
    await cardIsGone();
  });

  test('in the card: history, menu, linked entities and back; the dossier', async () => {
    await read();
    await command(1);
    await tabToInCard(page, '.card-sec [aria-expanded="false"]');
    await page.press('Enter');
    expect(await page.evaluateInShadow(CARD_HOST, (root) => root.activeElement?.getAttribute('aria-expanded'))).toBe(
      'true',
    );
    await tabToInCard(page, '.chip');
    await page.press('Enter');
    await poll(async () => (await page.shadowText(CARD_HOST))?.includes('Back to APT31'));
    await focusOnName(page);
    await page.press('Shift+Tab');
    await page.press('Shift+Tab');
    await page.press('Enter');
    await poll(async () => !(await page.shadowText(CARD_HOST))?.includes('Back to APT31'));
    await tabToInCard(page, '.card-more summary');
    await page.press('Enter');
    await poll(() => page.evaluateInShadow(CARD_HOST, (root) => root.querySelector('details[open]') !== null));
    await page.press('Escape');
    expect(await page.evaluateInShadow(CARD_HOST, (root) => root.activeElement?.localName)).toBe('summary');
    expect(await cardIsOpen(page), 'Escape closes the menu first').toBe(true);
    await page.press('Shift+Tab');
    await page.press('Enter');
    await poll(async () => (await tabShowing(own, reader.browser.extensionUrl('dossier.html#actor:apt31'))) > 0);
  });

  test.each([
    ['Tab', 'past the end', 'after'],
    ['Shift+Tab', 'before the start', 'before'],
  ])('%s %s of the card leads on in the page', async (keys, _, landing) => {
    await read();
    await page.evaluate(() => document.getElementById('last')!.focus());
    await command(1);
    for (let press = 0; press < 60 && (await cardIsOpen(page)); press++) await page.press(keys);
    await cardIsGone();
    expect(await focused()).toBe(landing);
  });

  test('Escape gives the focus back to where it was', async () => {
    await read();
    await page.evaluate(() => document.getElementById('last')!.focus());
    await command(1);
    await page.press('Escape');
    await cardIsGone();
    expect(await focused()).toBe('last');
  });

  test.each([
    ['Tab', 'after'],
    ['Shift+Tab', 'before'],
  ])('Escape, with the focus nowhere before; %s then leads on from the words', async (keys, landing) => {
    await read();
    await command(1);
    await page.press('Escape');
    await cardIsGone();
    await page.press(keys);
    expect(await focused()).toBe(landing);
  });

  test('keys in the card do not reach the page', async () => {
    await read();
    await command(1);
    await page.press('j');
    await page.press('Tab');
    await page.press('Escape');
    await cardIsGone();
    await page.press('k');
    expect(await page.evaluate(() => document.body.dataset.heard)).toBe('k');
  });

  test('the popup: counts are told; switches, jumps and search work', async () => {
    await own.goto(LINKS);
    await waitForMark(own, 'actor', 'Volt Typhoon');
    await open('options.html', '.preview');
    await open(`popup.html?tab=${await tabShowing(page, LINKS)}`, '.p-list li');
    await expectStatus('2 names on this page, 2 mentions');
    await expectNoViolations();
    await tabTo(page, '.p-cats button');
    await page.press('Space');
    await page.waitFor(() => document.activeElement?.getAttribute('aria-pressed') === 'false');
    await page.press('Space');
    await page.waitFor(() => document.activeElement?.getAttribute('aria-pressed') === 'true');
    await tabTo(page, '#search');
    await page.type('sandworm');
    await page.waitFor(() => document.querySelector('.p-res .chosen b')?.textContent?.includes('Sandworm'));
    await page.press('Enter');
    await page.waitFor(() => document.activeElement?.id === 'card-name');
  });

  async function expectStatus(sentence: string): Promise<void> {
    await page.waitFor(
      `document.querySelector('.visually-hidden[role=status]')?.textContent === ${JSON.stringify(sentence)}`,
    );
  }

  test('the dossier: search, filters, menu', async () => {
    await open('dossier.html#actor:apt31', '.ev tbody tr');
    await expectNoViolations();
    await tabTo(page, '#search');
    await page.type('lazarus');
    await page.waitFor(() => document.querySelectorAll('.p-res li').length > 0);
    await page.press('ArrowDown');
    await page.press('ArrowUp');
    await page.press('Enter');
    await page.waitFor(() => document.querySelector('h1')?.textContent === 'Lazarus Group');
    await tabTo(page, '.d-act summary');
    await page.press('Enter');
    await page.waitFor(() => document.querySelector('.d-act details[open]') !== null);
    await page.press('Escape');
    await page.waitFor(() => document.querySelector('.d-act details[open]') === null);
    expect(await page.evaluate(() => document.activeElement?.localName)).toBe('summary');
  });

  test('the options: a category off and on again', async () => {
    await open('options.html', '.preview');
    await expectNoViolations();
    await tabTo(page, 'main input[type=checkbox]');
    const isChecked = () => page.evaluate(() => (document.activeElement as HTMLInputElement).checked);
    const before = await isChecked();
    await page.press('Space');
    expect(await isChecked()).toBe(!before);
    await page.press('Space');
    expect(await isChecked()).toBe(before);
  });
});
