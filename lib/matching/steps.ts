/**
 * Work in steps: a generator that yields wherever it may rest and returns its result. The same code runs to
 * its end at once (build, tests) or in slices between which others have their turn (background).
 */
export type Steps<T> = Generator<void, T, void>;

/** Longest time at a stretch, in ms: a frame of the screen, with room for the step that is under way. */
const SLICE = 10;

export interface SliceOptions {
  /** Lets others have their turn; resolves when this one comes again. */
  rest?: () => Promise<void>;
  /** Milliseconds of some clock that only goes forward. */
  now?: () => number;
  /** Stops the work: the promise rejects with the signal's reason, and the generator's `finally` blocks run. */
  signal?: AbortSignal;
}

export function runToEnd<T>(steps: Steps<T>): T {
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}

/** Runs steps for at most about 10 ms at a stretch. */
export async function runInSlices<T>(
  steps: Steps<T>,
  { rest = turnOfOthers, now = () => performance.now(), signal }: SliceOptions = {},
): Promise<T> {
  let began = now();
  for (;;) {
    if (signal?.aborted) {
      steps.return(undefined as never);
      throw signal.reason;
    }
    const { done, value } = steps.next();
    if (done) return value;
    if (now() - began < SLICE) continue;
    await rest();
    began = now();
  }
}

/** A task of its own. Unlike `setTimeout`, which browsers hold back to 4 ms when nested, a message comes at once. */
function turnOfOthers(): Promise<void> {
  const { port1, port2 } = new MessageChannel();
  return new Promise((resolve) => {
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}
