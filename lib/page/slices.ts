/** Longest stretch of work on the page's main thread at a time, ms. */
const SLICE = 5;

/** Runs generators in short slices, giving way to the page in between; one at a time, in order. */
export class Slices {
  readonly #urgent: Generator<unknown>[] = [];
  readonly #queue: Generator<unknown>[] = [];
  #isRunning = false;
  #isStopped = false;

  run(work: Generator<unknown>): void {
    this.#queue.push(work);
    this.#start();
  }

  /** Before all that is not as urgent, even what has begun. */
  runSoon(work: Generator<unknown>): void {
    this.#urgent.push(work);
    this.#start();
  }

  stop(): void {
    this.#isStopped = true;
    this.#urgent.length = 0;
    this.#queue.length = 0;
  }

  #start(): void {
    if (!this.#isRunning && !this.#isStopped) void this.#work();
  }

  async #work(): Promise<void> {
    this.#isRunning = true;
    let end = performance.now() + SLICE;
    while (!this.#isStopped) {
      const queue = this.#urgent.length ? this.#urgent : this.#queue;
      const work = queue[0];
      if (!work) break;
      if (work.next().done) queue.splice(queue.indexOf(work), 1);
      if (performance.now() < end) continue;
      await giveWay();
      end = performance.now() + SLICE;
    }
    this.#isRunning = false;
  }
}

/** Lets the browser answer input and paint. `scheduler.yield` is not in every browser yet. */
function giveWay(): Promise<void> {
  const { scheduler } = globalThis as { scheduler?: { yield?: () => Promise<void> } };
  return scheduler?.yield ? scheduler.yield() : new Promise((resolve) => setTimeout(resolve, 0));
}
