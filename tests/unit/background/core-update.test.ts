import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Publication, publish } from '../../../lib/cli/feed/publish';
import type { Envelope, Manifest } from '../../../lib/feeds/net/manifest';
import { sealManifest } from '../../../lib/feeds/net/sign';
import { type Life, newLife, newWorld, type World } from '../../fixtures/feed-world';
import { keyPair, smallCore } from '../../fixtures/signed-feed';

const ADDRESS = 'https://core.example/feed/';
const DAY = 86_400_000;
const key = await keyPair();
const next = await keyPair();
const stranger = await keyPair();

let folder: string;
let world: World;
let life: Life;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'core-update-'));
  world = newWorld();
  world.core = { address: ADDRESS, keys: [key.publicKey] };
  world.folder = (url) => {
    const path = join(folder, url.slice(ADDRESS.length));
    return existsSync(path) ? () => new Response(readFileSync(path)) : () => new Response('', { status: 404 });
  };
  life = newLife(world);
});
afterEach(() => rmSync(folder, { recursive: true }));

/** Publishes core with one more group. */
const release = (version: string, name: string, more: Partial<Publication> = {}) =>
  publish(folder, {
    core: smallCore(({ dataset }) => {
      const [model] = dataset.actors;
      dataset.actors.push({ ...model!, id: `actor:${name.toLowerCase()}`, name, aliases: [], notToConfuse: undefined });
    }),
    stamp: { version, date: '2026-11-30' },
    key,
    now: world.now - DAY,
    ...more,
  });
const update = async () => {
  await life.work.check('core');
  if ((await life.row('core')).waiting) await life.work.install('core');
  return life.row('core');
};
const shards = () => world.asked.filter((url) => url.includes('/shards/'));
const envelope = () => JSON.parse(readFileSync(join(folder, 'feed.json'), 'utf8')) as Envelope;

async function resign(change: Partial<Manifest>, signer = key): Promise<void> {
  const text = JSON.stringify({ ...(JSON.parse(envelope().manifest) as Manifest), ...change });
  writeFileSync(
    join(folder, 'feed.json'),
    JSON.stringify(await sealManifest(text, signer.privateKey, signer.publicKey)),
  );
}

