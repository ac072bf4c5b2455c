import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readPrivateKey, readPublicKey, writeKeyPair } from '../../../lib/cli/feed/key-files';
import { type Publication, publish } from '../../../lib/cli/feed/publish';
import { filesOf, verifyFolder } from '../../../lib/cli/feed/verify';
import { compileNames } from '../../../lib/dataset/compile-names';
import { sha256 } from '../../../lib/feeds/net/base64';
import type { Standing } from '../../../lib/feeds/net/check-manifest';
import { contentOf } from '../../../lib/feeds/net/check-manifest';
import type { Envelope, Manifest } from '../../../lib/feeds/net/manifest';
import { type CorePackage, fromShards, shardsOf } from '../../../lib/feeds/net/shards';
import { sealManifest } from '../../../lib/feeds/net/sign';
import { checkUpdate, loadShards } from '../../../lib/feeds/net/update';
import { compareVersions } from '../../../lib/feeds/net/version';
import { runToEnd } from '../../../lib/matching/steps';
import { keyPair, smallCore } from '../../fixtures/signed-feed';
import { words } from '../../fixtures/words';

const NOW = Date.parse('2026-12-01T12:00:00Z');
const DAY = 86_400_000;
const key = await keyPair();
const next = await keyPair();
const stranger = await keyPair();
const standing: Standing = { feed: 'core', newest: '2026.11.1', now: NOW, madeOn: '2026-11-22' };

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'signed-feed-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const publication = (more: Partial<Publication> = {}): Publication => ({
  core: smallCore(),
  stamp: { version: '2026.12.1', date: '2026-11-30' },
  key,
  now: NOW - DAY,
  ...more,
});
const check = (more: Partial<Standing> = {}, trusted = [key.publicKey]) =>
  checkUpdate(filesOf(folder), trusted, { ...standing, ...more });
const feedFile = () => join(folder, 'feed.json');
const envelope = () => JSON.parse(readFileSync(feedFile(), 'utf8')) as Envelope;
const manifest = () => JSON.parse(envelope().manifest) as Manifest;
/** The manifest, changed and signed again by whoever has the key. */
async function resign(change: Partial<Manifest>, signer = key): Promise<void> {
  const text = JSON.stringify({ ...manifest(), ...change });
  writeFileSync(feedFile(), JSON.stringify(await sealManifest(text, signer.privateKey, signer.publicKey)));
}

describe('a signed feed', () => {
  it('arrives as it was sent', async () => {
    await publish(folder, publication());
    const { outcome, manifest } = await check();
    expect([outcome, manifest.version]).toEqual(['new', '2026.12.1']);
    const { core } = await verifyFolder(folder, [key.publicKey], { now: NOW });
    const sent = smallCore();
    expect(core.overrides).toEqual(sent.overrides);
    for (const [name, records] of Object.entries(sent.dataset))
      expect([...core.dataset[name as 'actors']].sort(byId)).toEqual([...records].sort(byId));
  });

  it.each<[string, Partial<Standing>, string[], string]>([
    ['a key that is not trusted', {}, [stranger.publicKey], 'unknown-key'],
    ['no trusted key at all', {}, [], 'unknown-key'],
    ['another feed of the same keeper', { feed: 'drafts' }, [key.publicKey], 'other-feed'],
    ['an older version than was here', { newest: '2026.12.2' }, [key.publicKey], 'older-version'],
    ['an older version, counted by number', { newest: '2026.12.10' }, [key.publicKey], 'older-version'],
    [
      'the same version with other content',
      { newest: '2026.12.1', newestContent: 'x' },
      [key.publicKey],
      'changed-version',
    ],
    ['an expired one', { now: NOW + 200 * DAY }, [key.publicKey], 'expired'],
    ['one from tomorrow', { now: NOW - 20 * DAY, madeOn: '2026-11-01' }, [key.publicKey], 'from-the-future'],
    ['by a clock that is years behind', { now: Date.parse('2019-01-01') }, [key.publicKey], 'clock-wrong'],
    ['by a clock that is years ahead', { now: Date.parse('2036-01-01') }, [key.publicKey], 'expired'],
  ])('is refused: %s', async (_, more, trusted, code) => {
    await publish(folder, publication());
    await expect(check(more, trusted)).rejects.toMatchObject({ name: 'FeedRefused', code });
  });

  it('of the same version is no news, but may last longer', async () => {
    await publish(folder, publication());
    const newestContent = contentOf(manifest());
    await publish(folder, publication({ now: NOW }));
    const { outcome, manifest: renewed } = await check({ newest: '2026.12.1', newestContent });
    expect([outcome, renewed.expires.slice(0, 10)]).toEqual(['same', '2027-03-01']);
  });
});

