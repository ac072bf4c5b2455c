import { beforeEach, describe, expect, it } from 'vitest';
import { entityView } from '../../../lib/dataset/entity-view';
import { excerptOf } from '../../../lib/dataset/excerpt';
import { OWN_LIST } from '../../../lib/model/feed-source';
import { bundleOf, type Life, newLife, newWorld, type World } from '../../fixtures/feed-world';

const URL = 'https://feeds.example/groups.json';
const ID = 'desk';

let world: World;
let life: Life;
beforeEach(() => {
  world = newWorld();
  life = newLife(world);
});

const serve = (...names: string[]) => world.served.set(URL, () => new Response(bundleOf(...names)));
const subscribe = (installs = false) => life.work.addAddress(URL, { name: 'Desk', preset: ID }, installs);

describe('a feed', () => {
  it('is loaded, compared, and not installed before the reader says so', async () => {
    serve('Quillfeather', 'Driftglass');
    await subscribe();
    const { waiting, inUse } = await life.row(ID);
    expect(inUse).toBeUndefined();
    expect(waiting).toMatchObject({ number: 1, entities: 2, changes: { since: 0, counts: { 'entity-added': 2 } } });
    expect(await life.knows('Quillfeather')).toBe(false);
    const page = await life.work.changes(ID, 'drift', 0);
    expect([page.total, page.found]).toEqual([2, 1]);
    expect(page.changes).toMatchObject([{ what: 'entity-added', name: 'Driftglass' }]);
  });

  it('is in use once it is installed, for this life and the next', async () => {
    serve('Quillfeather');
    await subscribe();
    let switched = 0;
    life.dataset.onSwitch(() => switched++);
    await life.work.install(ID);
    expect(await life.row(ID)).toMatchObject({ inUse: 1, isOn: true, brings: { added: 1 } });
    expect((await life.row(ID)).waiting).toBeUndefined();
    expect(await life.knows('Quillfeather')).toBe(true);
    expect(switched).toBe(1);
    expect(await newLife(world).knows('Quillfeather')).toBe(true);
  });

  it('tells each step', async () => {
    serve('Quillfeather');
    await subscribe(true);
    const steps = life.progress.map(({ step }) => step);
    expect([...new Set(steps)]).toEqual([
      'waiting',
      'asking',
      'loading',
      'reading',
      'writing',
      'merging',
      'comparing',
      'compiling',
    ]);
  });

  it('takes with it exactly what it brought, and brings it back', async () => {
    const before = (await life.dataset.open()).records.ids();
    serve('Quillfeather');
    await subscribe(true);
    await life.work.switch(ID, false);
    expect((await life.dataset.open()).records.ids()).toEqual(before);
    expect(world.small.dataset).toBeNull();
    expect(await life.row(ID)).toMatchObject({ isOn: false });
    world.asked.length = 0;
    await life.work.switch(ID, true);
    expect(await life.knows('Quillfeather')).toBe(true);
    expect(world.asked).toEqual([]);
  });

  it('goes back to any of three versions, and forth again', async () => {
    for (const names of [['Aspenfall'], ['Birchglow'], ['Cedarmist'], ['Dogwood Ring'], ['Elmshade']]) {
      serve(...names);
      await (world.small.feeds ? life.work.check(ID, { installs: true }) : subscribe(true));
    }
    const row = await life.row(ID);
    expect(row.versions.map(({ number }) => number)).toEqual([5, 4, 3, 2]);
    await life.work.back(ID, 2);
    expect([await life.knows('Birchglow'), await life.knows('Elmshade')]).toEqual([true, false]);
    expect(await life.row(ID)).toMatchObject({ inUse: 2, skipped: row.versions[0]!.hash });
    await life.work.back(ID, 5);
    expect([await life.knows('Birchglow'), await life.knows('Elmshade')]).toEqual([false, true]);
    await life.work.back(ID, 1);
    expect((await life.row(ID)).failure?.code).toBe('gone');
    expect(await life.knows('Elmshade')).toBe(true);
  });

  it('that was gone back from is not installed again by itself, and is offered to who asks', async () => {
    serve('Aspenfall');
    await subscribe(true);
    serve('Birchglow');
    await life.work.check(ID, { installs: true });
    await life.work.back(ID, 1);
    await life.work.check(ID, { isAsked: false, installs: true });
    expect(await life.knows('Aspenfall')).toBe(true);
    expect((await life.row(ID)).waiting).toBeUndefined();
    await life.work.check(ID);
    expect((await life.row(ID)).waiting).toMatchObject({ entities: 1 });
  });

  it('can be declined for now or for good', async () => {
    serve('Aspenfall');
    await subscribe();
    await life.work.decline(ID, false);
    expect((await life.row(ID)).waiting).toMatchObject({ isPutOff: true });
    await life.work.decline(ID, true);
    await life.work.check(ID, { isAsked: false, installs: true });
    expect((await life.row(ID)).waiting).toBeUndefined();
    expect(await life.knows('Aspenfall')).toBe(false);
  });

  it('that is the same again is no news, by the server’s word or by its content', async () => {
    serve('Aspenfall');
    await subscribe(true);
    await life.work.check(ID);
    expect((await life.row(ID)).waiting).toBeUndefined();
    world.served.set(URL, () => new Response(bundleOf('Aspenfall'), { headers: { etag: '"1"' } }));
    await life.work.check(ID);
    world.served.set(URL, ({ headers }) =>
      new Headers(headers).get('if-none-match') === '"1"' ? new Response(null, { status: 304 }) : Response.error(),
    );
    world.now += 1000;
    await life.work.check(ID);
    expect(await life.row(ID)).toMatchObject({ checkedAt: world.now, failures: 0, inUse: 1 });
  });

  it('that is removed leaves nothing', async () => {
    serve('Aspenfall');
    await subscribe(true);
    await life.work.remove(ID);
    expect((await life.work.view()).feeds.map(({ id }) => id)).toEqual(['core']);
    expect(await life.knows('Aspenfall')).toBe(false);
    const database = await world.database();
    expect(
      await Promise.all(
        (['contents', 'generations', 'changes', 'work'] as const).map((store) => database.count(store)),
      ),
    ).toEqual([0, 0, 0, 0]);
  });

  it('that fails says why, stays as it was, and is asked less often', async () => {
    serve('Aspenfall');
    await subscribe(true);
    await life.work.setSchedule({ every: 'daily' });
    world.served.set(URL, () => new Response('<!doctype html>'));
    await life.work.check(ID);
    expect(await life.row(ID)).toMatchObject({
      inUse: 1,
      failures: 1,
      failure: { code: 'web-page', during: 'check', details: {} },
    });
    world.served.set(URL, () => new Response('', { status: 429, headers: { 'retry-after': '7200' } }));
    await life.work.check(ID);
    expect((await life.row(ID)).notBefore).toBe(world.now + 86_400_000);
    world.asked.length = 0;
    await life.work.checkDue();
    expect(world.asked).toEqual([]);
    expect(await life.knows('Aspenfall')).toBe(true);
  });

  it('can be stopped in the middle', async () => {
    serve('Aspenfall');
    world.served.set(URL, () => {
      life.work.stop(ID);
      return new Response(bundleOf('Aspenfall'));
    });
    await subscribe(true);
    expect(await life.row(ID)).toMatchObject({ failure: { code: 'stopped' } });
    expect(await life.knows('Aspenfall')).toBe(false);
  });
});

