import { browser } from 'wxt/browser';
import type { PageReport } from '../page/session';
import { Refused } from './border/refused';

type Reports = Record<string, PageReport>;

/** Frames of a tab that may report, and what their reports may take together as JSON: the browser gives 10 MB for all. */
const MOST_FRAMES = 500;
const MOST_KEPT = 1_000_000;

const keyOf = (tab: number) => `tab:${tab}`;

/** What frames of a tab have said since it was last written; `undefined` for one that has nothing more to say. */
interface Pending {
  said: Map<number, PageReport | undefined>;
  written: Promise<void>;
}

/**
 * What the frames of each tab have reported: entity ids, counts and spellings, no text. Kept in
 * `storage.session`, which outlives a stopped background and is gone with the browser.
 */
export class Summaries {
  #listener: (tab: number) => Promise<void> = async () => {};
  /** Reads and writes of storage are not atomic together; one at a time they are. */
  #turn: Promise<unknown> = Promise.resolve();
  /** Only the last word of each frame waits, however slow the storage is and however much a page says. */
  readonly #pending = new Map<number, Pending>();

  /** The next write waits for what the listener does. */
  onChange(listener: (tab: number) => Promise<void>): void {
    this.#listener = listener;
  }

  /** Reports of a tab by frame id; empty where no session runs. */
  async of(tab: number): Promise<Reports> {
    const stored = await browser.storage.session.get(keyOf(tab));
    return (stored[keyOf(tab)] as Reports | undefined) ?? {};
  }

  put(tab: number, frame: number, report: PageReport): Promise<void> {
    return this.#say(tab, frame, report);
  }

  withdraw(tab: number, frame: number): Promise<void> {
    return this.#say(tab, frame, undefined);
  }

  /** In its turn: a report that is being written must not come back after it. */
  forget(tab: number): Promise<void> {
    this.#pending.get(tab)?.said.clear();
    return this.#inTurn(() => browser.storage.session.remove(keyOf(tab)));
  }

  /** Tabs with at least one report. */
  async tabs(): Promise<number[]> {
    const stored = await browser.storage.session.get(null);
    return Object.keys(stored)
      .filter((key) => key.startsWith('tab:'))
      .map((key) => Number(key.slice('tab:'.length)));
  }

  #say(tab: number, frame: number, report: PageReport | undefined): Promise<void> {
    const pending = this.#pending.get(tab);
    if (pending) {
      pending.said.set(frame, report);
      return pending.written;
    }
    const said = new Map([[frame, report]]);
    const written = this.#inTurn(() => {
      this.#pending.delete(tab);
      return this.#write(tab, said);
    });
    this.#pending.set(tab, { said, written });
    void written.then(() => this.#inTurn(() => this.#listener(tab))).catch(() => undefined);
    return written;
  }

  async #write(tab: number, said: ReadonlyMap<number, PageReport | undefined>): Promise<void> {
    const reports = { ...(await this.of(tab)) };
    for (const [frame, report] of said) {
      if (report) reports[frame] = report;
      else delete reports[frame];
    }
    const frames = Object.keys(reports).length;
    if (frames > MOST_FRAMES || JSON.stringify(reports).length > MOST_KEPT) throw new Refused('too much to keep');
    // A last word from a tab that is closing leaves nothing behind.
    if (frames) await browser.storage.session.set({ [keyOf(tab)]: reports });
    else await browser.storage.session.remove(keyOf(tab));
  }

  #inTurn(work: () => Promise<void>): Promise<void> {
    const done = this.#turn.then(work);
    this.#turn = done.catch(() => undefined);
    return done;
  }
}