describe('a signed update of core', () => {
  it('is shown, installed, and gone back from; only parts that are not here are loaded', async () => {
    await release('2026.12.1', 'Quillfeather');
    await life.work.check('core');
    const { waiting } = await life.row('core');
    expect(waiting).toMatchObject({ label: '2026.12.1', changes: { counts: { 'entity-added': 1 } } });
    expect(shards()).toHaveLength(1);
    expect(await life.knows('Quillfeather')).toBe(false);
    await life.work.install('core');
    expect(await life.knows('Quillfeather')).toBe(true);
    expect((await life.dataset.open()).records.stamp.version).toBe('2026.12.1');
    expect(await newLife(world).knows('Quillfeather')).toBe(true);
    await life.work.back('core', 0);
    expect(await life.knows('Quillfeather')).toBe(false);
    expect(world.small.dataset).toBeNull();
  });

  it('is no news when it is published again, and lasts longer then', async () => {
    await release('2026.12.1', 'Quillfeather');
    await update();
    const before = (await life.row('core')).versions[0]!.expires!;
    await release('2026.12.1', 'Quillfeather', { lifetime: 200 });
    world.asked.length = 0;
    const row = await update();
    expect(row.failure).toBeUndefined();
    expect(Date.parse(row.versions[0]!.expires!)).toBeGreaterThan(Date.parse(before));
    expect(shards()).toEqual([]);
  });

  it('keeps feeds beside it', async () => {
    await life.work.setList('Lantern Clerk');
    await release('2026.12.1', 'Quillfeather');
    await update();
    expect([await life.knows('Lantern Clerk'), await life.knows('Quillfeather')]).toEqual([true, true]);
  });

  it.each<[string, string, () => void | Promise<void>]>([
    [
      'changed after signing',
      'wrong-signature',
      () => {
        const text = JSON.stringify(envelope());
        writeFileSync(join(folder, 'feed.json'), text.replace('2026.12.1', '2026.12.9'));
      },
    ],
    ['signed by a stranger', 'unknown-key', () => resign({}, stranger)],
    ['not signed', 'no-signature', () => writeFileSync(join(folder, 'feed.json'), envelope().manifest)],
    ['no JSON', 'not-json', () => writeFileSync(join(folder, 'feed.json'), '<!doctype html>')],
    ['not there', 'not-found', () => rmSync(join(folder, 'feed.json'))],
    ['another feed', 'other-feed', () => resign({ feed: 'drafts' })],
    ['expired', 'expired', () => resign({ expires: '2026-11-30T00:00:00Z' })],
    ['from the future', 'from-the-future', () => resign({ published: '2027-06-01T00:00:00Z' })],
    ['a version before the bundled one', 'older-version', () => resign({ version: '2026.10.1' })],
    [
      'seen by a clock that is years behind',
      'clock-wrong',
      () => {
        world.now = Date.parse('2019-01-01');
      },
    ],
    [
      'with a part changed',
      'wrong-part',
      () => {
        for (const file of readdirSync(join(folder, 'shards'))) {
          const path = join(folder, 'shards', file);
          writeFileSync(path, readFileSync(path, 'utf8').replace('Quillfeather', 'Quillfaether'));
        }
      },
    ],
    ['with a part missing', 'wrong-part', () => rmSync(join(folder, 'shards'), { recursive: true })],
    ['of a newer form', 'newer-format', () => resign({ formatVersion: 2 as 1 })],
  ])('%s is refused: %s; the data in use stays', async (_, code, tamper) => {
    await release('2026.12.1', 'Quillfeather');
    await tamper();
    const row = await update();
    expect(row.failure).toMatchObject({ code, during: 'check' });
    expect([row.waiting, row.inUse]).toEqual([undefined, undefined]);
    expect(await life.knows('Quillfeather')).toBe(false);
    expect((await life.dataset.open()).records.stamp.version).toBe('2026.11.1');
  });

  it('older than one that was here is refused, also after going back', async () => {
    await release('2026.12.2', 'Quillfeather');
    await update();
    await life.work.back('core', 0);
    rmSync(folder, { recursive: true });
    await release('2026.12.1', 'Driftglass');
    expect((await update()).failure).toMatchObject({ code: 'older-version' });
    expect(await life.knows('Driftglass')).toBe(false);
  });

  it('of the same version with other content is refused', async () => {
    await release('2026.12.1', 'Quillfeather');
    await update();
    rmSync(folder, { recursive: true });
    await release('2026.12.1', 'Driftglass');
    expect((await update()).failure).toMatchObject({ code: 'changed-version' });
    expect(await life.knows('Quillfeather')).toBe(true);
  });

  it('hands over to a new key; the old one is trusted no longer', async () => {
    await release('2026.12.1', 'Quillfeather', { nextKeys: [next.publicKey] });
    await update();
    await release('2026.12.2', 'Driftglass', { key: next });
    expect((await update()).failure).toBeUndefined();
    expect(await life.knows('Driftglass')).toBe(true);
    await release('2026.12.3', 'Birchglow', { key });
    expect((await update()).failure).toMatchObject({ code: 'unknown-key' });
    expect(await life.knows('Driftglass')).toBe(true);
  });

  it('finds the way from key to key for who was away meanwhile', async () => {
    await release('2026.12.1', 'Quillfeather', { nextKeys: [next.publicKey] });
    await release('2026.12.2', 'Driftglass', { key: next });
    expect((await update()).failure).toBeUndefined();
    expect(await life.knows('Driftglass')).toBe(true);
  });

  it('that has expired stays in use, and is not installed anew', async () => {
    await release('2026.12.1', 'Quillfeather');
    await update();
    world.now += 200 * DAY;
    const row = await update();
    expect(row).toMatchObject({ failure: { code: 'expired' }, inUse: 1 });
    expect(await life.knows('Quillfeather')).toBe(true);
  });

  it('is overtaken by the extension’s own data when that is as new', async () => {
    await release('2026.11.1', 'Quillfeather');
    expect((await update()).inUse).toBeUndefined();
  });
});

it('without an address, core is not checked and says so', async () => {
  world.core = undefined;
  await life.work.check('core');
  expect(world.asked).toEqual([]);
  expect((await life.work.view()).core).toEqual({
    bundled: { version: '2026.11.1', date: '2026-11-22' },
    entities: expect.any(Number),
    isInUse: true,
  });
});
