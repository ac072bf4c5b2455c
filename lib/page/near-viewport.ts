import { rectsOf } from './hit-test';
import type { PlacedMention } from './placing';

/** Rests between two choices while the reader scrolls, ms. */
const PAUSE = 100;

/**
 * Chooses the mentions near the viewport, where there are too many to register all. Elements that hold
 * mentions are watched; what they hold is chosen by element, and by distance where even the elements on the
 * screen hold too many, as a text file does that is one element.
 */
export class NearViewport {
  readonly #most: number;
  readonly #onChoice: (chosen: ReadonlySet<PlacedMention>) => void;
  readonly #observer: IntersectionObserver;
  readonly #byElement = new Map<Element, Set<PlacedMention>>();
  readonly #near = new Set<Element>();
  readonly #listening = new AbortController();
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(most: number, onChoice: (chosen: ReadonlySet<PlacedMention>) => void) {
    this.#most = most;
    this.#onChoice = onChoice;
    this.#observer = new IntersectionObserver((entries) => this.#onIntersect(entries), { rootMargin: '100% 0%' });
    const options = { passive: true, capture: true, signal: this.#listening.signal } as const;
    document.addEventListener('scroll', () => this.#onScroll(), options);
  }

  add(placed: PlacedMention): void {
    const element = elementOf(placed);
    const held = this.#byElement.get(element);
    if (held) held.add(placed);
    else {
      this.#byElement.set(element, new Set([placed]));
      this.#observer.observe(element);
    }
    if (this.#near.has(element)) this.#chooseSoon();
  }

  remove(placed: PlacedMention): void {
    const element = elementOf(placed);
    const held = this.#byElement.get(element);
    held?.delete(placed);
    if (held?.size !== 0) return;
    this.#byElement.delete(element);
    this.#near.delete(element);
    this.#observer.unobserve(element);
  }

  stop(): void {
    this.#listening.abort();
    this.#observer.disconnect();
    clearTimeout(this.#timer);
  }

  #onIntersect(entries: IntersectionObserverEntry[]): void {
    for (const { target, isIntersecting } of entries) {
      if (isIntersecting) this.#near.add(target);
      else this.#near.delete(target);
    }
    this.#choose();
  }

  /** Elements on the screen are known; only what is within them has to be chosen anew. */
  #onScroll(): void {
    if (this.#candidates().length > this.#most) this.#chooseSoon();
  }

  #chooseSoon(): void {
    this.#timer ??= setTimeout(() => this.#choose(), PAUSE);
  }

  #choose(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const candidates = this.#candidates();
    this.#onChoice(new Set(candidates.length > this.#most ? nearest(candidates, this.#most) : candidates));
  }

  #candidates(): PlacedMention[] {
    return [...this.#near].flatMap((element) => [...(this.#byElement.get(element) ?? [])]);
  }
}

function nearest(candidates: readonly PlacedMention[], most: number): PlacedMention[] {
  const middle = innerHeight / 2;
  const ranked = candidates.map((placed) => {
    const [rect] = rectsOf(placed);
    return { placed, distance: rect ? Math.abs(rect.top - middle) : Number.POSITIVE_INFINITY };
  });
  ranked.sort((a, b) => a.distance - b.distance);
  return ranked.slice(0, most).map(({ placed }) => placed);
}

function elementOf({ range }: PlacedMention): Element {
  return range.startContainer.parentElement ?? document.documentElement;
}
