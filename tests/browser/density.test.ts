import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { highlights, type Reader, startReader, storeSettings, waitForMark } from './extension.ts';
import type { PageUnderTest } from './harness/driver.ts';
import { BROWSER_NAMES } from './harness/find-browser.ts';
import { poll } from './harness/poll.ts';

const PAGE = `<!doctype html><meta charset="utf-8"><title>Sections</title><body>
<h1>Who is APT31?</h1>
<p id="a">APT31 hackers and APT31 again; GCHQ said so.</p>
<p id="b">APT31 once more, and APT28.</p>
<h2>Since then</h2>
<p id="c">APT31 returned. GCHQ spoke of APT31.</p>
<div id="late"></div>`;

/** How much is marked: every mention or the first in each section, and what the reader has muted. */
describe.each(BROWSER_NAMES)('density of marks in %s', (name) => {
  let reader: Reader;
  let page: PageUnderTest;

  beforeAll(async () => {
    reader = await startReader(name, { viewport: { width: 900, height: 700 } });
    reader.proxy.site('density.test', { '/': PAGE });
    page = await reader.browser.newPage();
    await page.goto('http://density.test/');
    await waitForMark(page, 'actor', 'APT28');
  });
  afterAll(() => reader?.close());

  /** Marked names, in the order of the page, each with where it stands. */
  const marked = () =>
    page.evaluate(() =>
      [...CSS.highlights.values()]
        .flatMap((highlight) => [...highlight])
        .sort((a, b) => {
          const [x, y] = [a.startContainer, b.startContainer];
          if (x === y) return a.startOffset - b.startOffset;
          return x.compareDocumentPosition(y) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1;
        })
        .map(({ startContainer, startOffset, endOffset }) => {
          const { id, localName } = startContainer.parentElement!;
          return `${id || localName} ${(startContainer as Text).data.slice(startOffset, endOffset)}`;
        }),
    );
  const becomes = async (wanted: string[]) => {
    await poll(async () => JSON.stringify(await marked()) === JSON.stringify(wanted)).catch(() => undefined);
    expect(await marked()).toEqual(wanted);
  };
  const EVERY = ['h1 APT31', 'a APT31', 'a APT31', 'a GCHQ', 'b APT31', 'b APT28', 'c APT31', 'c GCHQ', 'c APT31'];

  test('every mention, unless the reader wants fewer', () => becomes(EVERY));

  test('the first in each section, at once, and of what comes later', async () => {
    await storeSettings(reader, { mentions: 'first' });
    await becomes(['h1 APT31', 'a GCHQ', 'b APT28', 'c APT31', 'c GCHQ']);
    await page.evaluate(() => {
      document.getElementById('late')!.innerHTML = '<h2>Later</h2><p id="d">APT28 and APT28, hackers.</p>';
    });
    await becomes(['h1 APT31', 'a GCHQ', 'b APT28', 'c APT31', 'c GCHQ', 'd APT28']);
    await page.evaluate(() => document.querySelector('h1')!.remove());
    await becomes(['a APT31', 'a GCHQ', 'b APT28', 'c APT31', 'c GCHQ', 'd APT28']);
  });

  test('a muted entity is marked nowhere and not counted', async () => {
    await storeSettings(reader, { muted: ['actor:apt31'] });
    await becomes(['a GCHQ', 'b APT28', 'c GCHQ', 'd APT28', 'd APT28']);
    await storeSettings(reader, {});
    await poll(
      async () =>
        Object.values(await highlights(page))
          .flat()
          .includes('APT31'),
      { what: 'APT31 marked again' },
    );
  });
});
