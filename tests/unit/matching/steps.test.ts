import { describe, expect, it } from 'vitest';
import { runInSlices, runToEnd, type Steps } from '../../../lib/matching/steps';

/** Ten steps; each takes as long as the clock is told. */
function* ten(onStep: () => void, onEnd: () => void): Steps<string> {
  try {
    for (let i = 0; i < 10; i++) {
      onStep();
      yield;
    }
    return 'done';
  } finally {
    onEnd();
  }
}

describe('work in steps', () => {
  it('gives the same result at once and in slices', async () => {
    const nothing = () => {};
    expect(runToEnd(ten(nothing, nothing))).toBe('done');
    expect(await runInSlices(ten(nothing, nothing))).toBe('done');
  });

  it('rests whenever 10 ms have gone by', async () => {
    let clock = 0;
    const stretches: number[] = [];
    let began = 0;
    const rest = async () => {
      stretches.push(clock - began);
      clock += 500;
      began = clock;
    };
    await runInSlices(
      ten(
        () => {
          clock += 4;
        },
        () => {},
      ),
      { rest, now: () => clock },
    );
    expect(stretches).toEqual([12, 12, 12]);
  });

  it('stops when told to, and cleans up', async () => {
    const stop = new AbortController();
    let steps = 0;
    let ended = false;
    const work = ten(
      () => {
        if (++steps === 3) stop.abort(new Error('enough'));
      },
      () => {
        ended = true;
      },
    );
    await expect(runInSlices(work, { signal: stop.signal })).rejects.toThrow('enough');
    expect([steps, ended]).toEqual([3, true]);
  });
});