describe('what a feed brought', () => {
  it('says so: an entity, and a name of one of core', async () => {
    world.served.set(URL, () => new Response('name,same as\nLantern Clerk,\nPaper Heron,actor:apt31\n'));
    await subscribe(true);
    const { records } = await life.dataset.open();
    const lantern = records.searchEntries().find(({ name }) => name === 'Lantern Clerk')!;
    expect(entityView(records, lantern.id)?.feeds).toEqual([{ feed: 'Desk', url: URL, isWhole: true, names: [] }]);
    const apt31 = entityView(records, 'actor:apt31')!;
    expect(apt31.feeds).toEqual([{ feed: 'Desk', url: URL, isWhole: false, names: ['Paper Heron'] }]);
    await life.work.remove(ID);
    expect(entityView((await life.dataset.open()).records, 'actor:apt31')).not.toHaveProperty('feeds');
  });

  it('has no link where it came as a file', async () => {
    await life.work.setList('Lantern Clerk');
    const { records } = await life.dataset.open();
    const lantern = records.searchEntries().find(({ name }) => name === 'Lantern Clerk')!;
    expect(entityView(records, lantern.id)?.feeds).toEqual([
      { feed: 'Own names', isOwn: true, isWhole: true, names: [] },
    ]);
    expect(excerptOf(records, [lantern.id], 'x').sources).toEqual([]);
    expect(records.about.credits.filter(({ publisher }) => publisher === 'Own names')).toEqual([]);
  });
});

