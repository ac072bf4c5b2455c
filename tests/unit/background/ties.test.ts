import { beforeEach, describe, expect, it } from 'vitest';
import { attendedBackground } from '../../fixtures/attended-background';
import { type BackgroundWorld, frameOf, OWN_PAGE, type SenderLike } from '../../fixtures/background-world';

let world: BackgroundWorld;

beforeEach(async () => {
  world = await attendedBackground();
});

interface Matched {
  known: boolean;
  changes: { flow: number; mentions: { entities: string[] }[] }[];
}

const match = (sender: SenderLike, document: string, texts: Record<number, string>, dropped: number[] = []) => {
  const own = Object.values(texts);
  const flows = { ids: Object.keys(texts).map(Number), lengths: own.map(({ length }) => length), text: own.join('') };
  return world.send({ to: 'match', with: { document, flows, dropped } }, sender) as Promise<Matched>;
};
const report = (sender: SenderLike, id: string, count: number) => {
  const mentions = [{ entities: [id], kind: id.split(':')[0], count, faint: 0, written: ['x'] }];
  return world.send({ to: 'report', with: { report: { mentions, words: 1 } } }, sender);
};
const summary = (tab: number) =>
  world.send({ to: 'tabSummary', with: { tab } }, OWN_PAGE) as Promise<{ mentions: { count: number }[] } | null>;

describe('a document belongs to its frame', () => {
  it('and is known there again', async () => {
    expect((await match(frameOf(1), '1', { 1: 'APT31' })).known).toBe(false);
    expect((await match(frameOf(1), '1', { 2: 'GCHQ' })).known).toBe(true);
  });

  it.each([
    ['another tab', frameOf(2)],
    ['another frame of the tab', frameOf(1, 9)],
  ])('%s that claims its id neither hears of it nor changes it', async (_, stranger) => {
    await match(frameOf(1), '1', { 1: 'The hackers of APT31 struck.' });
    const claimed = await match(stranger, '1', { 5: 'Zirconium again.' }, [1]);
    // Evidence of the first document would settle it.
    expect(claimed).toMatchObject({ known: false, changes: [] });
    const own = await match(frameOf(1), '1', { 5: 'Zirconium again.' });
    expect(own.known).toBe(true);
    expect(own.changes.map(({ flow, mentions }) => [flow, mentions[0]?.entities])).toEqual([[5, ['actor:apt31']]]);
  });

  it('which has one: another takes its place', async () => {
    await match(frameOf(1), '1', { 1: 'APT31' });
    await match(frameOf(1), '2', { 1: 'APT31' });
    expect((await match(frameOf(1), '1', {})).known).toBe(false);
  });

  it('a tab with many frames loses its own, not those of others', async () => {
    await match(frameOf(1), '1', { 1: 'APT31' });
    for (let frame = 0; frame < 300; frame++) await match(frameOf(2, frame), '1', { 1: 'APT31' });
    expect((await match(frameOf(1), '1', {})).known).toBe(true);
    expect((await match(frameOf(2, 299), '1', {})).known).toBe(true);
    expect((await match(frameOf(2, 0), '1', {})).known).toBe(false);
  });

  it('and is forgotten with its tab', async () => {
    await match(frameOf(1), '1', { 1: 'APT31' });
    world.closeTab(1);
    expect((await match(frameOf(1), '1', {})).known).toBe(false);
  });
});

describe('a report belongs to its frame', () => {
  it('adds up with those of its tab, and with no other', async () => {
    await report(frameOf(1, 0), 'actor:apt31', 2);
    await report(frameOf(1, 4), 'actor:apt31', 3);
    await report(frameOf(2, 0), 'actor:apt31', 50);
    expect((await summary(1))?.mentions.map(({ count }) => count)).toEqual([5]);
    await world.send({ to: 'withdraw', with: {} }, frameOf(1, 4));
    expect((await summary(1))?.mentions.map(({ count }) => count)).toEqual([2]);
    expect((await summary(2))?.mentions.map(({ count }) => count)).toEqual([50]);
  });

  it('of a closed tab is gone, and a last word from there leaves nothing behind', async () => {
    const putting = report(frameOf(1, 0), 'actor:apt31', 2);
    world.closeTab(1);
    await putting;
    await world.send({ to: 'withdraw', with: {} }, frameOf(1, 0));
    expect([...world.stored.session.keys()]).toEqual([]);
  });

  it('a tab can fill its own room only', async () => {
    await report(frameOf(1, 0), 'actor:apt31', 1);
    const { 0: one } = world.stored.session.get('tab:1') as Record<number, object>;
    world.stored.session.set('tab:1', Object.fromEntries(Array.from({ length: 500 }, (_, frame) => [frame, one])));
    await expect(report(frameOf(1, 500), 'actor:apt31', 1)).rejects.toThrow('could not be answered');
    await report(frameOf(2), 'actor:apt31', 1);
    expect((await summary(2))?.mentions).toHaveLength(1);
  });
});
