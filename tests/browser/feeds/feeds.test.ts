import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { BAD_FEEDS } from '../../fixtures/bad-feeds.ts';
import { BAD_SERVERS } from '../../fixtures/feed-server.ts';
import { bundleOf } from '../../fixtures/stix-bundle.ts';
import { axeViolations } from '../axe.ts';
import { highlights, hover, waitForMark } from '../extension.ts';
import { Chromium } from '../harness/chromium.ts';
import type { PageUnderTest } from '../harness/driver.ts';
import { BROWSER_NAMES } from '../harness/find-browser.ts';
import type { Answer } from '../harness/site.ts';
import { publishCore } from './core-feed.ts';
import { buildForFeeds, type FeedReader, nameId, startFeedReader } from './feed-reader.ts';

const FIXTURES = join(import.meta.dirname, '..', '..', 'fixtures', 'feeds');
const FEEDS = 'http://feeds.localhost';
const GROUPS = `${FEEDS}/groups.json`;
const ID = nameId('web', GROUPS);
const PAGE =
  '<!doctype html><meta charset="utf-8"><title>News</title><body><p>Analysts tie Quillfeather and Aspenfall to the theft. So do others, of Saltmarsh Weasel of Brindlewick and of APT31.</p>';

/** The published files of ATT&CK, MISP and Microsoft below the folder that the variable names, if it does. */
const UPSTREAM = process.env.ATTRIBUTION_LENS_UPSTREAM
  ? readdirSync(process.env.ATTRIBUTION_LENS_UPSTREAM, { recursive: true, withFileTypes: true })
      .filter(({ name }) =>
        /^(enterprise-attack.*|threat-actor|intelligence-agencies|MicrosoftMapping)\.json$/.test(name),
      )
      .map(({ parentPath, name }) => join(parentPath, name))
  : [];

/** Of 64 MB, which `tests/unit/feeds/download.test.ts` reads from a server of its own. */
const TOO_LONG_FOR_HERE = 'more than the limit, of no length told';

