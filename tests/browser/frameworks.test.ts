import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { STEPS } from '../pages/frameworks/story.ts';
import { bundle } from './bundle.ts';
import { highlights, type Reader, startReader } from './extension.ts';
import type { BrowserUnderTest, PageUnderTest } from './harness/driver.ts';
import { BROWSER_NAMES } from './harness/find-browser.ts';
import { launchBrowser } from './harness/launch.ts';
import { type RecordingProxy, startRecordingProxy } from './harness/recording-proxy.ts';

const FRAMEWORKS = ['react', 'preact'] as const;
const PAGES = join(import.meta.dirname, '..', 'pages', 'frameworks');

/** Names that each step shows, in any order; what is registered has to be just that. */
const NAMES: readonly string[][] = [
  ['APT28', 'APT31', 'Fancy Bear', 'NotPetya', 'Volt Typhoon'],
  ['Cozy Bear', 'Fancy Bear', 'GCHQ'],
  ['APT31', 'Salt Typhoon', 'WannaCry'],
  [],
  ['APT29', 'APT31', 'NotPetya', 'Volt Typhoon'],
];

/** Frameworks rewrite text that is highlighted; the page must not notice, and no stale mark may stay. */
describe.each(BROWSER_NAMES)('pages that rewrite their text, in %s', (name) => {
  let reader: Reader;
  let bare: BrowserUnderTest;
  let bareProxy: RecordingProxy;

  beforeAll(async () => {
    const pages: Record<string, string> = {};
    for (const framework of FRAMEWORKS) {
      const script = await bundle(join(PAGES, `${framework}.ts`));
      pages[`/${framework}`] =
        `<!doctype html><meta charset="utf-8"><title>${framework}</title><div id="root"></div><script>${script.replaceAll('</script', '<\\/script')}</script>`;
    }
    reader = await startReader(name);
    reader.proxy.site('frameworks.test', pages);
    bareProxy = await startRecordingProxy();
    bareProxy.site('frameworks.test', pages);
    bare = await launchBrowser(name, { proxy: bareProxy });
  });
  afterAll(async () => {
    await reader?.close();
    await bare?.close();
    await bareProxy?.close();
  });

  test.each(FRAMEWORKS)('%s shows exactly what it shows without the extension', async (framework) => {
    const plain = await bare.newPage();
    await plain.goto(`http://frameworks.test/${framework}`);
    const marked = await reader.browser.newPage();
    await marked.goto(`http://frameworks.test/${framework}`);
    for (const step of [0, 1, 2, 3, 4, 1, 0, 4, 2]) {
      await show(plain, step);
      await show(marked, step);
      await settled(marked, NAMES[step]!);
      expect(await body(marked), `step ${step}`).toBe(await body(plain));
    }
    expect(await marked.consoleErrors()).toEqual([]);
    await plain.close();
    await marked.close();
  });

  test.each(FRAMEWORKS)('%s leaves no mark on text that has changed, not even for a frame', async (framework) => {
    const page = await reader.browser.newPage();
    await page.goto(`http://frameworks.test/${framework}`);
    await settled(page, NAMES[0]!);
    // The observer runs before the next paint: whatever is registered then must spell a whole name.
    const stale = await page.evaluate(async (steps: number) => {
      const wrong: string[] = [];
      for (let i = 1; i <= 40; i++) {
        (globalThis as unknown as { show(step: number): void }).show(i % steps);
        await new Promise((resolve) => requestAnimationFrame(resolve));
        for (const highlight of CSS.highlights.values()) {
          for (const range of highlight) {
            const live = document.createRange();
            try {
              live.setStart(range.startContainer, range.startOffset);
              live.setEnd(range.endContainer, range.endOffset);
            } catch {
              wrong.push('a range beyond its text');
              continue;
            }
            const isName = /^(APT ?\d+|(Volt|Salt) Typhoon|(Fancy|Cozy) Bear|GCHQ|NotPetya|WannaCry)$/.test(
              live.toString(),
            );
            if (!isName || !range.startContainer.isConnected) wrong.push(live.toString());
          }
        }
      }
      return wrong;
    }, STEPS.length);
    expect(stale).toEqual([]);
    await page.close();
  });
});

function show(page: PageUnderTest, step: number): Promise<void> {
  return page.evaluate((next: number) => (globalThis as unknown as { show(step: number): void }).show(next), step);
}

function body(page: PageUnderTest): Promise<string> {
  return page.evaluate(() => document.getElementById('root')!.innerHTML);
}

async function settled(page: PageUnderTest, wanted: string[]): Promise<void> {
  const deadline = Date.now() + 5_000;
  for (;;) {
    const marks = Object.values(await highlights(page))
      .flat()
      .sort();
    if (JSON.stringify(marks) === JSON.stringify(wanted)) return;
    if (Date.now() > deadline) throw new Error(`marked ${JSON.stringify(marks)}, wanted ${JSON.stringify(wanted)}`);
    await new Promise((resolve) => setTimeout(resolve, 30));
  }
}
