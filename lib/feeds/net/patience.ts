import { FeedRefused } from '../refused';

/** The time limits of one download. Whoever waits too long, or is stopped by the reader, stops waiting. */
export class Patience {
  readonly #limits: { answer: number; whole: number };
  readonly #abort = new AbortController();
  readonly #whole: ReturnType<typeof setTimeout>;
  readonly #outer: AbortSignal | undefined;
  readonly #stopped: Promise<never>;
  readonly #onOuter = () => this.#abort.abort(this.#outer?.reason);

  /** @param limits seconds */
  constructor(limits: { answer: number; whole: number }, outer?: AbortSignal) {
    this.#limits = limits;
    this.#outer = outer;
    // Beside the fetch's own: one in a service worker that is being torn down may never answer to its signal.
    this.#stopped = new Promise((_, reject) => {
      this.signal.addEventListener('abort', () => reject(this.signal.reason), { once: true });
    });
    this.#stopped.catch(() => undefined);
    if (outer?.aborted) this.#onOuter();
    outer?.addEventListener('abort', this.#onOuter);
    this.#whole = setTimeout(
      () => this.#abort.abort(new FeedRefused('too-slow', { seconds: limits.whole })),
      limits.whole * 1000,
    );
  }

  get signal(): AbortSignal {
    return this.#abort.signal;
  }

  /** Waits for the server's first word. */
  forAnswer<T>(answer: Promise<T>, otherwise: 'unreachable'): Promise<T> {
    return this.#wait(answer, new FeedRefused('no-answer', { seconds: this.#limits.answer }), otherwise);
  }

  /** Waits for its next. */
  forPortion<T>(portion: Promise<T>): Promise<T> {
    return this.#wait(portion, new FeedRefused('stalled', { seconds: this.#limits.answer }), 'cut-off');
  }

  end(): void {
    clearTimeout(this.#whole);
    this.#outer?.removeEventListener('abort', this.#onOuter);
    this.#abort.abort(new Error('the download is over'));
  }

  async #wait<T>(work: Promise<T>, late: FeedRefused, otherwise: 'unreachable' | 'cut-off'): Promise<T> {
    const timer = setTimeout(() => this.#abort.abort(late), this.#limits.answer * 1000);
    work.catch(() => undefined);
    try {
      return await Promise.race([work, this.#stopped]);
    } catch {
      throw this.signal.aborted ? this.signal.reason : new FeedRefused(otherwise);
    } finally {
      clearTimeout(timer);
    }
  }
}
