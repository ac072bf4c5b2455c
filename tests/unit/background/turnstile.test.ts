import { describe, expect, it } from 'vitest';
import { Turnstile } from '../../../lib/background/border/turnstile';

/** A turnstile whose clock goes on only when somebody sleeps, or when a test says so. */
function atTurnstile() {
  const clock = { now: 0 };
  const turnstile = new Turnstile(
    () => clock.now,
    async (milliseconds) => {
      clock.now += milliseconds;
    },
  );
  return { clock, turnstile };
}

describe('a tab', () => {
  it('sends at once what is within its share', () => {
    const { turnstile } = atTurnstile();
    const turns = Array.from({ length: 1000 }, () => turnstile.admit(1, 1));
    expect(turns.every((turn) => turn === undefined)).toBe(true);
  });

  it('waits, in order, when it sends more, and loses nothing', async () => {
    const { clock, turnstile } = atTurnstile();
    const passed: number[] = [];
    const all = Array.from({ length: 4000 }, async (_, i) => {
      await turnstile.admit(1, 1);
      passed.push(i);
    });
    await Promise.all(all);
    expect(passed).toEqual([...passed.keys()]);
    expect(passed).toHaveLength(4000);
    expect(clock.now).toBeGreaterThan(0);
  });

  it('does not make another one wait', () => {
    const { turnstile } = atTurnstile();
    turnstile.admit(1, 1_000_000);
    expect(turnstile.admit(1, 1)).toBeInstanceOf(Promise);
    expect(turnstile.admit(2, 1)).toBeUndefined();
  });

  it('may send again after a rest', () => {
    const { clock, turnstile } = atTurnstile();
    turnstile.admit(1, 3_001);
    clock.now += 1000;
    expect(turnstile.admit(1, 1)).toBeUndefined();
  });

  it('is refused when too much of it waits', () => {
    const { turnstile } = atTurnstile();
    const flood = () => {
      for (let i = 0; i < 20_000; i++) void turnstile.admit(1, 1);
    };
    expect(flood).toThrow('too many messages');
    expect(() => turnstile.refuseIfFull(1)).toThrow('too many messages');
    expect(() => turnstile.refuseIfFull(2)).not.toThrow();
  });
});
