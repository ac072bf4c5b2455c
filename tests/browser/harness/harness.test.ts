import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { Chromium } from './chromium.ts';
import type { BrowserUnderTest, PageUnderTest } from './driver.ts';
import { BROWSER_NAMES } from './find-browser.ts';
import { launchBrowser } from './launch.ts';
import { type RecordingProxy, startRecordingProxy } from './recording-proxy.ts';
import { type SampleExtension, writeSampleExtension } from './sample-extension.ts';
import { html } from './site.ts';

const ARTICLE = `<!doctype html><title>News</title><style>
  body { margin: 0 } h1 { font: 40px/60px sans-serif; margin: 0 }
  button { position: absolute; left: 100px; top: 200px; width: 100px; height: 40px }
  input { position: absolute; left: 100px; top: 300px }
</style><h1>Headline</h1><button>Press</button><input>
<script>
  window.seen = [];
  for (const type of ['mousemove', 'click', 'keydown'])
    addEventListener(type, (event) => seen.push({ type, trusted: event.isTrusted, x: event.clientX, y: event.clientY,
      key: event.key, target: event.target.localName, alt: event.altKey, shift: event.shiftKey }));
</script>`;

interface Seen {
  type: string;
  trusted: boolean;
  x: number;
  y: number;
  key: string;
  target: string;
  alt: boolean;
  shift: boolean;
}

