import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CardEvent, type CardState, type Effect, PREPARE_DELAY, step } from '../../../lib/card/state';

const delays = { open: 400, grace: 250 };
const idle: CardState<string> = { at: 'idle' };
const resting: CardState<string> = { at: 'resting', target: 'A' };
const open: CardState<string> = { at: 'open', target: 'A', isPinned: false };
const pinned: CardState<string> = { at: 'open', target: 'A', isPinned: true };
const leaving: CardState<string> = { at: 'leaving', target: 'A' };
const leavingForB: CardState<string> = { at: 'leaving', target: 'A', next: 'B' };

const over = (target: string): CardEvent<string> => ({ type: 'over', target });
const timer = (name: 'prepare' | 'open' | 'grace'): CardEvent<string> => ({ type: 'timer', timer: name });
const out: CardEvent<string> = { type: 'out' };
const enterCard: CardEvent<string> = { type: 'enterCard' };
const leaveCard: CardEvent<string> = { type: 'leaveCard' };
const dismiss: CardEvent<string> = { type: 'dismiss' };
const summon = (target: string): CardEvent<string> => ({ type: 'summon', target });

/** Effects in short: "start open 400", "stop grace", "show A with focus". */
function inShort(effect: Effect<string>): string {
  switch (effect.do) {
    case 'start':
      return `start ${effect.timer} ${effect.delay}`;
    case 'stop':
      return `stop ${effect.timer}`;
    case 'prepare':
      return `prepare ${effect.target}`;
    case 'show':
      return `show ${effect.target}${effect.focus ? ' with focus' : ''}`;
    case 'hide':
      return 'hide';
  }
}

const STOP_ALL = ['stop prepare', 'stop open', 'stop grace'];
const REST = ['start prepare 150', 'start open 400'];

type Row = [name: string, from: CardState<string>, event: CardEvent<string>, to: CardState<string>, effects: string[]];

const TRANSITIONS: Row[] = [
  ['idle: the pointer comes to rest on a mention', idle, over('A'), resting, REST],
  ['idle: the pointer is elsewhere', idle, out, idle, []],
  ['idle: the pointer enters a card that is not there', idle, enterCard, idle, []],
  ['idle: the pointer leaves a card that is not there', idle, leaveCard, idle, []],
  ['idle: a late prepare timer', idle, timer('prepare'), idle, []],
  ['idle: a late open timer', idle, timer('open'), idle, []],
  ['idle: a late grace timer', idle, timer('grace'), idle, []],
  ['idle: summoned', idle, summon('A'), pinned, [...STOP_ALL, 'show A with focus']],
  ['idle: dismissed', idle, dismiss, idle, STOP_ALL],

  ['resting: still on the mention', resting, over('A'), resting, []],
  ['resting: on to another mention', resting, over('B'), { at: 'resting', target: 'B' }, [...STOP_ALL, ...REST]],
  ['resting: off the mention', resting, out, idle, STOP_ALL],
  ['resting: time to prepare', resting, timer('prepare'), resting, ['prepare A']],
  ['resting: time to open', resting, timer('open'), open, ['show A']],
  ['resting: a late grace timer', resting, timer('grace'), resting, []],
  ['resting: the pointer enters a card that is not there', resting, enterCard, resting, []],
  ['resting: the pointer leaves a card that is not there', resting, leaveCard, resting, []],
  ['resting: summoned', resting, summon('B'), { ...pinned, target: 'B' }, [...STOP_ALL, 'show B with focus']],
  ['resting: dismissed', resting, dismiss, idle, STOP_ALL],

  ['open: still on the mention', open, over('A'), open, []],
  ['open: over another mention', open, over('B'), leavingForB, ['start grace 250']],
  ['open: off the mention', open, out, leaving, ['start grace 250']],
  ['open: into the card', open, enterCard, open, ['stop grace']],
  ['open: out of the card', open, leaveCard, leaving, ['start grace 250']],
  ['open: a late prepare timer', open, timer('prepare'), open, []],
  ['open: a late open timer', open, timer('open'), open, []],
  ['open: a late grace timer', open, timer('grace'), open, []],
  ['open: summoned', open, summon('B'), { ...pinned, target: 'B' }, [...STOP_ALL, 'show B with focus']],
  ['open: dismissed', open, dismiss, idle, [...STOP_ALL, 'hide']],

  ['pinned: over another mention', pinned, over('B'), pinned, []],
  ['pinned: the pointer is elsewhere', pinned, out, pinned, []],
  ['pinned: out of the card', pinned, leaveCard, pinned, []],
  ['pinned: into the card, which ends the pin', pinned, enterCard, open, ['stop grace']],
  ['pinned: a late grace timer', pinned, timer('grace'), pinned, []],
  ['pinned: summoned for another', pinned, summon('B'), { ...pinned, target: 'B' }, [...STOP_ALL, 'show B with focus']],
  ['pinned: dismissed', pinned, dismiss, idle, [...STOP_ALL, 'hide']],

  ['leaving: back on the mention', leaving, over('A'), open, ['stop grace']],
  ['leaving: into the card', leaving, enterCard, open, ['stop grace']],
  ['leaving: over another mention', leaving, over('B'), leavingForB, []],
  ['leaving: still elsewhere', leaving, out, leaving, []],
  ['leaving: the pointer leaves the card', leaving, leaveCard, leaving, []],
  ['leaving: the grace is over', leaving, timer('grace'), idle, ['hide']],
  ['leaving: a late prepare timer', leaving, timer('prepare'), leaving, []],
  ['leaving: a late open timer', leaving, timer('open'), leaving, []],
  ['leaving: summoned', leaving, summon('B'), { ...pinned, target: 'B' }, [...STOP_ALL, 'show B with focus']],
  ['leaving: dismissed', leaving, dismiss, idle, [...STOP_ALL, 'hide']],

  ['leaving for another: back on the first', leavingForB, over('A'), open, ['stop grace']],
  ['leaving for another: into the card', leavingForB, enterCard, open, ['stop grace']],
  ['leaving for another: on to a third', leavingForB, over('C'), { ...leaving, next: 'C' }, []],
  ['leaving for another: off it', leavingForB, out, leaving, []],
  [
    'leaving for another: the grace is over',
    leavingForB,
    timer('grace'),
    { at: 'resting', target: 'B' },
    ['hide', ...REST],
  ],
  ['leaving for another: dismissed', leavingForB, dismiss, idle, [...STOP_ALL, 'hide']],
];

