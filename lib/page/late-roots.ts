import { shadowRootOf } from './dom-access';

/** Rests before each look, ms: pages define their elements as their scripts come. No look is taken for ever. */
const PAUSES = [200, 500, 1000, 2000, 4000];
const MOST = 1000;

/**
 * Elements of the page's own making that had no shadow root when they were read. A root that comes later is no
 * change that an observer hears of, so they are looked at again a few times.
 */
export class LateRoots {
  readonly #onRoot: (root: ShadowRoot) => void;
  #waiting = new Set<WeakRef<Element>>();
  #known = new WeakSet<Element>();
  #looks = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(onRoot: (root: ShadowRoot) => void) {
    this.#onRoot = onRoot;
  }

  wait(element: Element): void {
    if (this.#known.has(element) || this.#waiting.size >= MOST) return;
    this.#known.add(element);
    this.#waiting.add(new WeakRef(element));
    this.#looks = 0;
    this.#lookLater();
  }

  stop(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#waiting.clear();
  }

  #lookLater(): void {
    const pause = PAUSES[this.#looks];
    if (pause === undefined) {
      this.#waiting.clear();
      return;
    }
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined;
      this.#looks++;
      for (const reference of this.#waiting) {
        const element = reference.deref();
        const root = element && shadowRootOf(element);
        if (root) this.#onRoot(root);
        if (root || !element) this.#waiting.delete(reference);
      }
      if (this.#waiting.size) this.#lookLater();
    }, pause);
  }
}
