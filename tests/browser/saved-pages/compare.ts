import { timeOnMainThread } from '../../bench/page/main-thread.ts';
import type { Page } from '../../bench/page/pages.ts';
import { bareWalk } from '../../bench/page/reading.ts';
import { type Tabs, untilRead } from '../../bench/page/tabs.ts';
import { spreadOf } from '../../bench/timing.ts';
import type { ChromiumPage } from '../harness/chromium-page.ts';
import { differences, type Snapshot, snapshotOf } from './snapshot.ts';

/** A page with the extension, beside the same page without it. */
export interface Comparison {
  name: string;
  /** What the extension changed; empty as it should be. */
  differences: string[];
  /** What differs between two loads without the extension: pages with a mind of their own. */
  unsteady: string[];
  /** Errors that the page has by itself. */
  ownErrors: number;
  ranges: number;
  /** Milliseconds of the page's main thread: bare walk over the text nodes, and all our script. */
  walk: number;
  added: number;
  longestTask: number;
  /** From the end of DOMContentLoaded, ms; undefined on a page with nothing to mark. */
  firstHighlight: number | undefined;
}

export async function compare(page: Page, ours: Tabs, bare: Tabs, runs: number): Promise<Comparison> {
  const before = await plain(page, bare);
  const again = await plain(page, bare);
  const unsteady = differences(before, again);
  const times = [];
  const walks: number[] = [];
  let withUs: Snapshot | undefined;
  let ranges = 0;
  for (let run = 0; run < runs; run++) {
    walks.push(await inFreshTab(bare, (tab) => bareWalk(bare, tab, page)));
    times.push(
      await inFreshTab(ours, async (tab) => {
        const time = await timeOnMainThread(
          tab.commands,
          (url) => url.startsWith('chrome-extension:'),
          async () => {
            await ours.load(tab, page);
            ranges = await untilRead(tab);
          },
        );
        withUs ??= await snapshotOf(tab);
        return time;
      }),
    );
  }
  const changed = differences(before, withUs!).filter((line) => !unsteady.some((own) => kindOf(own) === kindOf(line)));
  return {
    name: page.name,
    differences: changed,
    unsteady,
    ownErrors: before.errors.length,
    ranges,
    walk: spreadOf(walks).median,
    added: spreadOf(times.map(({ total }) => total)).median,
    longestTask: spreadOf(times.map(({ longestTask }) => longestTask)).median,
    firstHighlight: ranges ? await inFreshTab(ours, (tab) => firstHighlight(page, ours, tab)) : undefined,
  };
}

/** A page's snapshot after as long a wait as the extension is given. */
function plain(page: Page, tabs: Tabs): Promise<Snapshot> {
  return inFreshTab(tabs, async (tab) => {
    await tabs.load(tab, page);
    await untilRead(tab);
    return snapshotOf(tab);
  });
}

async function firstHighlight(page: Page, tabs: Tabs, tab: ChromiumPage): Promise<number> {
  await tab.commands.send('Page.enable');
  await tab.commands.send('Page.addScriptToEvaluateOnNewDocument', {
    source: `{
      const look = () => {
        if (!CSS.highlights.size) return requestAnimationFrame(look);
        const [{ domContentLoadedEventEnd }] = performance.getEntriesByType('navigation');
        globalThis.firstHighlight = performance.now() - domContentLoadedEventEnd;
      };
      requestAnimationFrame(look);
    }`,
  });
  await tabs.load(tab, page);
  return (await tab.waitFor('globalThis.firstHighlight', { timeoutMs: 10_000 })) as number;
}

async function inFreshTab<T>(tabs: Tabs, work: (tab: ChromiumPage) => Promise<T>): Promise<T> {
  const tab = await tabs.newTab();
  try {
    return await work(tab);
  } finally {
    await tab.close();
  }
}

/** `DOM at 5: …` → `DOM`. */
function kindOf(difference: string): string {
  return difference.split(/[ :]/)[0]!;
}
