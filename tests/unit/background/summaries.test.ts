import { beforeEach, describe, expect, it } from 'vitest';
import { BackgroundWorld } from '../../fixtures/background-world';

const report = (count: number) => ({
  mentions: [{ entities: ['actor:apt31' as const], kind: 'actor' as const, count, faint: 0, written: ['APT31'] }],
  words: 1,
});

describe('reports that come faster than they can be written', () => {
  const world = new BackgroundWorld();
  let writes = 0;

  beforeEach(() => {
    world.install({});
    writes = 0;
    const { storage } = (
      globalThis as unknown as { browser: { storage: { session: { set(values: object): Promise<void> } } } }
    ).browser;
    const { set } = storage.session;
    storage.session.set = (values) => {
      writes++;
      return set(values);
    };
  });

  it('leave the last word of each frame, in a few writes', async () => {
    const { Summaries } = await import('../../../lib/background/summaries');
    const summaries = new Summaries();
    const heard: number[] = [];
    summaries.onChange(async (tab) => void heard.push(tab));
    const all: Promise<void>[] = [];
    for (let count = 1; count <= 500; count++)
      for (const frame of [0, 7]) all.push(summaries.put(1, frame, report(count)));
    all.push(summaries.withdraw(1, 7));
    await Promise.all(all);
    expect(await summaries.of(1)).toEqual({ 0: report(500) });
    expect(writes).toBeLessThan(5);
    await summaries.put(1, 0, report(1));
    expect(heard).toContain(1);
  });

  it('are not written for a tab that was closed meanwhile', async () => {
    const { Summaries } = await import('../../../lib/background/summaries');
    const summaries = new Summaries();
    const putting = summaries.put(2, 0, report(1));
    await summaries.forget(2);
    await putting;
    expect(world.stored.session.has('tab:2')).toBe(false);
  });
});