describe.each(BROWSER_NAMES)('%s', (name) => {
  let proxy: RecordingProxy;
  let extension: SampleExtension;
  let browser: BrowserUnderTest;
  let page: PageUnderTest;

  const seen = () => page.evaluate<Seen[]>('window.seen');
  const show = () => page.evaluate(() => void document.dispatchEvent(new Event('sample-show')));

  beforeAll(async () => {
    proxy = await startRecordingProxy();
    proxy.site('news.test', {
      '/': ARTICLE,
      '/strict': html('<h1>Strict</h1>', {
        'content-security-policy': "default-src 'none'; require-trusted-types-for 'script'",
      }),
      '/leaky': html(
        '<h1>Leaky</h1><img src="http://tracker.test/pixel.gif"><img src="https://tracker.test/pixel.gif">',
      ),
      '/faulty': html('<h1>Faulty</h1><script>console.error("said", 1); null.length</script>'),
    });
    proxy.site('localhost', { '/': '<title>Loopback</title>' });
    extension = await writeSampleExtension(name);
    browser = await launchBrowser(name, { proxy, extension: extension.folder, viewport: { width: 900, height: 600 } });
    page = await browser.newPage();
  });

  afterAll(async () => {
    await browser?.close();
    await extension?.remove();
    await proxy?.close();
  });

  beforeEach(async () => {
    await page.goto('http://news.test/');
    await page.waitFor(() => document.documentElement.dataset.heard === 'heard content');
  });

  test('the content script paints its highlight', async () => {
    expect(await page.evaluate(() => CSS.highlights.has('sample'))).toBe(true);
    const red = await page.evaluate(countRed, (await page.screenshot()).toString('base64'));
    expect(red).toBeGreaterThan(1000);
  });

  test('text and place in a closed shadow root are read', async () => {
    expect(await page.shadowText('sample-card')).toBe('');
    await show();
    expect(await page.evaluate(() => document.querySelector('sample-card')?.shadowRoot)).toBeNull();
    expect(await page.shadowText('sample-card')).toBe('Closed to the page');
    expect(await page.shadowRect('sample-card', '#said')).toMatchObject({ width: 120, height: 30 });
    expect(await page.shadowRect('sample-card', '#none')).toBeNull();
    expect(await page.shadowText('no-such-host')).toBeNull();
    expect(await page.evaluateInShadow('sample-card', (root, tag) => root.querySelectorAll(tag).length, 'p')).toBe(2);
  });

  test('evaluate takes arguments and promises, and passes errors on', async () => {
    expect(await page.evaluate((a, b) => Promise.resolve({ sum: a + b }), 1, 2)).toEqual({ sum: 3 });
    expect(await page.evaluate('document.title')).toBe('News');
    expect(await page.evaluate(() => undefined)).toBeNull();
    await expect(page.evaluate(() => Promise.reject(new Error('no luck')))).rejects.toThrow('no luck');
  });

  test('evaluate works under a strict policy', async () => {
    await page.goto('http://news.test/strict');
    expect(await page.evaluate(() => document.querySelector('h1')?.textContent)).toBe('Strict');
    await page.waitFor('document.querySelector("sample-card") !== null');
  });

  test('waitFor says what it saw last', async () => {
    await page.evaluate(() => void setTimeout(() => document.body.append('later'), 100));
    await page.waitFor(() => document.body.textContent?.includes('later'));
    await expect(page.waitFor(() => document.title === 'Other', { timeoutMs: 100 })).rejects.toThrow(
      /Waited 100 ms for .*; the last value was false\./,
    );
  });

  test('the mouse is real', async () => {
    await page.mouseMove(40, 50);
    expect((await seen()).at(-1)).toMatchObject({ type: 'mousemove', trusted: true, x: 40, y: 50 });
    await page.mouseClick(150, 220);
    expect((await seen()).at(-1)).toMatchObject({ type: 'click', trusted: true, target: 'button' });
    expect(await page.evaluate(() => document.querySelector('button')?.matches(':hover'))).toBe(true);
  });

  test('the keyboard is real', async () => {
    await page.press('Alt+Shift+L');
    expect((await seen()).at(-1)).toMatchObject({ type: 'keydown', trusted: true, key: 'L', alt: true, shift: true });
    await page.press('Escape');
    expect((await seen()).at(-1)).toMatchObject({ key: 'Escape', alt: false, shift: false });
    await page.mouseClick(150, 220);
    await page.press('Tab');
    await page.type('Fancy Bear é');
    expect(await page.evaluate(() => document.querySelector('input')?.value)).toBe('Fancy Bear é');
  });

  test.each([
    [320, 640],
    [1400, 900],
  ])('the viewport becomes %i × %i', async (width, height) => {
    await page.setViewport(width, height);
    expect(await page.evaluate(() => [innerWidth, innerHeight])).toEqual([width, height]);
    const png = await page.screenshot();
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([width, height]);
    await page.mouseMove(width - 5, height - 5);
    expect((await seen()).at(-1)).toMatchObject({ x: width - 5, y: height - 5 });
    await page.setViewport(900, 600);
  });

  test('the colour scheme follows', async () => {
    const dark = () => page.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches);
    expect(await dark()).toBe(false);
    await page.emulateColorScheme('dark');
    expect(await dark()).toBe(true);
    await page.emulateColorScheme('light');
    expect(await dark()).toBe(false);
  });

  test('console errors of the page and of the content script are kept', async () => {
    expect(await page.consoleErrors()).toEqual([]);
    await page.goto('http://news.test/faulty');
    await page.evaluate(() => void document.dispatchEvent(new Event('sample-error')));
    const errors = (await page.consoleErrors()).join('\n');
    expect(errors).toContain('said 1');
    expect(errors).toMatch(/null/);
    expect(errors).toContain('from the content script');
  });

  test('extension pages open as pages, beside another tab', async () => {
    const popup = await browser.newPage();
    await popup.goto(browser.extensionUrl('popup.html'));
    await popup.waitFor(() => document.querySelector('p')?.textContent === 'Stored');
    expect(await popup.evaluate('document.title')).toBe('Sample popup');
    // Both at once: a page must not hear what was meant for the other.
    expect(await Promise.all([page.evaluate('document.title'), popup.evaluate('document.title')])).toEqual([
      'News',
      'Sample popup',
    ]);
    await popup.close();
    expect(await page.evaluate('document.title')).toBe('News');
  });

  test('loopback is served by the proxy as well', async () => {
    await page.goto('http://localhost/');
    expect(await page.evaluate(() => [document.title, isSecureContext])).toEqual(['Loopback', true]);
  });

  test('no foreign request was made, and one that is made shows', async () => {
    expect(proxy.foreignUrls()).toEqual([]);
    expect(browser.requestedUrls()).toContain('http://news.test/');
    await page.goto('http://news.test/leaky');
    expect(proxy.foreignUrls().toSorted()).toEqual(['http://tracker.test/pixel.gif', 'https://tracker.test']);
    proxy.forget();
    expect(browser.requestedUrls()).toEqual([]);
  });

  test.runIf(name === 'chromium')('the service worker is evaluated in, stopped and started', async () => {
    if (!(browser instanceof Chromium)) throw new Error('Not Chromium.');
    await browser.serviceWorkerEvaluate('globalThis.mark = 1');
    expect(await browser.serviceWorkerEvaluate('globalThis.mark ?? 0')).toBe(1);
    await browser.stopServiceWorker();
    expect(await browser.serviceWorkerEvaluate((key) => key in globalThis, 'mark')).toBe(false);
    await browser.stopServiceWorker();
    await page.goto('http://news.test/');
    await page.waitFor(() => document.documentElement.dataset.heard === 'heard content');
  });
});

/** Runs in the browser: pixels of a PNG that are plain red. */
async function countRed(base64: string): Promise<number> {
  const image = new Image();
  image.src = `data:image/png;base64,${base64}`;
  await image.decode();
  const canvas = new OffscreenCanvas(image.width, image.height);
  const context = canvas.getContext('2d');
  if (context === null) throw new Error('No canvas.');
  context.drawImage(image, 0, 0);
  const { data } = context.getImageData(0, 0, image.width, image.height);
  let count = 0;
  for (let i = 0; i < data.length; i += 4) if (data[i]! > 240 && data[i + 1]! < 20 && data[i + 2]! < 20) count++;
  return count;
}
