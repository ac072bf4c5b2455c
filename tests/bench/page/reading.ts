import type { ChromiumPage } from '../../browser/harness/chromium-page.ts';
import type { Section } from '../section.ts';
import { figure, milliseconds } from '../table.ts';
import { spreadOf } from '../timing.ts';
import { type MainThreadTime, timeOnMainThread } from './main-thread.ts';
import { demoPage, generatedPage, type Page, savedPages } from './pages.ts';
import { Tabs, untilRead } from './tabs.ts';

const RUNS = 9;

/** What the extension takes of a page's main thread until every range is registered, beside a bare walk. */
export async function reading(folder?: string): Promise<Section> {
  const article = generatedPage(100_000);
  const pages = [demoPage(), generatedPage(10_000), article, generatedPage(1_000_000), generatedPage(10_000_000)];
  if (folder) pages.push(...savedPages(folder));
  const ours = await Tabs.open();
  const bare = await Tabs.open(true);
  const rows = [];
  try {
    for (const page of pages) rows.push({ page, ...(await readPage(page, ours, bare)) });
  } finally {
    await ours.close();
    await bare.close();
  }
  const at = rows.find(({ page }) => page === article)!;
  const longest = Math.max(...rows.map(({ longestTask }) => longestTask.high));
  return {
    tables: [
      {
        title: 'Reading a page',
        note: `Milliseconds of the page's main thread, median of ${RUNS} loads. Floor: a bare walk over the text nodes of the freshly loaded page. Ours, processor time by a profile: all our script from the load until the marks have stood still, messages and report included; not what the browser then paints. Longest: the most we take of one task (median, third quartile).`,
        columns: ['page', 'walk', 'ours', 'ours ÷ walk', 'longest task', 'ranges registered'],
        rows: rows.map(({ page, walk, total, longestTask, marks }) => [
          page.name,
          milliseconds(walk),
          milliseconds(total),
          `${figure(total.median / walk.median)} ×`,
          `${figure(longestTask.median)} ms (${figure(longestTask.high)})`,
          String(marks),
        ]),
      },
    ],
    budget: [
      {
        what: 'page main thread, article of 100 kB',
        budget: 2.5,
        unit: '× bare walk',
        measured: at.total.median / at.walk.median,
      },
      { what: 'longest task of ours, any page (third quartile)', budget: 16, unit: 'ms', measured: longest },
    ],
  };
}

async function readPage(page: Page, ours: Tabs, bare: Tabs) {
  const walks: number[] = [];
  const own: MainThreadTime[] = [];
  let marks = 0;
  for (let run = 0; run < RUNS; run++) {
    walks.push(await inFreshTab(bare, (tab) => bareWalk(bare, tab, page)));
    const time = await inFreshTab(ours, (tab) =>
      timeOnMainThread(
        tab.commands,
        (url) => url.startsWith('chrome-extension:'),
        async () => {
          await ours.load(tab, page);
          marks = await untilRead(tab);
        },
      ),
    );
    own.push(time);
  }
  return {
    walk: spreadOf(walks),
    total: spreadOf(own.map(({ total }) => total)),
    longestTask: spreadOf(own.map(({ longestTask }) => longestTask)),
    marks,
  };
}

/** Reads every text node of the page once, as the first script to do so. */
export async function bareWalk(tabs: Tabs, tab: ChromiumPage, page: Page): Promise<number> {
  await tabs.load(tab, page);
  return tab.evaluate(() => {
    const start = performance.now();
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    let units = 0;
    for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text | null)
      units += node.data.length;
    return units ? performance.now() - start : 0;
  });
}

async function inFreshTab<T>(tabs: Tabs, work: (tab: ChromiumPage) => Promise<T>): Promise<T> {
  const tab = await tabs.newTab();
  try {
    return await work(tab);
  } finally {
    await tab.close();
  }
}
