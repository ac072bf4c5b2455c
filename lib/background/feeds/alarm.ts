import { browser } from 'wxt/browser';
import { loadPolicy, watchPolicy } from '../../policy';
import { ALLOWS_LOCAL_HTTP } from './build-settings';
import type { FeedWork } from './feed-work';
import { obeyPolicy, scheduleUnder } from './obey-policy';
import { nextCheck } from './schedule';
import type { FeedStorage } from './storage';

const ALARM = 'feeds';
/** A browser that was closed at the time is left to start first. ms */
const SOONEST = 60_000;

/** Checks feeds by themselves, once the reader has asked for it, and never before. */
export class FeedAlarm {
  readonly #storage: FeedStorage;
  readonly #work: FeedWork;

  constructor(storage: FeedStorage, work: FeedWork) {
    this.#storage = storage;
    this.#work = work;
  }

  /** Has to be called while the background starts: else the browser forgets who listens. */
  listen(): void {
    browser.alarms.onAlarm.addListener(async ({ name }) => {
      if (name !== ALARM) return;
      await this.#work.checkDue();
      await this.draw();
    });
    // Firefox forgets alarms when it closes.
    browser.runtime.onStartup.addListener(() => void this.#begin());
    browser.runtime.onInstalled.addListener(() => void this.#begin());
    watchPolicy(() => void this.#begin());
  }

  /** Does what the organisation asks for, and goes on with the schedule. Without either, nothing. */
  async #begin(): Promise<void> {
    const policy = await loadPolicy();
    await obeyPolicy(policy, this.#storage, this.#work, { allowsLocalHttp: ALLOWS_LOCAL_HTTP });
    const { feeds } = await this.#storage.read();
    const isOn = scheduleUnder(policy, feeds.schedule).every !== 'never';
    await (isOn && feeds.schedule.next === undefined ? this.draw() : this.set());
  }

  /** Draws the moment of the next check: after a check, and when the schedule changes. */
  async draw(): Promise<void> {
    const policy = await loadPolicy();
    await this.#storage.change((feeds) => {
      const { next: _, ...schedule } = feeds.schedule;
      const next = nextCheck(scheduleUnder(policy, schedule).every, Date.now(), Math.random());
      return { ...feeds, schedule: { ...schedule, ...(next ? { next } : {}) } };
    });
    await this.set();
  }

  async set(): Promise<void> {
    const { feeds } = await this.#storage.read();
    const { next } = feeds.schedule;
    if (next === undefined) await browser.alarms.clear(ALARM);
    else browser.alarms.create(ALARM, { when: Math.max(next, Date.now() + SOONEST) });
  }
}
