import type { Section } from '../section.ts';
import { milliseconds } from '../table.ts';
import { spreadOf } from '../timing.ts';
import { timeOnMainThread } from './main-thread.ts';
import type { Page } from './pages.ts';
import { Tabs, untilRead } from './tabs.ts';

const MENTIONS = 20_000;
const RUNS = 9;
const MOVES = 100;

/** What a pointer move costs on a page full of mentions. */
export async function pointer(): Promise<Section> {
  const tabs = await Tabs.open();
  try {
    const tab = await tabs.newTab();
    await tabs.load(tab, crowdedPage());
    await untilRead(tab);
    const moves: number[] = [];
    for (let run = 0; run < RUNS; run++) {
      const { total } = await timeOnMainThread(
        tab.commands,
        (url) => url.startsWith('chrome-extension:'),
        async () => {
          for (let i = 0; i < MOVES; i++) await tab.mouseMove(100 + i * 7, 100 + (i % 10) * 50);
        },
      );
      moves.push(total / MOVES);
    }
    const move = spreadOf(moves);
    return {
      tables: [
        {
          title: 'Pointer',
          note: `${MENTIONS.toLocaleString('en')} mentions on the page; our script's processor time, ${RUNS} runs of ${MOVES} moves.`,
          columns: ['what', 'time'],
          rows: [['one pointer move', milliseconds(move)]],
        },
      ],
      budget: [{ what: 'pointer move with 20,000 mentions', budget: 0.5, unit: 'ms', measured: move.median }],
    };
  } finally {
    await tabs.close();
  }
}

function crowdedPage(): Page {
  const line = `<p>${'Analysts tied APT28 to it, and APT29, Sandworm and Turla too. '.repeat(5)}</p>`;
  return { name: 'crowded', html: `<!doctype html><title>Crowded</title>${line.repeat(MENTIONS / 20)}` };
}
