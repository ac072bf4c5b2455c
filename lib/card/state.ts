/**
 * When the card opens and closes: a state machine with named delays, free of timers and pages. The
 * controller feeds it events and carries out its effects.
 */

/** Rest of the pointer before the card's script and data are fetched, ms. */
export const PREPARE_DELAY = 150;

export interface Delays {
  /** From the pointer's rest to the open card, ms; at least `PREPARE_DELAY`. */
  open: number;
  /** Grace for the pointer's trip into the card, ms. */
  grace: number;
}

export type CardState<Target> =
  | { at: 'idle' }
  /** The pointer rests on a mention; nothing is shown yet. */
  | { at: 'resting'; target: Target }
  | { at: 'open'; target: Target; isPinned: boolean }
  /** The pointer has left mention and card; `next` is where it rests meanwhile. */
  | { at: 'leaving'; target: Target; next?: Target };

export type CardEvent<Target> =
  | { type: 'over'; target: Target }
  | { type: 'out' }
  | { type: 'enterCard' }
  | { type: 'leaveCard' }
  | { type: 'timer'; timer: TimerName }
  /** The reader came by keyboard or tap: open at once, stay open, take the focus. */
  | { type: 'summon'; target: Target }
  | { type: 'dismiss' };

export type TimerName = 'prepare' | 'open' | 'grace';

export type Effect<Target> =
  | { do: 'start'; timer: TimerName; delay: number }
  | { do: 'stop'; timer: TimerName }
  | { do: 'prepare'; target: Target }
  | { do: 'show'; target: Target; focus: boolean }
  | { do: 'hide' };

type Step<Target> = [CardState<Target>, Effect<Target>[]];

const STOP_ALL = (['prepare', 'open', 'grace'] as const).map((timer) => ({ do: 'stop', timer }) as const);

/** One step: the state after an event, and what is to be done. Pure. */
export function step<Target>(state: CardState<Target>, event: CardEvent<Target>, delays: Delays): Step<Target> {
  if (event.type === 'dismiss') {
    return [
      { at: 'idle' },
      state.at === 'open' || state.at === 'leaving' ? [...STOP_ALL, { do: 'hide' }] : [...STOP_ALL],
    ];
  }
  if (event.type === 'summon') {
    return [
      { at: 'open', target: event.target, isPinned: true },
      [...STOP_ALL, { do: 'show', target: event.target, focus: true }],
    ];
  }
  switch (state.at) {
    case 'idle':
      return event.type === 'over' ? rest(event.target, delays) : [state, []];
    case 'resting':
      return resting(state, event, delays);
    case 'open':
      return open(state, event, delays);
    case 'leaving':
      return leaving(state, event, delays);
  }
}

function rest<Target>(target: Target, delays: Delays): Step<Target> {
  const effects: Effect<Target>[] = [
    { do: 'start', timer: 'prepare', delay: Math.min(PREPARE_DELAY, delays.open) },
    { do: 'start', timer: 'open', delay: delays.open },
  ];
  return [{ at: 'resting', target }, effects];
}

function resting<Target>(
  state: CardState<Target> & { at: 'resting' },
  event: CardEvent<Target>,
  delays: Delays,
): Step<Target> {
  if (event.type === 'over' && event.target !== state.target) {
    const [next, effects] = rest(event.target, delays);
    return [next, [...STOP_ALL, ...effects]];
  }
  if (event.type === 'out') return [{ at: 'idle' }, [...STOP_ALL]];
  if (event.type === 'timer' && event.timer === 'prepare') return [state, [{ do: 'prepare', target: state.target }]];
  if (event.type === 'timer' && event.timer === 'open') {
    return [
      { at: 'open', target: state.target, isPinned: false },
      [{ do: 'show', target: state.target, focus: false }],
    ];
  }
  return [state, []];
}

function open<Target>(
  state: CardState<Target> & { at: 'open' },
  event: CardEvent<Target>,
  delays: Delays,
): Step<Target> {
  if (event.type === 'enterCard') return [{ ...state, isPinned: false }, [{ do: 'stop', timer: 'grace' }]];
  const leaves =
    event.type === 'out' || event.type === 'leaveCard' || (event.type === 'over' && event.target !== state.target);
  if (!leaves || state.isPinned) return [state, []];
  const next = event.type === 'over' ? { next: event.target } : {};
  return [{ at: 'leaving', target: state.target, ...next }, [{ do: 'start', timer: 'grace', delay: delays.grace }]];
}

function leaving<Target>(
  state: CardState<Target> & { at: 'leaving' },
  event: CardEvent<Target>,
  delays: Delays,
): Step<Target> {
  if (event.type === 'enterCard' || (event.type === 'over' && event.target === state.target)) {
    return [{ at: 'open', target: state.target, isPinned: false }, [{ do: 'stop', timer: 'grace' }]];
  }
  if (event.type === 'over') return [{ ...state, next: event.target }, []];
  if (event.type === 'out') return [{ at: 'leaving', target: state.target }, []];
  if (event.type === 'timer' && event.timer === 'grace') {
    if (!state.next) return [{ at: 'idle' }, [{ do: 'hide' }]];
    const [next, effects] = rest(state.next, delays);
    return [next, [{ do: 'hide' }, ...effects]];
  }
  return [state, []];
}