describe('own names', () => {
  it('are in use at once, and gone with the list', async () => {
    await life.work.setList('Lantern Clerk\nPaper Heron');
    expect([await life.knows('Lantern Clerk'), await life.knows('Paper Heron')]).toEqual([true, true]);
    await life.work.setList('Paper Heron');
    expect([await life.knows('Lantern Clerk'), await life.knows('Paper Heron')]).toEqual([false, true]);
    await life.work.setList('the');
    expect((await life.row(OWN_LIST)).failure).toMatchObject({ code: 'name-stop-word' });
    expect(await life.knows('Paper Heron')).toBe(true);
    await life.work.setList('');
    expect(await life.knows('Paper Heron')).toBe(false);
    expect(world.small['watch-list']).toBe('');
  });
});

describe('automatic updates', () => {
  beforeEach(async () => {
    serve('Aspenfall');
    await subscribe(true);
    serve('Birchglow');
  });

  it.each([
    ['finds and does not install', { every: 'daily' as const, installs: false }, [true, false]],
    ['installs where the reader asked for it', { every: 'daily' as const, installs: true }, [false, true]],
  ])('%s', async (_, schedule, [old, fresh]) => {
    await life.work.setSchedule(schedule);
    await life.work.checkDue();
    expect([await life.knows('Aspenfall'), await life.knows('Birchglow')]).toEqual([old, fresh]);
  });

  it('leave pinned feeds and those that are off alone', async () => {
    await life.work.setSchedule({ every: 'daily', installs: true });
    world.asked.length = 0;
    await life.work.pin(ID, true);
    await life.work.checkDue();
    await life.work.pin(ID, false);
    await life.work.switch(ID, false);
    await life.work.checkDue();
    expect(world.asked).toEqual([]);
  });
});

describe('two at once', () => {
  it('take turns: both are installed whole', async () => {
    const other = newLife(world);
    serve('Aspenfall');
    const OTHER = 'https://other.example/list.csv';
    world.served.set(OTHER, () => new Response('Paper Heron\n'));
    await Promise.all([subscribe(true), other.work.addAddress(OTHER, { name: 'Other', preset: 'other' }, true)]);
    const next = newLife(world);
    expect([await next.knows('Aspenfall'), await next.knows('Paper Heron')]).toEqual([true, true]);
  });
});

describe('another version of the extension', () => {
  it('compiles what is in use anew, and shows core until then', async () => {
    serve('Aspenfall');
    await subscribe(true);
    world.madeBy = 'test 2';
    const next = newLife(world);
    expect(await next.knows('Aspenfall')).toBe(false);
    await next.work.rebuild();
    expect(await next.knows('Aspenfall')).toBe(true);
    expect((world.small.dataset as { madeBy: string }).madeBy).toBe('test 2');
  });

  it('says of a feed whose content the browser has lost that it has to be loaded again', async () => {
    serve('Aspenfall');
    await subscribe(true);
    await (await world.database()).clear('contents');
    await (await world.database()).clear('generations');
    const next = newLife(world);
    expect(await next.knows('Aspenfall')).toBe(false);
    await next.work.rebuild();
    expect(await next.row(ID)).toMatchObject({ failure: { code: 'gone' }, versions: [] });
    await next.work.check(ID, { installs: true });
    expect(await next.knows('Aspenfall')).toBe(true);
  });
});