describe('tampering', () => {
  beforeEach(async () => {
    await publish(folder, publication());
  });

  it.each<[string, (file: Envelope) => unknown, string]>([
    [
      'one character of the manifest',
      (e) => ({ ...e, manifest: e.manifest.replace('2026.12.1', '2026.12.9') }),
      'wrong-signature',
    ],
    ['a space more', (e) => ({ ...e, manifest: `${e.manifest} ` }), 'wrong-signature'],
    ['another signature', (e) => ({ ...e, signature: `${'A'.repeat(86)}==` }), 'wrong-signature'],
    ['the key of somebody else', (e) => ({ ...e, key: stranger.publicKey }), 'unknown-key'],
    ['a key that is none', (e) => ({ ...e, key: 'A'.repeat(44) }), 'no-signature'],
    ['no signature', ({ signature: _, ...rest }) => rest, 'no-signature'],
    ['the bare manifest', (e) => JSON.parse(e.manifest), 'no-signature'],
    ['a field more', (e) => ({ ...e, note: 'x' }), 'no-signature'],
    ['nothing', () => null, 'no-signature'],
  ])('%s: refused', async (_, change, code) => {
    writeFileSync(feedFile(), JSON.stringify(change(envelope())));
    await expect(check()).rejects.toMatchObject({ code });
  });

  it.each<[string, (path: string) => void]>([
    ['a changed part', (path) => writeFileSync(path, readFileSync(path, 'utf8').replace('a', 'b'))],
    ['a part cut short', (path) => writeFileSync(path, readFileSync(path).subarray(0, -1))],
    ['a part grown', (path) => writeFileSync(path, `${readFileSync(path, 'utf8')}\n`)],
    ['a part gone', (path) => rmSync(path)],
  ])('%s: refused', async (_, change) => {
    change(join(folder, 'shards', readdirSync(join(folder, 'shards'))[3]!));
    await expect(verifyFolder(folder, [key.publicKey], { now: NOW })).rejects.toMatchObject({ code: 'wrong-part' });
  });

  it.each<[string, Partial<Manifest> | Record<string, unknown>, string]>([
    ['a newer form', { formatVersion: 2 }, 'newer-format'],
    ['a version of another form', { version: 'latest' }, 'wrong-shape'],
    ['no keys for the next', { keys: [] }, 'wrong-shape'],
    ['a part with a path for a name', { shards: [{ sha256: '../../../etc/passwd', bytes: 1 }] }, 'wrong-shape'],
    ['a field that it does not have', { install: true }, 'wrong-shape'],
  ])('signed by the right key, %s: refused', async (_, change, code) => {
    await resign(change as Partial<Manifest>);
    await expect(check()).rejects.toMatchObject({ code });
  });

  it.each<[string, (core: CorePackage) => void, string]>([
    [
      'a record that its schema refuses',
      ({ dataset }) => Object.assign(dataset.actors[0]!, { class: 'evil' }),
      'bad-record',
    ],
    ['a link to nothing', ({ dataset }) => remove(dataset.actors, 'actor:lazarus'), 'bad-record'],
    ['a class that is none', ({ overrides }) => Object.assign(overrides[0]!, { class: 'always' }), 'wrong-shape'],
  ])('signed by the right key, %s: refused', async (_, change, code) => {
    const core = smallCore(change);
    await publish(folder, publication({ core, stamp: { version: '2026.12.2', date: '2026-12-01' } }));
    await expect(verifyFolder(folder, [key.publicKey], { now: NOW })).rejects.toMatchObject({ code });
  });
});

describe('keys', () => {
  it('are rotated by a manifest that the old key signs, also for who was away meanwhile', async () => {
    const third = await keyPair();
    await publish(folder, publication({ nextKeys: [next.publicKey] }));
    const first = await check();
    expect(first.keys).toEqual([next.publicKey]);
    const later = (version: string, more: Partial<Publication>) =>
      publish(folder, publication({ stamp: { version, date: '2026-12-01' }, ...more }));
    await later('2026.12.2', { key: next });
    expect((await check({ newest: '2026.12.1' }, [...first.keys])).outcome).toBe('new');
    await later('2026.12.3', { key: next, nextKeys: [third.publicKey] });
    await later('2026.12.4', { key: third });
    // Knows the first key only.
    expect((await check()).keys).toEqual([third.publicKey]);
    // Knows the third only.
    expect((await check({}, [third.publicKey])).outcome).toBe('new');
  });

  it('that were given up sign nothing any more', async () => {
    await publish(folder, publication({ nextKeys: [next.publicKey] }));
    await publish(folder, publication({ stamp: { version: '2026.12.2', date: '2026-12-01' } }));
    await expect(check({ newest: '2026.12.1' }, [next.publicKey])).rejects.toMatchObject({ code: 'unknown-key' });
  });

  it('of strangers can’t rotate themselves in', async () => {
    await publish(folder, publication({ key: stranger, nextKeys: [stranger.publicKey, key.publicKey] }));
    await expect(check()).rejects.toMatchObject({ code: 'unknown-key' });
  });

  it('are written for their owner only, and never over others', async () => {
    const file = join(folder, 'key');
    const raw = writeKeyPair(file);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(readPublicKey(`${file}.pub`)).toBe(raw);
    expect((await readPrivateKey(file)).publicKey).toBe(raw);
    expect(() => writeKeyPair(file)).toThrow('is there already');
    await expect(readPrivateKey(`${file}.pub`)).rejects.toThrow('holds no private key');
    expect(() => readPublicKey(file)).toThrow('holds no public key');
  });
});