describe.each(BROWSER_NAMES)('data feeds in %s', (name) => {
  let reader: FeedReader;
  let page: PageUnderTest;
  let core: Awaited<ReturnType<typeof publishCore>>;
  const served = new Map<string, Answer>();
  const asked = () => reader.proxy.requestedUrls().filter((url) => url.startsWith(FEEDS));
  const serve = (path: string, body: string | Uint8Array) => served.set(path, { body });
  const isMarked = async (text: string) => (await highlights(page))['attribution-lens-actor']?.includes(text) ?? false;
  const click = (selector: string, text: string) =>
    reader.options.waitFor(
      `(() => { const found = [...document.querySelectorAll(${JSON.stringify(selector)})].find((one) => one.textContent.includes(${JSON.stringify(text)})); found?.click(); return Boolean(found); })()`,
    );

  beforeAll(async () => {
    core = await publishCore('Brindlewick');
    const folder = buildForFeeds(name, { url: 'http://core.localhost/', keys: core.key });
    reader = await startFeedReader(name, folder, { viewport: { width: 1180, height: 900 } });
    reader.proxy.site('feeds.localhost', ({ url }) => served.get(url.pathname));
    reader.proxy.site('core.localhost', core.folder);
    reader.proxy.site('press.localhost', { '/': PAGE });
    page = await reader.browser.newPage();
    await page.goto('http://press.localhost/');
    await waitForMark(page, 'actor', 'APT31');
  }, 300_000);
  afterAll(async () => {
    core?.remove();
    await reader?.close();
  });

  test('nothing is asked before the reader turns a feed on', async () => {
    const hosts = new Set(reader.proxy.requestedUrls().map((url) => new URL(url).hostname));
    expect(
      [...hosts].filter((host) => host !== 'press.localhost' && host !== 'news.test' && !host.endsWith('.invalid')),
    ).toEqual([]);
    expect((await reader.view()).feeds.map(({ id }) => id)).toEqual(['core']);
  });

  test('a STIX bundle: added by its address, its changes shown, installed, its names on the open page at once', async () => {
    serve('/groups.json', bundleOf('Quillfeather', 'Driftglass'));
    await reader.options.evaluate(() => (document.querySelector('.f-add input') as HTMLElement).focus());
    await reader.options.type(GROUPS);
    await reader.options.press('Enter');
    await reader.options.waitFor(() => document.querySelector('.diff')?.textContent?.includes('2 new entities'));
    const listed = await reader.options.waitFor(() => document.querySelector('.diff ul')?.textContent);
    expect(listed).toMatch(/Driftglass.*Quillfeather/);
    expect(await isMarked('Quillfeather')).toBe(false);
    await page.evaluate(() => {
      (window as unknown as { stays: boolean }).stays = true;
    });
    await click('.d-act .btn', 'Install');
    await waitForMark(page, 'actor', 'Quillfeather');
    expect(await page.evaluate(() => (window as unknown as { stays?: boolean }).stays)).toBe(true);
    expect(await hover(page, 'Quillfeather')).toMatch(
      /From the feed feeds\.localhost\/groups\.json, not from the core dataset/,
    );
    await page.press('Escape');
    await reader.options.waitFor(() => document.querySelector('.feeds')?.textContent?.includes('Up to date'));
  });

  test('a newer version is shown, installed, and gone back from', async () => {
    serve('/groups.json', bundleOf('Aspenfall', 'Driftglass'));
    await reader.act({ do: 'check', feed: ID });
    await reader.feed(ID, ({ waiting }) => waiting?.changes?.counts['entity-removed'] === 1);
    expect(await isMarked('Aspenfall')).toBe(false);
    await click('.d-act .btn', 'Install');
    await waitForMark(page, 'actor', 'Aspenfall');
    expect(await isMarked('Quillfeather')).toBe(false);
    await click('.feed:nth-child(2) .btn.icon', '⋯');
    await click('.f-more .textbtn', 'Go to');
    await waitForMark(page, 'actor', 'Quillfeather');
    expect(await isMarked('Aspenfall')).toBe(false);
    expect(await reader.feed(ID)).toMatchObject({ inUse: 1 });
  });

  test('a MISP cluster beside it; switched off, it takes away what it brought and nothing else', async () => {
    served.set('/misp.json', { body: readFileSync(join(FIXTURES, 'actors.misp.json')) });
    const misp = nameId('web', `${FEEDS}/misp.json`);
    await reader.act({ do: 'add-address', url: `${FEEDS}/misp.json` });
    await reader.act({ do: 'install', feed: misp });
    await waitForMark(page, 'actor', 'Saltmarsh Weasel');
    await reader.act({ do: 'switch', feed: misp, isOn: false });
    await page.waitFor(
      `![...CSS.highlights.get('attribution-lens-actor')].some((range) => range.startContainer.data.slice(range.startOffset, range.endOffset).startsWith('Saltmarsh'))`,
    );
    await waitForMark(page, 'actor', 'Quillfeather');
  });

  test('own names, written into the page, are found at once', async () => {
    await reader.act({ do: 'set-list', text: 'Aspenfall' });
    await waitForMark(page, 'actor', 'Aspenfall');
    await reader.act({ do: 'set-list', text: '' });
    expect((await reader.view()).feeds.map(({ id }) => id)).not.toContain('own-list');
  });

  test('its page with feeds in use, off, failed and waiting has no fault that axe finds', async () => {
    serve('/cut.json', '{"type": "bundle", ');
    serve('/waiting.csv', 'Tin Heron');
    await Promise.all(
      ['cut.json', 'waiting.csv'].map((path) => reader.act({ do: 'add-address', url: `${FEEDS}/${path}` })),
    );
    await reader.options.waitFor(() => document.querySelector('.feeds')?.textContent?.includes('Tin Heron'));
    expect(await axeViolations(reader.options)).toEqual([]);
    for (const path of ['cut.json', 'waiting.csv'])
      await reader.act({ do: 'remove', feed: nameId('web', `${FEEDS}/${path}`) });
  });

  test('two windows at once: both installed, whole', async () => {
    serve('/one.csv', 'Lantern Clerk');
    serve('/two.csv', 'Paper Heron');
    const [one, two] = [nameId('web', `${FEEDS}/one.csv`), nameId('web', `${FEEDS}/two.csv`)];
    await Promise.all(['one', 'two'].map((path) => reader.act({ do: 'add-address', url: `${FEEDS}/${path}.csv` })));
    await Promise.all([one, two].map((feed) => reader.act({ do: 'install', feed })));
    expect((await reader.view()).feeds.filter(({ id }) => id === one || id === two).map(({ inUse }) => inUse)).toEqual([
      1, 1,
    ]);
    for (const feed of [one, two]) await reader.act({ do: 'remove', feed });
  });

  test('a signed update of core: installed, gone back from; tampered with, refused', async () => {
    await reader.act({ do: 'check', feed: 'core' });
    await reader.feed('core', ({ waiting }) => waiting?.changes?.counts['entity-added'] === 1);
    await reader.act({ do: 'install', feed: 'core' });
    await waitForMark(page, 'actor', 'Brindlewick');
    await reader.act({ do: 'back', feed: 'core', number: 0 });
    await waitForMark(page, 'actor', 'Quillfeather');
    expect(await isMarked('Brindlewick')).toBe(false);
    const manifest = join(core.folder, 'feed.json');
    writeFileSync(manifest, readFileSync(manifest, 'utf8').replace('2030.1.1', '2030.1.2'));
    await reader.act({ do: 'check', feed: 'core' });
    expect(await reader.feed('core')).toMatchObject({ failure: { code: 'wrong-signature' } });
    expect(await isMarked('Brindlewick')).toBe(false);
  });

  test('every bad feed and bad server gets its sentence, and changes nothing', async () => {
    const before = await reader.view();
    const outcomes: [string, string | undefined][] = [];
    const wanted: [string, string][] = [];
    const try_ = async (title: string, code: string, answer: Answer) => {
      served.set('/bad', answer);
      await reader.act({ do: 'add-address', url: `${FEEDS}/bad` });
      const bad = (await reader.view()).feeds.find(({ id }) => id === nameId('web', `${FEEDS}/bad`));
      outcomes.push([title, bad?.waiting ? 'taken' : bad?.failure?.code]);
      wanted.push([title, code]);
      await reader.act({ do: 'remove', feed: bad?.id ?? 'bad' });
    };
    for (const { name: title, code, bytes } of BAD_FEEDS) await try_(title, code, { body: bytes });
    for (const { name: title, code, play } of BAD_SERVERS)
      if (title !== TOO_LONG_FOR_HERE) await try_(title, code, { play: (response) => play({ headers: {} }, response) });
    expect(outcomes).toEqual(wanted);
    const after = await reader.view();
    expect([after.generation, after.feeds]).toEqual([before.generation, before.feeds]);
    expect(await isMarked('Quillfeather')).toBe(true);
  }, 120_000);

  test.runIf(name === 'chromium')(
    'a background that the browser stops in the middle leaves the old version, and says so',
    async () => {
      const { browser } = reader;
      if (!(browser instanceof Chromium)) throw new Error('only Chromium stops a service worker on demand');
      let begun = false;
      served.set('/groups.json', {
        play: (response) => {
          response.writeHead(200).write('{"type": "bundle", ');
          begun = true;
        },
      });
      void reader.act({ do: 'check', feed: ID }).catch(() => undefined);
      for (let i = 0; i < 100 && !begun; i++) await new Promise((resolve) => setTimeout(resolve, 50));
      await browser.stopServiceWorker();
      const stopped = await reader.feed(ID, ({ failure }) => failure !== undefined);
      expect(stopped).toMatchObject({ inUse: 1, failure: { code: 'interrupted' } });
      await page.goto('http://press.localhost/');
      await waitForMark(page, 'actor', 'Quillfeather');
      serve('/groups.json', bundleOf('Aspenfall'));
      await reader.act({ do: 'check', feed: ID });
      await reader.act({ do: 'install', feed: ID });
      await waitForMark(page, 'actor', 'Aspenfall');
    },
  );

  test.runIf(UPSTREAM.length)(
    'the files of upstream, as they are published, are installed together',
    async () => {
      for (const [i, path] of UPSTREAM.entries()) {
        const url = `${FEEDS}/upstream-${i}`;
        served.set(new URL(url).pathname, { body: readFileSync(path) });
        await reader.act({ do: 'add-address', url });
        await reader.act({ do: 'install', feed: nameId('web', url) });
        const { failure, inUse, versions } = await reader.feed(nameId('web', url));
        expect([path, failure?.code, inUse, (versions[0]?.entities ?? 0) > 30]).toEqual([path, undefined, 1, true]);
      }
    },
    300_000,
  );

  test('removed, nothing of any feed is left', async () => {
    for (const { id } of (await reader.view()).feeds) await reader.act({ do: 'remove', feed: id });
    await page.goto('http://press.localhost/');
    await waitForMark(page, 'actor', 'APT31');
    expect((await highlights(page))['attribution-lens-actor']).toEqual(['APT31']);
    expect((await reader.view()).generation).toBe(0);
    expect(await reader.options.consoleErrors()).toEqual([]);
    expect(asked().length).toBeGreaterThan(0);
  });
});
