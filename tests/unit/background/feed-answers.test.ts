import { beforeEach, describe, expect, it } from 'vitest';
import type { FeedAlarm } from '../../../lib/background/feeds/alarm';
import { feedAnswers } from '../../../lib/background/feeds/answers';
import type { FeedAction } from '../../../lib/feeds/action';
import { bundleOf, type Life, newLife, newWorld, type World } from '../../fixtures/feed-world';

const URL = 'https://feeds.example/groups.json';
const options = { isExtensionPage: true };
const page = { isExtensionPage: false, tab: 1, frame: 0 };

let world: World;
let life: Life;
let answers: ReturnType<typeof feedAnswers>;
beforeEach(() => {
  world = newWorld();
  world.served.set(URL, () => new Response(bundleOf('Aspenfall')));
  life = newLife(world);
  answers = feedAnswers(life.work, { draw: async () => undefined } as FeedAlarm);
});

const isCore = async () => (await life.work.view()).feeds.map(({ id }) => id).join() === 'core';

describe('messages on feeds', () => {
  it('are answered to the extension’s own pages', async () => {
    await answers.feedAction({ do: 'add-address', url: URL }, options);
    expect((await answers.feeds({}, options))?.feeds).toHaveLength(2);
    const id = (await life.work.view()).feeds[1]!.id;
    expect(await answers.feedChanges({ feed: id, search: '', from: 0 }, options)).toMatchObject({ total: 1 });
  });

  it('are answered to no page’s script: it learns nothing and changes nothing', async () => {
    await answers.feedAction({ do: 'add-address', url: URL }, page);
    expect([await isCore(), world.asked]).toEqual([true, []]);
    await answers.feedAction({ do: 'add-address', url: URL }, options);
    const id = (await life.work.view()).feeds[1]!.id;
    expect(await answers.feeds({}, page)).toBeNull();
    expect(await answers.feedChanges({ feed: id, search: '', from: 0 }, page)).toBeNull();
    await answers.feedAction({ do: 'install', feed: id }, page);
    expect(await life.knows('Aspenfall')).toBe(false);
  });

  it.each<[string, unknown]>([
    ['nothing', undefined],
    ['no deed', {}],
    ['an unknown deed', { do: 'erase' }],
    ['a field too many', { do: 'check', feed: 'core', force: true }],
    ['an id of another form', { do: 'remove', feed: '../core' }],
    ['a number that is none', { do: 'back', feed: 'core', number: -1 }],
    ['a file that is none', { do: 'add-file', upload: '1', file: 'x' }],
    ['a list without end', { do: 'set-list', text: 'x'.repeat(1_000_001) }],
    ['a schedule of one’s own', { do: 'schedule', every: 'minutely' }],
    ['a preset of one’s own', { do: 'add-preset', preset: 'mine' }],
  ])('are left alone where they are not as they should be: %s', async (_, action) => {
    await answers.feedAction(action as FeedAction, options);
    expect([await isCore(), world.asked, world.small['watch-list']]).toEqual([true, [], undefined]);
  });

  it('refuse an address that no feed may have', async () => {
    await expect(
      answers.feedAction({ do: 'add-address', url: 'http://feeds.example/' }, options),
    ).rejects.toMatchObject({
      code: 'address-not-https',
    });
    expect(await isCore()).toBe(true);
  });
});