describe('parts', () => {
  it('are the same wherever they are made, and a change is one part', async () => {
    const hashes = async (core: CorePackage) => Promise.all(runToEnd(shardsOf(core)).map(sha256));
    const before = await hashes(smallCore());
    const turned = smallCore(({ dataset }) => {
      for (const records of Object.values(dataset)) records.reverse();
    });
    expect(await hashes(turned)).toEqual(before);
    const stored = smallCore(({ dataset }) => {
      for (const record of dataset.actors) delete (record as { $schema?: string }).$schema;
    });
    expect(await hashes(stored)).toEqual(before);
    const after = await hashes(smallCore(({ dataset }) => Object.assign(dataset.actors[0]!, { activeFrom: '2010' })));
    expect(after.filter((hash) => !before.includes(hash))).toHaveLength(1);
  });

  it('that are here already are not loaded', async () => {
    await publish(folder, publication());
    const { manifest: first } = await check();
    const have = new Map<string, Uint8Array>();
    for (const bytes of await loadShards(filesOf(folder), first, new Map())) have.set(await sha256(bytes), bytes);
    const core = smallCore(({ dataset }) => Object.assign(dataset.actors[0]!, { activeFrom: '2010' }));
    const published = await publish(folder, publication({ core, stamp: { version: '2026.12.2', date: '2026-12-01' } }));
    const { manifest: second } = await check();
    const asked: string[] = [];
    const progress: [number, number][] = [];
    const read: ReturnType<typeof filesOf> = (path, limit) => {
      asked.push(path);
      return filesOf(folder)(path, limit);
    };
    const shards = await loadShards(read, second, have, (...step) => progress.push(step));
    expect([asked.length, published.fresh]).toEqual([1, 1]);
    expect(progress).toEqual([
      [0, published.freshBytes],
      [published.freshBytes, published.freshBytes],
    ]);
    expect(runToEnd(fromShards(shards)).dataset.actors.find(({ activeFrom }) => activeFrom)?.id).toBe(
      core.dataset.actors[0]!.id,
    );
  });

  it('make the index that the keeper’s build makes, byte for byte', async () => {
    const core = smallCore(({ dataset }) => {
      for (const records of Object.values(dataset)) (records as { id: string }[]).sort(byFile);
    });
    await publish(folder, publication({ core }));
    const arrived = (await verifyFolder(folder, [key.publicKey], { now: NOW })).core;
    const [there, here] = [core, arrived].map(
      ({ dataset, overrides }) => compileNames(dataset, 'x', words, overrides).index,
    );
    expect(Buffer.compare(Buffer.from(there!), Buffer.from(here!))).toBe(0);
  });

  it('of the version before stay for who is just loading it; older ones go', async () => {
    const version = (n: number) =>
      publish(
        folder,
        publication({
          core: smallCore(({ dataset }) => Object.assign(dataset.actors[0]!, { activeFrom: `201${n}` })),
          stamp: { version: `2026.12.${n}`, date: '2026-12-01' },
        }),
      );
    await version(1);
    const first = manifest().shards;
    await version(2);
    for (const { sha256 } of first) expect(existsSync(join(folder, 'shards', `${sha256}.jsonl`))).toBe(true);
    await version(3);
    expect(first.filter(({ sha256 }) => !existsSync(join(folder, 'shards', `${sha256}.jsonl`)))).toHaveLength(1);
  });
});

describe('publishing', () => {
  it('refuses to go back, and to give one version two contents', async () => {
    await publish(folder, publication());
    const older = publication({ stamp: { version: '2026.11.9', date: '2026-11-01' } });
    await expect(publish(folder, older)).rejects.toThrow('which is newer than 2026.11.9');
    const other = publication({ core: smallCore(({ overrides }) => overrides.pop()) });
    await expect(publish(folder, other)).rejects.toThrow('with other content');
  });
});

it.each([
  ['2026.11.2', '2026.11.10', -1],
  ['2026.9.10', '2026.11.1', -1],
  ['2027.1.1', '2026.12.31', 1],
  ['2026.11.1', '2026.11.1', 0],
])('version %s against %s', (a, b, order) => {
  expect(Math.sign(compareVersions(a, b))).toBe(order);
  expect(Math.sign(compareVersions(b, a))).toBe(-order + 0);
});

function remove(records: { id: string }[], id: string): void {
  records.splice(
    records.findIndex((record) => record.id === id),
    1,
  );
}

function byId(a: { id: string }, b: { id: string }): number {
  return a.id < b.id ? -1 : 1;
}

function byFile(a: { id: string }, b: { id: string }): number {
  return `${a.id}.json` < `${b.id}.json` ? -1 : 1;
}
