import { beforeEach, describe, expect, it } from 'vitest';
import { obeyPolicy, scheduleUnder } from '../../../lib/background/feeds/obey-policy';
import { FeedStorage } from '../../../lib/background/feeds/storage';
import { nameId } from '../../../lib/feeds/adapters/name-id';
import type { PolicyLayer } from '../../../lib/policy';
import { bundleOf, type Life, newLife, newWorld, type World } from '../../fixtures/feed-world';

const URL = 'https://feeds.example/groups.json';
const ID = nameId('web', URL);

let world: World;
let life: Life;
beforeEach(() => {
  world = newWorld();
  life = newLife(world);
  world.served.set(URL, () => new Response(bundleOf('Aspenfall')));
});

function obey(layers: { defaults?: PolicyLayer; enforced?: PolicyLayer }): Promise<void> {
  world.policy = { defaults: {}, enforced: {}, ...layers };
  const storage = new FeedStorage(
    { get: async () => structuredClone(world.small), set: async (values) => void Object.assign(world.small, values) },
    (work) => work(),
    world.database,
  );
  return obeyPolicy(world.policy, storage, life.work);
}

describe('an organisation’s feeds', () => {
  it('that are enforced are installed, and can’t be switched off or removed', async () => {
    await obey({ enforced: { feeds: [{ address: URL, name: 'Desk' }] } });
    expect(await life.row(ID)).toMatchObject({ name: 'Desk', byPolicy: 'enforced', inUse: 1 });
    await life.work.switch(ID, false);
    await life.work.remove(ID);
    expect(await life.row(ID)).toMatchObject({ isOn: true, inUse: 1 });
    expect(await life.knows('Aspenfall')).toBe(true);
  });

  it('are the reader’s again when the policy ends', async () => {
    await obey({ enforced: { feeds: [{ address: URL }] } });
    await obey({});
    await life.work.remove(ID);
    expect(await life.knows('Aspenfall')).toBe(false);
  });

  it('that are defaults are put there once', async () => {
    const defaults = { feeds: [{ address: URL }] };
    await obey({ defaults });
    expect(await life.row(ID)).toMatchObject({ byPolicy: 'default', inUse: 1 });
    await life.work.remove(ID);
    await obey({ defaults });
    expect((await life.work.view()).feeds.map(({ id }) => id)).toEqual(['core']);
  });

  it('have to have an address that a feed may have', async () => {
    await obey({ enforced: { feeds: [{ address: 'http://feeds.example/' }, { address: 'file:///etc/passwd' }] } });
    expect(world.asked).toEqual([]);
    expect((await life.work.view()).feeds.map(({ id }) => id)).toEqual(['core']);
  });
});

describe('an organisation’s schedule', () => {
  const own = { every: 'never' as const, installs: false };
  it.each([
    [
      'a default holds until the reader chooses',
      { every: 'weekly' as const },
      {},
      own,
      { every: 'weekly', installs: false },
    ],
    [
      'the reader has chosen',
      { every: 'weekly' as const },
      {},
      { ...own, isChosen: true },
      { every: 'never', installs: false },
    ],
    [
      'enforced',
      {},
      { every: 'daily' as const, installs: true },
      { ...own, isChosen: true },
      { every: 'daily', installs: true },
    ],
  ])('%s', (_, defaults, enforced, schedule, expected) => {
    const policy = { defaults: { updates: defaults }, enforced: { updates: enforced } };
    expect(scheduleUnder(policy, schedule)).toMatchObject(expected);
  });

  it('that is enforced is shown as such', async () => {
    world.policy = { defaults: {}, enforced: { updates: { every: 'daily' } } };
    expect(await life.work.view()).toMatchObject({ schedule: { every: 'daily' }, locked: ['every'] });
  });
});
