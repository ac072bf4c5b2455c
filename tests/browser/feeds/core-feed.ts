import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readDataset } from '../../../data/build/read.ts';
import { publish } from '../../../lib/cli/feed/publish.ts';
import type { ClassOverride } from '../../../lib/dataset/overrides.ts';
import { keyPair } from '../../fixtures/signed-feed.ts';

const DATA = join(import.meta.dirname, '..', '..', '..', 'data');

/** The core dataset with one more group, published as a signed feed; its folder and the key to trust. */
export async function publishCore(group: string): Promise<{ folder: string; key: string; remove: () => void }> {
  const folder = mkdtempSync(join(tmpdir(), 'core-feed-'));
  const key = await keyPair();
  const { dataset } = readDataset(DATA);
  const model = dataset.actors.find(({ id }) => id === 'actor:apt31')!;
  const { ext: _, notToConfuse: __, parent: ___, ...facts } = model;
  dataset.actors.push({ ...facts, id: `actor:${group.toLowerCase()}`, name: group, aliases: [] });
  const { overrides } = JSON.parse(readFileSync(join(DATA, 'name-classes.json'), 'utf8')) as {
    overrides: ClassOverride[];
  };
  await publish(folder, { core: { dataset, overrides }, stamp: { version: '2030.1.1', date: '2026-11-27' }, key });
  return { folder, key: key.publicKey, remove: () => rmSync(folder, { recursive: true }) };
}
