import { join } from 'node:path';
import { bundle } from '../../browser/bundle.ts';
import { realNames } from '../material/indexes.ts';
import { prose } from '../material/prose.ts';
import type { Section } from '../section.ts';
import { figure, milliseconds } from '../table.ts';
import { spreadOf } from '../timing.ts';
import { timeOnMainThread } from './main-thread.ts';
import { generatedPage, type Page } from './pages.ts';
import type { PeersInPage } from './peers-in-page.ts';
import { Tabs, untilRead } from './tabs.ts';

type Window = typeof globalThis & { benchPeers: PeersInPage };

const NAMES = 4000;
const MARK_NAMES = 300;
const RUNS = 9;

/** The same peers in Chromium's engine, and mark.js, which needs a page. */
export async function pagePeers(): Promise<Section> {
  const script = await bundle(join(import.meta.dirname, 'peers-in-page.ts'));
  const names = realNames(NAMES).map(({ written }) => written);
  const text = prose({ units: 1_000_000, names, aboutAttacks: 0.1 });
  const bare = await Tabs.open(true);
  const ours = await Tabs.open();
  try {
    const tab = await bare.newTab();
    await tab.evaluate(`${script};0`);
    const timed = await tab.evaluate(
      (given: string, wanted: string[]) => (globalThis as unknown as Window).benchPeers.match(given, wanted) as never,
      text,
      names,
    );
    const { matching, alternation, perName } = timed as ReturnType<PeersInPage['match']>;
    const article = generatedPage(100_000);
    const marking: number[] = [];
    const reading: number[] = [];
    for (let run = 0; run < RUNS; run++) {
      marking.push(await markTime(bare, article, script, names.slice(0, MARK_NAMES)));
      reading.push(await readTime(ours, article));
    }
    const mark = spreadOf(marking);
    const read = spreadOf(reading);
    const times = (peer: number, own: number) => `${figure(peer / own)} ×`;
    return {
      tables: [
        {
          title: 'Matching in Chromium',
          note: `${NAMES.toLocaleString('en')} names, 1,000,000 units of text, medians of ${RUNS}, in turn.`,
          columns: ['what', 'time', '÷ matching'],
          rows: [
            ['matching', milliseconds(matching.milliseconds), '1 ×'],
            [
              'one regular expression of all names',
              milliseconds(alternation.milliseconds),
              figure(alternation.ratio.median),
            ],
            ['one regular expression per name', milliseconds(perName.milliseconds), figure(perName.ratio.median)],
          ],
        },
        {
          title: 'mark.js',
          note: `A generated page of 100,000 units. mark.js with ${MARK_NAMES} names, in the page; all that our script does on the page's main thread, with all names of the dataset.`,
          columns: ['what', 'time', '÷ ours'],
          rows: [
            ['ours', milliseconds(read), '1 ×'],
            [`mark.js, ${MARK_NAMES} names`, milliseconds(mark), times(mark.median, read.median)],
          ],
        },
      ],
      budget: [
        {
          what: 'faster than one regular expression of all names, in Chromium',
          budget: 2.5,
          unit: '×',
          measured: alternation.ratio.median,
          isLeast: true,
        },
        {
          what: 'faster than one regular expression per name, in Chromium',
          budget: 100,
          unit: '×',
          measured: perName.ratio.median,
          isLeast: true,
        },
        {
          what: 'faster than mark.js with 300 names',
          budget: 300,
          unit: '×',
          measured: mark.median / read.median,
          isLeast: true,
        },
      ],
    };
  } finally {
    await bare.close();
    await ours.close();
  }
}

async function markTime(tabs: Tabs, page: Page, script: string, names: string[]): Promise<number> {
  const tab = await tabs.newTab();
  await tabs.load(tab, page);
  await tab.evaluate(`${script};0`);
  const time = await tab.evaluate(
    (wanted: string[]) => (globalThis as unknown as Window).benchPeers.mark(wanted),
    names,
  );
  await tab.close();
  return time;
}

async function readTime(tabs: Tabs, page: Page): Promise<number> {
  const tab = await tabs.newTab();
  const { total } = await timeOnMainThread(
    tab.commands,
    (url) => url.startsWith('chrome-extension:'),
    async () => {
      await tabs.load(tab, page);
      await untilRead(tab);
    },
  );
  await tab.close();
  return total;
}
