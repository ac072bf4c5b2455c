import { type CardEvent, type CardState, type Delays, type Effect, step, type TimerName } from './state';

/** What the controller needs of the page and of the card's script. */
export interface CardPorts<Target> {
  /** The mention under a point of the viewport. */
  targetAt(x: number, y: number, element: EventTarget | null): Target | undefined;
  prepare(target: Target): void;
  show(target: Target, focus: boolean): void;
  hide(): void;
  /** Whether an event comes from the card itself. */
  isInCard(event: Event): boolean;
}

/**
 * Turns pointer, key and scroll events into steps of the card's state machine. Listens passively, asks
 * for the mention under the pointer at most once a frame, and takes all its listeners away on `stop`.
 */
export class CardController<Target> {
  readonly #ports: CardPorts<Target>;
  #delays: Delays;
  #state: CardState<Target> = { at: 'idle' };
  readonly #timers = new Map<TimerName, ReturnType<typeof setTimeout>>();
  readonly #listening = new AbortController();
  #frame = 0;
  #wasInCard = false;

  constructor(ports: CardPorts<Target>, delays: Delays) {
    this.#ports = ports;
    this.#delays = delays;
    const { signal } = this.#listening;
    const passive = { passive: true, capture: true, signal } as const;
    document.addEventListener('pointermove', (event) => this.#onMove(event), passive);
    document.addEventListener('pointerleave', () => this.dispatch({ type: 'out' }), passive);
    document.addEventListener('pointerdown', (event) => this.#onDown(event), passive);
    document.addEventListener('keydown', (event) => this.#onKey(event), { capture: true, signal });
  }

  set delays(delays: Delays) {
    this.#delays = delays;
  }

  get isOpen(): boolean {
    return this.#state.at === 'open' || this.#state.at === 'leaving';
  }

  dispatch(event: CardEvent<Target>): void {
    const [state, effects] = step(this.#state, event, this.#delays);
    this.#state = state;
    for (const effect of effects) this.#carryOut(effect);
  }

  stop(): void {
    this.dispatch({ type: 'dismiss' });
    cancelAnimationFrame(this.#frame);
    this.#listening.abort();
  }

  #carryOut(effect: Effect<Target>): void {
    switch (effect.do) {
      case 'start':
        clearTimeout(this.#timers.get(effect.timer));
        this.#timers.set(
          effect.timer,
          setTimeout(() => this.dispatch({ type: 'timer', timer: effect.timer }), effect.delay),
        );
        return;
      case 'stop':
        clearTimeout(this.#timers.get(effect.timer));
        return;
      case 'prepare':
        this.#ports.prepare(effect.target);
        return;
      case 'show':
        this.#ports.show(effect.target, effect.focus);
        return;
      case 'hide':
        this.#ports.hide();
        return;
    }
  }

  #onMove(event: PointerEvent): void {
    if (!event.isTrusted || event.pointerType === 'touch') return;
    const inCard = this.#ports.isInCard(event);
    if (inCard !== this.#wasInCard) {
      this.#wasInCard = inCard;
      this.dispatch({ type: inCard ? 'enterCard' : 'leaveCard' });
    }
    if (inCard || event.buttons) return;
    const [element] = event.composedPath();
    cancelAnimationFrame(this.#frame);
    this.#frame = requestAnimationFrame(() => {
      const target = this.#ports.targetAt(event.clientX, event.clientY, element ?? null);
      this.dispatch(target ? { type: 'over', target } : { type: 'out' });
    });
  }

  /** A tap on a mention opens its card unless the tap means something else: a link, a control. */
  #onDown(event: PointerEvent): void {
    if (!event.isTrusted || this.#ports.isInCard(event)) return;
    const [element] = event.composedPath();
    const acts =
      element instanceof Element &&
      element.closest('a[href], button, input, select, textarea, label, summary, [role=button], [onclick]');
    const target =
      event.pointerType === 'touch' && !acts
        ? this.#ports.targetAt(event.clientX, event.clientY, element ?? null)
        : undefined;
    this.dispatch(target ? { type: 'summon', target } : { type: 'dismiss' });
  }

  #onKey(event: KeyboardEvent): void {
    // In the card, Escape may be for an open menu first; the card tells when it is for itself.
    if (event.key !== 'Escape' || !event.isTrusted || !this.isOpen || this.#ports.isInCard(event)) return;
    event.stopPropagation();
    event.preventDefault();
    this.dispatch({ type: 'dismiss' });
  }
}
