import { browser } from 'wxt/browser';
import type { PageReport } from '../page/session';
import { Refused } from './border/refused';

type Reports = Record<string, PageReport>;

/** Frames of a tab that may report, and what their reports may take together as JSON: the browser gives 10 MB for all. */
const MOST_FRAMES = 500;
const MOST_KEPT = 1_000_000;

const keyOf = (tab: number) => `tab:${tab}`;

/**
 * What the frames of each tab have reported: entity ids, counts and spellings, no text. Kept in
 * `storage.session`, which outlives a stopped background and is gone with the browser.
 */
export class Summaries {
  #listener: (tab: number) => void = () => {};
  /** Reads and writes of storage are not atomic together; one at a time they are. */
  #turn: Promise<unknown> = Promise.resolve();

  onChange(listener: (tab: number) => void): void {
    this.#listener = listener;
  }

  /** Reports of a tab by frame id; empty where no session runs. */
  async of(tab: number): Promise<Reports> {
    const stored = await browser.storage.session.get(keyOf(tab));
    return (stored[keyOf(tab)] as Reports | undefined) ?? {};
  }

  put(tab: number, frame: number, report: PageReport): Promise<void> {
    return this.#change(tab, (reports) => ({ ...reports, [frame]: report }));
  }

  withdraw(tab: number, frame: number): Promise<void> {
    return this.#change(tab, ({ [frame]: _, ...others }) => others);
  }

  /** In its turn: a report that is being written must not come back after it. */
  forget(tab: number): Promise<void> {
    return this.#inTurn(() => browser.storage.session.remove(keyOf(tab)));
  }

  /** Tabs with at least one report. */
  async tabs(): Promise<number[]> {
    const stored = await browser.storage.session.get(null);
    return Object.keys(stored)
      .filter((key) => key.startsWith('tab:'))
      .map((key) => Number(key.slice('tab:'.length)));
  }

  #change(tab: number, change: (reports: Reports) => Reports): Promise<void> {
    return this.#inTurn(async () => {
      const changed = change(await this.of(tab));
      const frames = Object.keys(changed).length;
      if (frames > MOST_FRAMES || JSON.stringify(changed).length > MOST_KEPT) throw new Refused('too much to keep');
      // A last word from a tab that is closing leaves nothing behind.
      if (frames) await browser.storage.session.set({ [keyOf(tab)]: changed });
      else await browser.storage.session.remove(keyOf(tab));
      this.#listener(tab);
    });
  }

  #inTurn(work: () => Promise<void>): Promise<void> {
    const done = this.#turn.then(work);
    this.#turn = done.catch(() => undefined);
    return done;
  }
}
