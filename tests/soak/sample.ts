import type { ChromiumPage } from '../browser/harness/chromium-page.ts';
import type { LiveTabs } from './tabs.ts';

/** What is measured again and again, by name; sums over all tabs. */
export interface Sample {
  'tabs: JavaScript heap, MB': number;
  'tabs: event listeners': number;
  'tabs: DOM nodes': number;
  'background: heap and buffers, MB': number;
}

/** What rises by less in a minute is no leak that a reader would ever meet. */
export const MATTERS: Sample = {
  'tabs: JavaScript heap, MB': 0.2,
  'tabs: event listeners': 1,
  'tabs: DOM nodes': 20,
  'background: heap and buffers, MB': 0.2,
};

/** After a garbage collection everywhere. */
export async function sample(live: LiveTabs): Promise<Sample> {
  const processes = await Promise.all(live.tabs.map(measure));
  const sum = (pick: (one: Awaited<ReturnType<typeof measure>>) => number) =>
    processes.reduce((total, one) => total + pick(one), 0);
  return {
    'tabs: JavaScript heap, MB': sum(({ heap }) => heap) / 1e6,
    'tabs: event listeners': sum(({ listeners }) => listeners),
    'tabs: DOM nodes': sum(({ nodes }) => nodes),
    'background: heap and buffers, MB': (await live.browser.serviceWorkerMemory()) / 1e6,
  };
}

async function measure({ commands }: ChromiumPage): Promise<{ heap: number; listeners: number; nodes: number }> {
  await commands.send('HeapProfiler.collectGarbage');
  const { usedSize } = await commands.send('Runtime.getHeapUsage');
  const { jsEventListeners, nodes } = await commands.send('Memory.getDOMCounters');
  return { heap: usedSize, listeners: jsEventListeners, nodes };
}
