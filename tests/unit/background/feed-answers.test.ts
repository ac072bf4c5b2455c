import { beforeEach, describe, expect, it } from 'vitest';
import type { FeedAlarm } from '../../../lib/background/feeds/alarm';
import { feedAnswers } from '../../../lib/background/feeds/answers';
import { bundleOf, type Life, newLife, newWorld, type World } from '../../fixtures/feed-world';

const URL = 'https://feeds.example/groups.json';
const options = { kind: 'own page', isExtensionPage: true, host: '' } as const;

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

  it('refuse an address that no feed may have', async () => {
    await expect(
      answers.feedAction({ do: 'add-address', url: 'http://feeds.example/' }, options),
    ).rejects.toMatchObject({
      code: 'address-not-https',
    });
    expect(await isCore()).toBe(true);
  });
});
