import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { axeViolations } from './axe.ts';
import { CARD_HOST, hover, type Reader, startReader, storeSettings, tabShowing, waitForMark } from './extension.ts';
import type { PageUnderTest } from './harness/driver.ts';
import { BROWSER_NAMES } from './harness/find-browser.ts';
import { poll } from './harness/poll.ts';
import { layoutFaults } from './layout-faults.ts';

const ARTICLE = 'http://news.test/';

interface State {
  name: string;
  /** Page of the extension; `TAB` stands for the number of the article's tab. */
  path: string;
  /** Brings the page into the state, run in it. */
  act?: string;
  /** Holds once the state is reached, run in it. */
  until: string;
  narrow: number;
  wide: number;
}

const type = (query: string) => `{
  const field = document.querySelector('#search');
  Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value').set.call(field, ${JSON.stringify(query)});
  field.dispatchEvent(new Event('input', { bubbles: true }));
}`;
const has = (selector: string) => `document.querySelector(${JSON.stringify(selector)}) !== null`;

/** Every surface in every state that a reader can bring it into. */
const STATES: State[] = [
  { name: 'popup: names', path: 'popup.html?tab=TAB', until: has('.p-story p'), narrow: 320, wide: 380 },
  {
    name: 'popup: a category off',
    path: 'popup.html?tab=TAB',
    act: `document.querySelector('.p-cats button').click()`,
    until: has('.p-cats [aria-pressed="false"]'),
    narrow: 320,
    wide: 380,
  },
  {
    name: 'popup: category on again',
    path: 'popup.html?tab=TAB',
    act: `document.querySelector('.p-cats [aria-pressed="false"]').click()`,
    until: `!${has('.p-cats [aria-pressed="false"]')}`,
    narrow: 380,
    wide: 380,
  },
  {
    name: 'popup: export menu',
    path: 'popup.html?tab=TAB',
    act: `document.querySelector('.p-foot summary').click()`,
    until: has('.p-foot details[open]'),
    narrow: 320,
    wide: 380,
  },
  {
    name: 'popup: search',
    path: 'popup.html?tab=TAB',
    act: type('panda'),
    until: has('.p-res li'),
    narrow: 320,
    wide: 380,
  },
  {
    name: 'popup: search, a guess',
    path: 'popup.html?tab=TAB',
    act: type('salt typhon'),
    until: has('.p-res li'),
    narrow: 320,
    wide: 380,
  },
  {
    name: 'popup: search, nothing',
    path: 'popup.html?tab=TAB',
    act: type('xqzjvkwp'),
    until: has('.p-mid'),
    narrow: 320,
    wide: 380,
  },
  {
    name: 'popup: an entity',
    path: 'popup.html?tab=TAB',
    act: `document.querySelector('.p-list .textbtn').click()`,
    until: has('.p-entity .verdict'),
    narrow: 320,
    wide: 380,
  },
  { name: 'popup: a browser page', path: 'popup.html?tab=OWN', until: has('.p-mid'), narrow: 320, wide: 380 },
  { name: 'side panel', path: 'sidepanel.html?tab=TAB', until: has('.p-story p'), narrow: 260, wide: 520 },
  { name: 'options', path: 'options.html', until: has('.preview'), narrow: 340, wide: 1240 },
  {
    name: 'options: search for a name to mute',
    path: 'options.html#names',
    act: type('bear'),
    until: has('.p-res li'),
    narrow: 340,
    wide: 1240,
  },
  { name: 'first-run page', path: 'welcome.html', until: has('.marked'), narrow: 320, wide: 1240 },
  { name: 'dossier', path: 'dossier.html#actor:apt31', until: has('.ev tbody tr'), narrow: 340, wide: 1240 },
  {
    name: 'dossier: menu',
    path: 'dossier.html#actor:apt31',
    act: `document.querySelector('.d-act summary').click()`,
    until: has('.d-act details[open]'),
    narrow: 340,
    wide: 1240,
  },
  {
    name: 'dossier: long history',
    path: 'dossier.html#actor:lazarus-group',
    until: has('.ev tbody tr'),
    narrow: 340,
    wide: 1240,
  },
  {
    name: 'dossier: long name',
    path: 'dossier.html#agency:ru-gru',
    until: has('.ev tbody tr'),
    narrow: 340,
    wide: 1240,
  },
  { name: 'dossier: search', path: 'dossier.html?q=kitten', until: has('.p-res li'), narrow: 340, wide: 1240 },
  { name: 'dossier: nobody', path: 'dossier.html#actor:nobody', until: has('.d-message'), narrow: 340, wide: 1240 },
];

