import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { bundle } from './bundle.ts';
import { hover, placeOf, type Reader, startReader, storeSettings, waitForMark } from './extension.ts';
import { BROWSER_NAMES } from './harness/find-browser.ts';

const PAGES = join(import.meta.dirname, '..', 'pages', 'traces');

/** After "off", a page is as it was. */
describe.each(BROWSER_NAMES)('switching off in %s', (name) => {
  let reader: Reader;

  beforeAll(async () => {
    reader = await startReader(name);
    const session = (await bundle(join(PAGES, 'session.ts'))).replaceAll('</script', '<\\/script');
    const body = Array.from({ length: 400 }, (_, i) => `<p>Paragraph ${i} names APT31 and goes on.</p>`).join('');
    reader.proxy.site('traces.test', {
      '/counted': `<!doctype html><meta charset="utf-8"><title>Counted</title><script>${readFileSync(join(PAGES, 'counters.js'), 'utf8')}</script><body>${body}<script>${session}</script>`,
      '/rooted': `<!doctype html><meta charset="utf-8"><title>Rooted</title><body><p>APT31 outside.</p><x-box></x-box><script>
        document.querySelector('x-box').attachShadow({ mode: 'open' }).innerHTML = '<p>Volt Typhoon inside.</p>';
        window.heard = []; addEventListener('message', (event) => heard.push(event.data));
        for (const type of ['wxt:content-script-started']) document.addEventListener(type, () => heard.push(type));
      </script>`,
    });
  });
  afterAll(() => reader?.close());

  test('takes away every listener, observer, timer and highlight of a session', async () => {
    const page = await reader.browser.newPage();
    // The extension itself is off here, so that only the counted session is at work.
    await storeSettings(reader, { sites: { mode: 'all-but', hosts: ['traces.test'] } });
    await page.goto('http://traces.test/counted');
    const before = await page.evaluate<string[]>('window.leftOpen()');
    await page.evaluate(() => {
      (window as unknown as { endSession: () => void }).endSession = (
        globalThis as unknown as { startSession(): () => void }
      ).startSession();
    });
    await page.waitFor(() => (CSS.highlights.get('attribution-lens-actor')?.size ?? 0) > 0);
    const { x, y } = await placeOf(page, 'APT31');
    await page.mouseMove(x - 1, y);
    await page.mouseMove(x, y);
    await page.waitFor(() => (globalThis as unknown as { cardShown?: boolean }).cardShown === true);
    const during = await page.evaluate<string[]>('window.leftOpen()');
    expect(during).toEqual(
      expect.arrayContaining(['MutationObserver', 'IntersectionObserver', 'listener for pointermove']),
    );
    await page.evaluate('(window.endSession(), null)');
    expect(await page.evaluate<string[]>('window.leftOpen()')).toEqual(before);
    expect(await page.evaluate(() => [CSS.highlights.size, document.adoptedStyleSheets.length])).toEqual([0, 0]);
    await page.close();
    await storeSettings(reader, {});
  });

  test('takes away highlights, sheets and an open card of the extension at once', async () => {
    const page = await reader.browser.newPage();
    await page.goto('http://traces.test/rooted');
    await waitForMark(page, 'actor', 'Volt Typhoon');
    const before = await page.evaluate(() => document.documentElement.outerHTML);
    await hover(page, 'APT31');
    await storeSettings(reader, { sites: { mode: 'only', hosts: ['elsewhere.test'] } });
    await page.waitFor(() => CSS.highlights.size === 0);
    const left = await page.evaluate(() => ({
      sheets:
        document.adoptedStyleSheets.length + document.querySelector('x-box')!.shadowRoot!.adoptedStyleSheets.length,
      html: document.documentElement.outerHTML,
      heard: (globalThis as unknown as { heard: unknown[] }).heard.length,
    }));
    expect(left).toEqual({ sheets: 0, html: before, heard: 0 });
    await storeSettings(reader, {});
    await waitForMark(page, 'actor', 'APT31');
    await page.close();
  });
});
