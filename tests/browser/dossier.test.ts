import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { StixBundle } from '../../lib/export/stix/bundle.ts';
import { stixFaults } from '../fixtures/stix-rules.ts';
import { axeViolations } from './axe.ts';
import { CARD_HOST, hover, type Reader, startReader, tabShowing, waitForMark } from './extension.ts';
import type { PageUnderTest } from './harness/driver.ts';
import { BROWSER_NAMES } from './harness/find-browser.ts';
import { poll } from './harness/poll.ts';

const ARTICLE = 'http://news.test/';

describe.each(BROWSER_NAMES)('the dossier in %s', (name) => {
  let reader: Reader;
  let page: PageUnderTest;

  beforeAll(async () => {
    reader = await startReader(name, { viewport: { width: 1240, height: 900 } });
    page = await reader.browser.newPage();
  });
  afterAll(() => reader?.close());
  beforeEach(async () => {
    await page.setViewport(1240, 900);
    await page.emulateColorScheme('light');
    await open('actor:apt31');
  });

  /** Opens a dossier by its address, from scratch. */
  async function open(id: string): Promise<void> {
    await page.goto('about:blank');
    await page.goto(reader.browser.extensionUrl(`dossier.html#${id}`));
    await page.waitFor(() => document.querySelector('.d-head h1, .d-message h1') !== null);
  }

  /** A text of the page, whatever its line breaks. */
  const text = (selector: string) =>
    page.evaluate(
      (wanted: string) => (document.querySelector(wanted)?.textContent ?? '').replace(/\s+/g, ' '),
      selector,
    );
  const count = (selector: string) =>
    page.evaluate((wanted: string) => document.querySelectorAll(wanted).length, selector);
  const click = (selector: string) =>
    page.evaluate((wanted: string) => (document.querySelector(wanted) as HTMLElement).click(), selector);

  test('of APT31 opens by its address, with verdict, axis, events, relations, names and sources', async () => {
    expect(await text('h1')).toBe('APT31');
    expect(await page.evaluate(() => document.title)).toBe('APT31: dossier');
    expect(await text('.d-verdict')).toMatch(/^Attributed to China’s MSS \(Hubei\) by the US; .*China denies it\./);
    expect(await text('.d-aside')).toContain('Not the UK Electoral Commission breach');
    expect(await count('.axis-mark')).toBeGreaterThan(12);
    expect(await count('.ev tbody tr')).toBeGreaterThan(12);
    expect(await text('.ev')).toContain('“almost certain”');
    expect(await text('.graph')).toContain('not tied');
    expect(await text('.vt')).toContain('Violet Typhoon');
    expect(await count('.srcs li')).toBeGreaterThan(10);
    expect(await page.consoleErrors()).toEqual([]);
  });

  test('filters work together, on the table and on the axis, and can be undone', async () => {
    const [rows, marks] = [await count('.ev tbody tr'), await count('.axis-mark')];
    await click('.d-filters [name="answer"]');
    await page.waitFor(() => document.querySelector('.ev .contra') === null);
    expect(await count('.axis-lane.contra')).toBe(0);
    await page.evaluate(() => {
      const select = document.querySelector('.d-filters select') as HTMLSelectElement;
      select.value = 'GB';
      select.dispatchEvent(new Event('change', { bubbles: true }));
    });
    await page.waitFor(() =>
      [...document.querySelectorAll('.ev tbody b')].every((cell) => cell.textContent?.includes('United Kingdom')),
    );
    expect(await text('.d-filters [role="status"]')).toBe(`${await count('.ev tbody tr')} of ${rows}`);
    await click('.d-filters .end .textbtn');
    await page.waitFor(() => document.querySelector('.ev .contra') !== null);
    expect([await count('.ev tbody tr'), await count('.axis-mark')]).toEqual([rows, marks]);
  });

  test('a mark leads to its row; arrow keys go from mark to mark', async () => {
    await page.evaluate(() => (document.querySelector('.axis-mark[tabindex="0"]') as HTMLElement).focus());
    await page.press('ArrowRight');
    await page.press('ArrowRight');
    const date = await page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? '');
    expect(date).toMatch(/Go to its row$/);
    await page.press('Enter');
    await page.waitFor(() => document.activeElement?.tagName === 'TR');
    const row = await page.evaluate(() => document.activeElement?.querySelector('b')?.textContent ?? '');
    expect(date).toContain(row);
    expect(await count('.axis-mark[tabindex="0"]')).toBe(1);
  });

  test('the axis zooms and moves, and comes back', async () => {
    const shown = () => text('.axis-controls [role="status"]');
    const all = await shown();
    await click('[aria-label="Zoom in"]');
    await page.waitFor(() => !(document.querySelector('.axis-controls .btn:last-child') as HTMLButtonElement).disabled);
    const closer = await shown();
    await click('[aria-label="Later"]');
    await poll(async () => (await shown()) !== closer);
    await click('.axis-controls .btn:last-child');
    await poll(async () => (await shown()) === all);
    expect(
      await page.evaluate(() => (document.querySelector('[aria-label="Later"]') as HTMLButtonElement).disabled),
    ).toBe(true);
  });

  test('relations and search lead to other dossiers, Back returns', async () => {
    await page.evaluate(() => {
      location.hash = document.querySelector('.graph a')!.getAttribute('href')!;
    });
    await page.waitFor(() => document.querySelector('h1')?.textContent !== 'APT31');
    await page.evaluate(() => history.back());
    await page.waitFor(() => document.querySelector('h1')?.textContent === 'APT31');
    await page.evaluate(() => (document.querySelector('#search') as HTMLElement).focus());
    await page.type('salt typhon');
    await page.waitFor(() => document.querySelector('.p-res b')?.textContent === 'Salt Typhoon');
    await page.press('Enter');
    await page.waitFor(() => document.querySelector('h1')?.textContent === 'Salt Typhoon');
    expect(await page.evaluate(() => location.hash)).toBe('#actor:salt-typhoon');
  });

  describe('exports', () => {
    /** Chooses a format, and returns the file that the browser was handed: its name and its text. */
    function exported(format: string): Promise<{ name: string; text: string }> {
      return page.evaluate(async (wanted: string) => {
        const handed = new Promise<Blob>((resolve) => {
          const create = URL.createObjectURL;
          URL.createObjectURL = (blob) => {
            resolve(blob as Blob);
            return create.call(URL, blob);
          };
        });
        const named = new Promise<string>((resolve) => {
          HTMLAnchorElement.prototype.click = function () {
            resolve(this.download);
          };
        });
        (document.querySelector('.menu-root summary') as HTMLElement).click();
        const items = [...document.querySelectorAll<HTMLElement>('.menu button')];
        items.find((button) => button.querySelector('span')?.textContent === wanted)!.click();
        return { name: await named, text: await (await handed).text() };
      }, format);
    }

    test('STIX 2.1 without faults', async () => {
      const { name: file, text: content } = await exported('STIX 2.1');
      expect(file).toMatch(/^apt31-\d{4}\.\d+\.\d+\.stix\.json$/);
      const bundle = JSON.parse(content) as StixBundle;
      expect(stixFaults(bundle)).toEqual([]);
      expect(bundle.objects.some((object) => object.name === 'APT31')).toBe(true);
    });
    test('CSV with a row an event', async () => {
      const { text: content } = await exported('CSV');
      const rows = parse(content, { columns: true, record_delimiter: '\r\n' }) as Record<string, string>[];
      expect(
        rows.some(({ kind, confidenceWording }) => kind === 'statement' && confidenceWording === 'almost certain'),
      ).toBe(true);
    });
    test.each([
      ['JSON', /"format": "attribution-lens-feed"/],
      ['Markdown', /^# APT31\n/],
      ['BibTeX', /^@misc\{attribution-lens-actor-apt31,/],
      ['RIS', /^TY {2}- DATA\r\n/],
      ['Plain citations', /^Attribution Lens contributors, “APT31, in: Attribution Lens dataset”/],
    ])('%s', async (format, start) => {
      expect((await exported(format)).text).toMatch(start);
    });
    test('from a menu that Escape closes, with the focus back on its button', async () => {
      await page.evaluate(() => (document.querySelector('.menu-root summary') as HTMLElement).focus());
      await page.press('Enter');
      await page.waitFor(() => (document.querySelector('.menu-root') as HTMLDetailsElement).open);
      await page.press('Tab');
      await page.press('Escape');
      await page.waitFor(() => !(document.querySelector('.menu-root') as HTMLDetailsElement).open);
      expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('SUMMARY');
    });
  });

  test('an address that is not on file says so; without one, it asks', async () => {
    await open('actor:no-such-group');
    expect(await text('.d-message')).toContain('Nothing is on file under this address.');
    await open('%E0%A4%A');
    expect(await text('.d-message')).toContain('Nothing is on file');
    await open('');
    expect(await text('h1')).toBe('Whose dossier?');
  });

  describe('looks right', () => {
    const SUBJECTS = [
      ['a long history', 'actor:lazarus-group'],
      ['a long name', 'agency:ru-gru'],
      ['an incident', 'incident:notpetya'],
      ['names from right to left', 'actor:predatory-sparrow'],
      ['no events', 'actor:apt19'],
    ] as const;
    test.each(SUBJECTS)(
      '%s: nothing is wider than the window, wide or narrow, no words lie on words',
      async (_, id) => {
        await open(id);
        for (const width of [1240, 768, 360, 320]) {
          await page.setViewport(width, 900);
          await page.waitFor(
            `innerWidth <= ${width} && new Promise((done) => requestAnimationFrame(() => setTimeout(() => done(true), 60)))`,
          );
          const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
          expect(over, `${width} px`).toBeLessThanOrEqual(0);
          expect(await page.evaluate(overlappingWords), `${width} px`).toEqual([]);
        }
      },
    );
    test.each(['light', 'dark'] as const)('axe finds nothing in %s', async (scheme) => {
      await page.emulateColorScheme(scheme);
      for (const id of ['actor:apt31', 'actor:lazarus-group', 'actor:predatory-sparrow', '']) {
        await open(id);
        await page.evaluate(() => {
          for (const details of document.querySelectorAll('details')) details.open = true;
        });
        expect(await axeViolations(page), id).toEqual([]);
      }
      await page.setViewport(360, 800);
      await open('actor:apt31');
      expect(await axeViolations(page), 'narrow').toEqual([]);
    });
  });

  test('is reached from a card', async () => {
    const article = await reader.browser.newPage();
    await article.goto(ARTICLE);
    await waitForMark(article, 'actor', 'APT 31');
    await hover(article, 'APT 31');
    await article.evaluateInShadow(CARD_HOST, (root) =>
      (root.querySelector('.card-foot .lead') as HTMLElement).click(),
    );
    const address = reader.browser.extensionUrl('dossier.html#actor:apt31');
    await poll(async () => (await tabShowing(page, address)) >= 0, { what: 'a tab with the dossier' });
    await article.close();
  });

  test('the popup exports what the page names', async () => {
    const article = await reader.browser.newPage();
    await article.goto(ARTICLE);
    await waitForMark(article, 'actor', 'APT 31');
    const tab = await tabShowing(page, ARTICLE);
    await page.goto(reader.browser.extensionUrl(`popup.html?tab=${tab}`));
    await page.waitFor(() => document.querySelector('.p-foot .menu button') !== null);
    const saved = await page.evaluate(async () => {
      const blob = new Promise<Blob>((resolve) => {
        const create = URL.createObjectURL;
        URL.createObjectURL = (content) => {
          resolve(content as Blob);
          return create.call(URL, content);
        };
      });
      HTMLAnchorElement.prototype.click = () => {};
      (document.querySelector('.p-foot .menu button') as HTMLElement).click();
      return (await blob).text();
    });
    const bundle = JSON.parse(saved) as StixBundle;
    expect(stixFaults(bundle)).toEqual([]);
    expect(bundle.objects.find(({ abstract }) => abstract === 'Names in news.test')?.content).toMatch(
      /APT ?31.* \(\d+\)/,
    );
    await article.close();
  });
});

/** Texts of the axis and of the graph that lie on one another by more than a hair, as the page paints them. */
function overlappingWords(): string[] {
  const found: string[] = [];
  for (const selector of ['.axis-title, .axis-label, .axis-span a, .axis-span b, .axis-mark', '.graph text']) {
    const words = [...document.querySelectorAll(selector)].map((element) => {
      const painted = document.createRange();
      painted.selectNodeContents(element);
      return {
        name: element.textContent || element.getAttribute('title') || '',
        box: (element.querySelector('.mark') ?? painted).getBoundingClientRect(),
      };
    });
    words.forEach((a, i) => {
      for (const b of words.slice(i + 1)) {
        const wide = Math.min(a.box.right, b.box.right) - Math.max(a.box.left, b.box.left);
        const high = Math.min(a.box.bottom, b.box.bottom) - Math.max(a.box.top, b.box.top);
        if (wide > 3 && high > 3) found.push(`${a.name} / ${b.name}`);
      }
    });
  }
  return found;
}