describe.each(BROWSER_NAMES)('surfaces in %s', (name) => {
  let reader: Reader;
  let page: PageUnderTest;
  let article: PageUnderTest;
  let paths: Record<string, string>;

  beforeAll(async () => {
    reader = await startReader(name, { viewport: { width: 1240, height: 860 } });
    article = await reader.browser.newPage();
    await article.goto(ARTICLE);
    await waitForMark(article, 'actor', 'APT 31');
    page = await reader.browser.newPage();
    await page.goto(reader.browser.extensionUrl('options.html'));
    const own = await tabShowing(page, reader.browser.extensionUrl('options.html'));
    paths = { TAB: String(await tabShowing(page, ARTICLE)), OWN: String(own) };
  });
  afterAll(async () => {
    await storeSettings(reader, {});
    await reader?.close();
  });

  const cardFaults = async () =>
    (await article.evaluateInShadow(CARD_HOST, layoutFaults as (root: ShadowRoot) => string[])) ?? ['no card'];
  const faults = () => page.evaluate(`(${layoutFaults})(document)`) as Promise<string[]>;

  test.each(STATES)('$name', async ({ path, act, until, narrow, wide }) => {
    const address = path.replace(/TAB|OWN/, (which) => paths[which]!);
    await page.setViewport(wide, 860);
    await page.goto('about:blank');
    await page.goto(reader.browser.extensionUrl(address));
    await page.waitFor(act ? `document.querySelector('.popup, .opt, .d, .w') !== null && ${READY}` : until);
    if (act) await page.evaluate(`(() => { ${act} })()`);
    await page.waitFor(until);
    for (const scheme of ['light', 'dark'] as const) {
      await page.emulateColorScheme(scheme);
      expect(await axeViolations(page), `axe, ${scheme}`).toEqual([]);
      for (const width of new Set([wide, narrow])) {
        await page.setViewport(width, 860);
        await page.waitFor(
          `innerWidth <= ${width} && new Promise((done) => requestAnimationFrame(() => setTimeout(() => done(true), 50)))`,
        );
        expect(await faults(), `${scheme}, ${width} px`).toEqual([]);
      }
      await page.setViewport(wide, 860);
    }
    expect(await page.consoleErrors()).toEqual([]);
  });

  test.each([
    ['APT 31', 1240, 860],
    ['APT 31', 320, 560],
    ['NotPetya', 1240, 620],
    ['National Cyber Security Centre', 360, 640],
  ])('the card of %s in %i × %i', async (text, width, height) => {
    await article.setViewport(width, height);
    for (const scheme of ['light', 'dark'] as const) {
      await article.emulateColorScheme(scheme);
      await article.mouseMove(1, 1);
      await article.press('Escape');
      await hover(article, text);
      // Placed a frame after it is drawn.
      await poll(async () => (await cardFaults()).length === 0).catch(() => undefined);
      expect(await cardFaults(), scheme).toEqual([]);
      const box = await article.shadowRect(CARD_HOST, '.card');
      expect(
        box!.x >= 0 && box!.x + box!.width <= width && box!.y >= 0 && box!.y + box!.height <= height,
        JSON.stringify(box),
      ).toBe(true);
    }
  });
});

/** The page has what acts of `STATES` need. */
const READY = `(document.querySelector('.p-list li, .p-mid, .cats, .ev tbody tr, .d-message, .marked') !== null)`;
