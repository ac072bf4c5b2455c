import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { savedPages } from '../bench/page/pages.ts';
import { Tabs } from '../bench/page/tabs.ts';
import { highlights } from './extension.ts';
import { poll } from './harness/poll.ts';
import { differences, snapshotOf } from './saved-pages/snapshot.ts';

const PAGES = savedPages(join(import.meta.dirname, '..', 'pages', 'real'), { withScripts: true });

/** Small pages of our own that do what real pages were seen to do; and how often each name is marked there. */
const MARKED: Record<string, Record<string, number>> = {
  'advertising-frames': { APT31: 1 },
  'code-and-mathematics': { APT28: 1, APT31: 1 },
  components: { APT28: 1, APT29: 1, APT31: 1 },
  'console-errors': { APT31: 1 },
  'hidden-copies': { APT29: 1, APT31: 2 },
  'late-comments': { APT28: 20, APT31: 1 },
  'lazy-images': { APT28: 1, GRU: 2, Sandworm: 1 },
  'line-breaks': { APT28: 1, APT31: 1, FancyBear: 1, 'Volt\u00a0Typhoon': 1 },
  'menu-and-article': { APT28: 1, APT29: 1, APT31: 2, 'Judgment Panda': 1 },
  'random-ids': { APT28: 1, APT29: 1, APT31: 1, APT40: 1 },
  'sticky-and-scrolling': { APT28: 1, APT29: 1, APT31: 1, APT40: 2 },
  'wiki-references': { APT28: 1, APT29: 1, APT31: 1, APT40: 1 },
};

describe('small pages that do what real ones do', () => {
  let ours: Tabs;
  let bare: Tabs;

  beforeAll(async () => {
    ours = await Tabs.open();
    bare = await Tabs.open(true);
  });
  afterAll(async () => {
    await ours?.close();
    await bare?.close();
  });

  test.each(PAGES.map((page) => [page.name, page] as const))(
    '%s is marked and otherwise untouched',
    async (name, page) => {
      const plain = await bare.newTab();
      const marked = await ours.newTab();
      await bare.load(plain, page);
      await ours.load(marked, page);
      await poll(async () => JSON.stringify(counted(await highlights(marked))) === JSON.stringify(MARKED[name]), {
        what: `the marks of ${name}: ${JSON.stringify(counted(await highlights(marked)))}`,
      });
      // The page without us may still be at its own work.
      const compared = async () => differences(await snapshotOf(plain), await snapshotOf(marked));
      await poll(async () => !(await compared()).length).catch(() => undefined);
      expect(await compared()).toEqual([]);
      await plain.close();
      await marked.close();
    },
  );
});

function counted(byHighlight: Record<string, string[]>): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const text of Object.values(byHighlight).flat().sort()) counts[text] = (counts[text] ?? 0) + 1;
  return counts;
}