describe('the card’s state machine', () => {
  it.each(TRANSITIONS)('%s', (_name, from, event, to, effects) => {
    const [state, done] = step(from, event, delays);
    expect(state).toEqual(to);
    expect(done.map(inShort)).toEqual(effects);
  });

  it('prepares no later than it opens, where the reader wants no delay', () => {
    expect(step(idle, over('A'), { open: 50, grace: 0 })[1].map(inShort)).toEqual([
      'start prepare 50',
      'start open 50',
    ]);
    expect(PREPARE_DELAY).toBeLessThan(delays.open);
  });
});

describe('the card’s state machine, after any events,', () => {
  const target = fc.constantFrom('A', 'B', 'C');
  const event: fc.Arbitrary<CardEvent<string>> = fc.oneof(
    target.map(over),
    target.map(summon),
    fc.constantFrom(out, enterCard, leaveCard, dismiss),
    fc.constantFrom('prepare', 'open', 'grace').map((name) => timer(name as 'grace')),
  );
  const events = fc.array(event, { maxLength: 60 });

  /** Runs events; calls `each` with the state and effects of every step. */
  function run(
    list: readonly CardEvent<string>[],
    each?: (state: CardState<string>, effects: Effect<string>[], event: CardEvent<string>) => void,
  ): CardState<string> {
    let state = idle as CardState<string>;
    for (const one of list) {
      const [next, effects] = step(state, one, delays);
      state = next;
      each?.(state, effects, one);
    }
    return state;
  }

  it('hides only what is shown, and is open or leaving exactly while something is shown', () => {
    fc.assert(
      fc.property(events, (list) => {
        let shown: string | undefined;
        run(list, (state, effects) => {
          for (const effect of effects) {
            if (effect.do === 'hide') {
              expect(shown).toBeDefined();
              shown = undefined;
            } else if (effect.do === 'show') shown = effect.target;
          }
          expect(state.at === 'open' || state.at === 'leaving').toBe(shown !== undefined);
          if ('target' in state && shown !== undefined) expect(state.target).toBe(shown);
        });
      }),
      { numRuns: 1000 },
    );
  });

  it('is idle once dismissed, with every timer stopped', () => {
    fc.assert(
      fc.property(events, (list) => {
        const [state, effects] = step(run(list), dismiss, delays);
        expect(state).toEqual(idle);
        expect(effects.map(inShort)).toEqual(expect.arrayContaining(STOP_ALL));
      }),
    );
  });

  it('waits for the timer that will move it on, where only timers that were started fire', () => {
    fc.assert(
      fc.property(events, (list) => {
        const running = new Set<string>();
        let state = idle as CardState<string>;
        for (const one of list) {
          if (one.type === 'timer' && !running.delete(one.timer)) continue;
          const [next, effects] = step(state, one, delays);
          state = next;
          for (const effect of effects) {
            if (effect.do === 'start') running.add(effect.timer);
            if (effect.do === 'stop') running.delete(effect.timer);
          }
          expect(running.has('grace')).toBe(state.at === 'leaving');
          expect(running.has('open')).toBe(state.at === 'resting');
        }
      }),
      { numRuns: 1000 },
    );
  });

  it('takes the focus only when summoned', () => {
    fc.assert(
      fc.property(events, (list) => {
        run(list, (_state, effects, one) => {
          for (const effect of effects) if (effect.do === 'show') expect(effect.focus).toBe(one.type === 'summon');
        });
      }),
    );
  });

  it('never closes a summoned card because the pointer moves outside it', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.oneof(target.map(over), fc.constantFrom(out, leaveCard, timer('prepare'), timer('open'), timer('grace'))),
        ),
        (moves) => {
          expect(run([summon('A'), ...moves])).toEqual(pinned);
        },
      ),
    );
  });
});
