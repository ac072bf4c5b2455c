import { FeedRefused } from '../../feeds/refused';
import type { Progress, Subscription, WorkStep } from '../../feeds/subscription';
import type { WorkMark } from '../../store/database';
import type { Work } from './build';
import { editRow, failed } from './row-changes';
import type { Alone, FeedStorage } from './storage';

export interface QueuePorts {
  storage: FeedStorage;
  /** One at a time in the whole browser, whichever window asked. */
  lock: Alone;
  /** Tells the page; also what tells the browser that the background is not idle. */
  show(progress: Progress | undefined): void;
  now(): number;
}

export interface Job {
  feed: string;
  during: WorkMark['during'];
  run(work: Work): Promise<void>;
}

/**
 * Work on feeds, one after another. What goes wrong is written into the feed's row; what was
 * cut off by the end of the background is found by the next one and written there too.
 */
export class WorkQueue {
  readonly #ports: QueuePorts;
  readonly #life = crypto.randomUUID();
  readonly #waiting: string[] = [];
  readonly #stops = new Map<string, AbortController>();
  #turn: Promise<unknown> = Promise.resolve();
  #settled: Promise<void> | undefined;
  #progress: Progress | undefined;

  constructor(ports: QueuePorts) {
    this.#ports = ports;
  }

  get progress(): Progress | undefined {
    return this.#progress;
  }

  /** Resolves when it is done, well or badly. */
  add(job: Job): Promise<void> {
    const stop = this.#stops.get(job.feed) ?? new AbortController();
    this.#stops.set(job.feed, stop);
    this.#waiting.push(job.feed);
    if (this.#progress) this.#show({ ...this.#progress });
    const done = this.#turn.then(() => this.#take(job, stop.signal));
    this.#turn = done;
    return done;
  }

  /** Ends what is under way for a feed, or waits for its turn. */
  stop(feed: string): void {
    this.#stops.get(feed)?.abort(new FeedRefused('stopped'));
  }

  /** Finds what an earlier life of the background left in the middle. Once; work begins after it. */
  settle(): Promise<void> {
    this.#settled ??= this.#ports.lock(() => this.#findInterrupted()).catch(() => undefined);
    return this.#settled;
  }

  async #take(job: Job, signal: AbortSignal): Promise<void> {
    await this.settle();
    this.#waiting.shift();
    await this.#ports
      .lock(() => this.#run(job, signal))
      .catch((error: unknown) => this.#fail(job, error))
      // Even the row could not be written: it stays as it was, and so does the data.
      .catch(() => undefined);
    if (!this.#waiting.includes(job.feed)) this.#stops.delete(job.feed);
    this.#show(undefined);
  }

  async #run(job: Job, signal: AbortSignal): Promise<void> {
    const { storage } = this.#ports;
    const at = (step: WorkStep, loaded?: number, all?: number) =>
      this.#show({ feed: job.feed, step, queue: [], ...(loaded === undefined ? {} : { loaded, all }) });
    signal.throwIfAborted();
    at('waiting');
    const { pointer } = await storage.read();
    const since = pointer?.generation ?? 0;
    await storage.markWork({ feed: job.feed, during: job.during, life: this.#life, since });
    try {
      await job.run({ at, signal });
    } finally {
      // A mark that stays is of this life: the next work overwrites it.
      await storage.markWork(undefined).catch(() => undefined);
    }
  }

  async #fail({ feed, during }: Job, error: unknown): Promise<void> {
    const refusal =
      error instanceof FeedRefused
        ? error
        : new FeedRefused('unexpected', { what: (error as Error)?.message ?? String(error) });
    await this.#ports.storage.change(editRow(feed, failed(refusal, during, this.#ports.now())));
  }

  async #findInterrupted(): Promise<void> {
    const { storage, now } = this.#ports;
    const mark = await storage.workMark();
    if (mark && mark.life !== this.#life) {
      const { feeds, pointer } = await storage.read();
      const row = feeds.rows.find(({ id }) => id === mark.feed);
      if (row && !wasDone(row, mark, pointer?.generation ?? 0))
        await storage.change(editRow(mark.feed, failed(new FeedRefused('interrupted'), mark.during, now())));
      await storage.markWork(undefined);
    }
    await storage.sweep();
  }

  #show(progress: Progress | undefined): void {
    this.#progress = progress && { ...progress, queue: [...this.#waiting] };
    this.#ports.show(this.#progress);
  }
}

/**
 * Nothing is lost of a check that has got as far as a waiting version: what it changes is counted when asked for.
 * Nothing is lost after the switch.
 */
function wasDone({ waiting }: Subscription, { during, since }: WorkMark, generation: number): boolean {
  return generation !== since || (during === 'check' && waiting !== undefined && !waiting.changes);
}
