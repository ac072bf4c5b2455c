import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { highlights, type Reader, startReader, waitForMark } from './extension.ts';
import { BROWSER_NAMES } from './harness/find-browser.ts';

const FANCY = 'Fancy Bear';

/** Ways in which pages write names: markup → what has to be marked whole. */
const WRITTEN: readonly [string, string][] = [
  ['APT31', 'APT31'],
  ['APT-31', 'APT-31'],
  ['APT\u201131', 'APT\u201131'],
  ['APT&nbsp;31', 'APT\u00a031'],
  ['APT31’s tools', 'APT31'],
  ['“APT31”', 'APT31'],
  ['by APT31.', 'APT31'],
  ['#APT31', 'APT31'],
  ['APT31-linked', 'APT31'],
  ['Fancy <b>Bear</b>', FANCY],
  ['Fan<i>cy</i> Bear', FANCY],
  ['Fan&shy;cy Bear', 'Fan\u00adcy Bear'],
  ['Fancy\n        Bear', 'Fancy\n        Bear'],
  ['<a href="#">Fancy</a> <em><strong>Bear</strong></em>', FANCY],
  ['APT31<sup>1</sup>', 'APT31'],
  ['<span style="display:inline-block">APT31</span><span style="display:inline-block">and</span>', 'APT31'],
];

const NOT_MARKED: readonly string[] = [
  'the silence fell',
  'Mercury rose',
  'UPS delivered',
  'xAPT31',
  'APT311',
  '<code>APT31</code>',
  '<pre>APT31</pre>',
  '<textarea>APT31</textarea>',
  '<input value="APT31">',
  '<div contenteditable>APT31</div>',
  'https://example.org/APT31/',
  'apt31@example.org',
  'Fancy</p><p>Bear',
  'Fancy, Bear',
];

describe.each(BROWSER_NAMES)('forms of names in %s', (name) => {
  let reader: Reader;

  beforeAll(async () => {
    reader = await startReader(name);
    const rows = [...WRITTEN.map(([markup]) => markup), ...NOT_MARKED].map(
      (markup, i) => `<section id="case-${i}"><p>${markup}</p></section>`,
    );
    reader.proxy.site('forms.test', {
      '/': `<!doctype html><meta charset="utf-8"><title>Forms</title><body>${rows.join('\n')}<p id="end">WannaCry</p>`,
      '/nested': `<!doctype html><meta charset="utf-8"><title>Frames and roots</title><body>
        <p>Outside: APT29.</p><news-box></news-box><iframe srcdoc="<p>Inside a frame of the same origin: Volt Typhoon.</p>" width="400" height="200"></iframe>
        <script>
          const shadow = document.querySelector('news-box').attachShadow({ mode: 'open' });
          shadow.innerHTML = '<p>In a shadow root: Salt <b>Typhoon</b>.</p>';
        </script>`,
    });
  });
  afterAll(() => reader?.close());

  test('are marked whole, or not at all', async () => {
    const page = await reader.browser.newPage();
    await page.goto('http://forms.test/');
    await waitForMark(page, 'incident', 'WannaCry');
    const marked = await page.evaluate(() => {
      const byCase: Record<string, string[]> = {};
      for (const highlight of CSS.highlights.values()) {
        for (const range of highlight) {
          const live = document.createRange();
          live.setStart(range.startContainer, range.startOffset);
          live.setEnd(range.endContainer, range.endOffset);
          const id = range.startContainer.parentElement?.closest('section')?.id ?? 'end';
          byCase[id] = [...(byCase[id] ?? []), live.toString()];
        }
      }
      return byCase;
    });
    const wanted = Object.fromEntries(WRITTEN.map(([, text], i) => [`case-${i}`, [text]]));
    expect(marked).toEqual({ ...wanted, end: ['WannaCry'] });
    await page.close();
  });

  test('are found in open shadow roots and in frames of the same origin', async () => {
    const page = await reader.browser.newPage();
    await page.goto('http://forms.test/nested');
    await waitForMark(page, 'actor', 'APT29');
    await waitForMark(page, 'actor', 'Salt Typhoon');
    await page.waitFor(() => {
      const registry = (document.querySelector('iframe')!.contentWindow as unknown as { CSS: typeof CSS }).CSS
        .highlights;
      return (registry.get('attribution-lens-actor')?.size ?? 0) === 1;
    });
    expect((await highlights(page))['attribution-lens-actor']?.sort()).toEqual(['APT29', 'Salt Typhoon']);
    await page.close();
  });

  test('are followed when a single-page application goes elsewhere', async () => {
    const page = await reader.browser.newPage();
    await page.goto('http://forms.test/');
    await waitForMark(page, 'incident', 'WannaCry');
    await page.evaluate(() => {
      history.pushState({}, '', '/elsewhere');
      document.body.innerHTML = '<h1>NotPetya</h1>';
    });
    await waitForMark(page, 'incident', 'NotPetya');
    expect(Object.values(await highlights(page)).flat()).toEqual(['NotPetya']);
    await page.close();
  });
});
