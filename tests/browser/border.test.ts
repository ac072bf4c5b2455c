import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { evaluateAsContentScript } from './content-world.ts';
import { type Reader, startReader, storeSettings, tabShowing, waitForMark } from './extension.ts';
import type { ChromiumPage } from './harness/chromium-page.ts';
import type { PageUnderTest } from './harness/driver.ts';
import { BROWSER_NAMES } from './harness/find-browser.ts';
import { html } from './harness/site.ts';

/** What a page can do to the extension, and what somebody can who has got hold of the page's process. */
describe.each(BROWSER_NAMES)('the border in %s', (name) => {
  let reader: Reader;
  let page: PageUnderTest;

  beforeAll(async () => {
    reader = await startReader(name);
    const body =
      '<!doctype html><meta charset="utf-8"><title>Border</title><p>APT31 struck.</p><div id="frames"></div>';
    reader.proxy.site('border.test', {
      '/': body,
      '/sandboxed': html(body, { 'content-security-policy': 'sandbox allow-scripts' }),
    });
    page = await reader.browser.newPage();
    await page.goto('http://border.test/');
    await waitForMark(page, 'actor', 'APT31');
  });
  afterAll(() => reader?.close());

  test.each([
    'popup.html',
    'options.html',
    'dossier.html',
    'card.js',
    'page.js',
    'data/names.bin',
    'icon.svg',
    'manifest.json',
  ])('a page can load no %s, in a frame or otherwise', async (file) => {
    const url = reader.browser.extensionUrl(file);
    const got = await page.evaluate(async (address: string) => {
      const frame = document.createElement('iframe');
      frame.src = address;
      document.getElementById('frames')!.replaceChildren(frame);
      await new Promise((resolve) => {
        frame.addEventListener('load', resolve);
        frame.addEventListener('error', resolve);
        setTimeout(resolve, 1000);
      });
      let shown = 'another origin';
      try {
        shown = frame.contentDocument?.body?.textContent || 'nothing';
      } catch {
        // It is kept apart, as an error page is.
      }
      const fetched = await fetch(address).then(
        () => 'loaded',
        () => 'refused',
      );
      const image = new Image();
      const isImage = await new Promise((resolve) => {
        image.addEventListener('load', () => resolve(true));
        image.addEventListener('error', () => resolve(false));
        image.src = address;
      });
      frame.remove();
      return { fetched, isImage, isOurs: /Attribution Lens/.test(shown) };
    }, url);
    expect(got).toEqual({ fetched: 'refused', isImage: false, isOurs: false });
  });

  test('a page has no way to send a message', async () => {
    const ways = await page.evaluate(() => {
      const { chrome, browser } = window as unknown as Record<
        string,
        { runtime?: { sendMessage?: unknown } } | undefined
      >;
      return [typeof chrome?.runtime?.sendMessage, typeof browser?.runtime?.sendMessage];
    });
    expect(ways).toEqual(['undefined', 'undefined']);
  });

  test('a sandboxed page is read like any other', async () => {
    const sandboxed = await reader.browser.newPage();
    await sandboxed.goto('http://border.test/sandboxed');
    await waitForMark(sandboxed, 'actor', 'APT31');
    await sandboxed.close();
  });

  describe.runIf(name === 'chromium')('with the rights of the content script', () => {
    const run = <T>(expression: string) =>
      evaluateAsContentScript<T>(page as ChromiumPage, reader.browser.extensionUrl(''), expression);
    const refusal = (expression: string) =>
      // Errors cross between contexts as answers of their own form (`lib/messages.ts`).
      run<string>(`${expression}.then((answer) => answer?.refused ?? 'answered', (error) => error.message)`);
    const send = (to: string, content: object) =>
      `chrome.runtime.sendMessage(${JSON.stringify({ to, with: content })})`;

    test('nothing stored can be read or written', async () => {
      for (const area of ['local', 'session']) {
        expect(await refusal(`chrome.storage.${area}.get(null)`)).toMatch(/not allowed/);
        expect(await refusal(`chrome.storage.${area}.set({ settings: {} })`)).toMatch(/not allowed/);
      }
    });

    test.each([
      ['tabSummary', { tab: 1 }],
      ['jump', { tab: 1, step: 1 }],
      ['excerpt', { ids: ['actor:apt31'], title: 'x' }],
      ['about', {}],
      ['searchEntries', {}],
    ])('%s is refused', async (to, content) => {
      expect(await refusal(send(to, content))).toBe('not for this sender');
    });

    test('settings come without lists', async () => {
      await storeSettings(reader, { sites: { mode: 'all-but', hosts: ['bank.test'] }, muted: ['actor:apt5'] });
      const settings = await run<object>(send('settings', {}));
      expect(Object.keys(settings).sort()).toEqual([
        'categories',
        'closeGrace',
        'described',
        'isOn',
        'mentions',
        'openDelay',
        'style',
        'uncertain',
      ]);
      expect(JSON.stringify(settings)).not.toMatch(/bank\.test|apt5/);
    });

    test('no other page of ours opens, and the dossier once', async () => {
      const tabs = () => own.evaluate<string[]>('chrome.tabs.query({}).then((all) => all.map(({ url }) => url))');
      const own = await reader.browser.newPage();
      await own.goto(reader.browser.extensionUrl('options.html'));
      const before = await tabs();
      for (const id of ['../options.html', '?q=chosen', 'actor:nobody']) await run(send('openDossier', { id }));
      // The options page is the one in front.
      await run(send('openDossier', { id: 'actor:apt31' }));
      expect(await tabs()).toEqual(before);
      const id = await tabShowing(own, 'http://border.test/');
      await own.evaluate(`chrome.tabs.update(${id}, { active: true }).then(() => true)`);
      await run(`Promise.all(Array.from({ length: 9 }, () => ${send('openDossier', { id: 'actor:apt31' })}))`);
      const opened = (await tabs()).filter((url) => !before.includes(url));
      expect(opened).toEqual([reader.browser.extensionUrl('dossier.html#actor:apt31')]);
    });
  });
});
