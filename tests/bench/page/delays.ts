import { CARD_HOST, placeOf } from '../../browser/extension.ts';
import type { ChromiumPage } from '../../browser/harness/chromium-page.ts';
import type { Section } from '../section.ts';
import { figure } from '../table.ts';
import { type Spread, spreadOf } from '../timing.ts';
import { demoPage, generatedPage } from './pages.ts';
import { Tabs, untilRead } from './tabs.ts';

const RUNS = 9;
/** The reader's delay as it is set at first, ms (`lib/settings.ts`). */
const OPEN_DELAY = 350;

/** What a reader waits for: first highlight, a changed text, the card. Wall time, frame by frame. */
export async function delays(): Promise<Section> {
  const tabs = await Tabs.open();
  try {
    const warm = await measured(() => firstHighlight(tabs));
    const cold = await measured(async () => {
      await tabs.browser.stopServiceWorker();
      return firstHighlight(tabs);
    });
    const changed = await measured(() => changedText(tabs));
    const cards = await measuredCards(tabs);
    const lines: [string, Spread, number][] = [
      ['document idle → first highlight, background running', warm, 100],
      ['document idle → first highlight, background stopped', cold, 300],
      ['text changed on a page of 100 kB → marked', changed, 100],
      ['card after the reader’s delay, first of a page', cards.first, 150],
      ['card after the reader’s delay, later', cards.later, 50],
    ];
    return {
      tables: [
        {
          title: 'Delays',
          note: `Wall time, median (middle half) of ${RUNS}. A highlight counts from the first frame in which it is registered; document idle is the end of DOMContentLoaded, the earliest that a content script may run. The card counts from the last pointer move to the first frame with its record in it, less ${OPEN_DELAY} ms.`,
          columns: ['what', 'time'],
          rows: lines.map(([what, { median, low, high }]) => [
            what,
            `${figure(median)} ms (${figure(low)}–${figure(high)})`,
          ]),
        },
      ],
      budget: lines.map(([what, { median }, budget]) => ({ what, budget, unit: 'ms', measured: median })),
    };
  } finally {
    await tabs.close();
  }
}

async function measured(once: () => Promise<number>): Promise<Spread> {
  await once(); // so that the browser itself is warm
  const values: number[] = [];
  for (let run = 0; run < RUNS; run++) values.push(await once());
  return spreadOf(values);
}

async function firstHighlight(tabs: Tabs): Promise<number> {
  const tab = await tabs.newTab();
  await tabs.load(tab, withWatch());
  const time = await tab.waitFor('globalThis.benchFirstHighlight');
  await tab.close();
  return time as number;
}

/** The demo article, and a script of its own that looks for a highlight in every frame. */
function withWatch() {
  const page = demoPage();
  const watch = `<script>
    const look = () => {
      if (!CSS.highlights.size) return requestAnimationFrame(look);
      const [{ domContentLoadedEventEnd }] = performance.getEntriesByType('navigation');
      globalThis.benchFirstHighlight = performance.now() - domContentLoadedEventEnd;
    };
    requestAnimationFrame(look);
  </script>`;
  return { ...page, html: page.html.replace('<body', `${watch}<body`) };
}

async function changedText(tabs: Tabs): Promise<number> {
  const tab = await tabs.newTab();
  await tabs.load(tab, generatedPage(100_000));
  await untilRead(tab);
  const time = await tab.evaluate(async () => {
    const [, , paragraph] = document.querySelectorAll('p');
    const start = performance.now();
    paragraph!.textContent = 'Researchers named APT28 on Tuesday.';
    const isMarked = () =>
      [...CSS.highlights.values()].some((highlight) =>
        [...highlight].some(({ startContainer }) => paragraph!.contains(startContainer)),
      );
    while (!isMarked()) await new Promise(requestAnimationFrame);
    return performance.now() - start;
  });
  await tab.close();
  return time;
}

async function measuredCards(tabs: Tabs): Promise<{ first: Spread; later: Spread }> {
  const first: number[] = [];
  const later: number[] = [];
  for (let run = 0; run < RUNS; run++) {
    const tab = await tabs.newTab();
    await tabs.load(tab, demoPage());
    await untilRead(tab);
    first.push(await cardDelay(tab));
    await tab.press('Escape');
    await tab.mouseMove(1, 1);
    await tab.waitFor(`!document.querySelector('${CARD_HOST}')`);
    later.push(await cardDelay(tab));
    await tab.close();
  }
  return { first: spreadOf(first), later: spreadOf(later) };
}

/** From the last pointer move to the first frame in which the card's host has grown to hold a record. */
async function cardDelay(tab: ChromiumPage): Promise<number> {
  const { x, y } = await placeOf(tab, 'APT 31');
  await tab.evaluate((host: string) => {
    let moved = 0;
    addEventListener('mousemove', () => (moved = performance.now()), { capture: true });
    const state = globalThis as { benchCard?: number };
    state.benchCard = 0;
    const look = () => {
      const height = document.querySelector(host)?.getBoundingClientRect().height ?? 0;
      if (height > 60) state.benchCard = performance.now() - moved;
      else requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  }, CARD_HOST);
  await tab.mouseMove(x - 2, y);
  await tab.mouseMove(x, y);
  const time = (await tab.waitFor('globalThis.benchCard')) as number;
  return time - OPEN_DELAY;
}
