/** Longest stretch of work on the page's main thread at a time, ms. */
const SLICE = 5;

/** Runs generators in short slices, giving way to the page in between; one at a time, in order. */
export class Slices {
  #queue: Generator<void>[] = [];
  #isRunning = false;
  #isStopped = false;

  run(work: Generator<void>): void {
    this.#queue.push(work);
    if (!this.#isRunning) void this.#work();
  }

  stop(): void {
    this.#isStopped = true;
    this.#queue = [];
  }

  async #work(): Promise<void> {
    this.#isRunning = true;
    let end = performance.now() + SLICE;
    while (this.#queue.length && !this.#isStopped) {
      if (this.#queue[0]!.next().done) this.#queue.shift();
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
