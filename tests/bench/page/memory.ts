import type { Section } from '../section.ts';
import { spreadOf } from '../timing.ts';
import { demoPage, generatedPage, type Page } from './pages.ts';
import { Tabs, untilRead } from './tabs.ts';

const RUNS = 9;

/** JavaScript memory of a tab with the extension less that of one without, and of the background. */
export async function memory(): Promise<Section> {
  const pages = [demoPage(), generatedPage(100_000), generatedPage(1_000_000)];
  const ours = await Tabs.open();
  const bare = await Tabs.open(true);
  try {
    const tabs: [Page, number][] = [];
    for (const page of pages) tabs.push([page, (await heapOf(ours, page)) - (await heapOf(bare, page))]);
    const background = await ours.browser.serviceWorkerMemory();
    return {
      tables: [
        {
          title: 'Memory',
          note: 'MB of JavaScript heap and ArrayBuffers after a garbage collection, median of loads. A tab: the page read by the extension, less the same page in a browser without it. Objects of the DOM that lie outside the heap are not counted.',
          columns: ['where', 'MB'],
          rows: [
            ...tabs.map(([{ name }, bytes]): [string, number] => [`tab: ${name}`, bytes / 1e6]),
            ['background, core dataset', background / 1e6],
          ],
        },
      ],
      budget: [
        ...tabs
          .slice(0, 2)
          .map(([{ name }, bytes]) => ({ what: `tab: ${name}`, budget: 1, unit: 'MB', measured: bytes / 1e6 })),
        { what: 'background, core dataset', budget: 40, unit: 'MB', measured: background / 1e6 },
      ],
    };
  } finally {
    await ours.close();
    await bare.close();
  }
}

async function heapOf(tabs: Tabs, page: Page): Promise<number> {
  const sizes: number[] = [];
  for (let run = 0; run < RUNS; run++) {
    const tab = await tabs.newTab();
    await tabs.load(tab, page);
    await untilRead(tab);
    await tab.commands.send('HeapProfiler.collectGarbage');
    const usage = (await tab.commands.send('Runtime.getHeapUsage')) as {
      usedSize: number;
      backingStorageSize?: number;
    };
    sizes.push(usage.usedSize + (usage.backingStorageSize ?? 0));
    await tab.close();
  }
  return spreadOf(sizes).median;
}
