import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readDataset } from '../../data/build/read';
import { excerptOf } from '../../lib/dataset/excerpt';
import { openRecords, packRecords } from '../../lib/dataset/record-store';
import { EXPORT_FORMATS } from '../../lib/export/formats';
import { notAName } from '../../lib/feeds/names/actor-names';
import { isStopWord } from '../../lib/feeds/names/stop-words';
import type { Entity } from '../../lib/model/record';
import { readBytes } from '../fixtures/feeds';

const { dataset } = readDataset(join(import.meta.dirname, '..', '..', 'data'));
const store = openRecords(packRecords(dataset, { version: '2026.11.1', date: '2026-11-22' }));
const entities: Entity[] = [...dataset.actors, ...dataset.agencies, ...dataset.incidents];
const all = excerptOf(
  store,
  entities.map(({ id }) => id),
  'Everything',
);
const named = (list: readonly Entity[]) => list.map(({ id, name }) => `${id} ${name}`).sort();

describe('everything on file, exported and read as a data feed', () => {
  test('as JSON gives the same records', () => {
    // Core may call bodies MUST and MIT (Swedish and Turkish intelligence); a feed that does is refused whole.
    const refused = entities.filter(({ aliases }) => aliases.some(({ text }) => isStopWord(text)));
    expect(refused.map(({ id }) => id)).toEqual(['agency:se-must', 'agency:tr-mit']);
    const kept = all.entities.filter((entity) => !refused.some(({ id }) => id === entity.id));
    const { records } = readBytes(EXPORT_FORMATS.json.write({ ...all, entities: kept }));
    expect(named([...records.actors, ...records.agencies, ...records.incidents])).toEqual(named(kept));
    expect(records.events.map(({ id }) => id).sort()).toEqual(all.events.map(({ id }) => id).sort());
    const apt31 = records.actors.find(({ id }) => id === 'actor:apt31')!;
    expect(apt31.aliases).toEqual(dataset.actors.find(({ id }) => id === 'actor:apt31')!.aliases);
  });
  test('as STIX gives the same entities, but for bodies without a country, and makes up no event', () => {
    const { records } = readBytes(EXPORT_FORMATS.stix.write(all));
    // Feeds take neither bodies without a country nor names that say nothing of their own.
    const placed = entities.filter((entity) =>
      'type' in entity ? /^(?!EU)[A-Z]{2}$/.test(entity.country) : !notAName(entity.name),
    );
    expect(placed.length).toBeGreaterThan(0.98 * entities.length);
    expect(named([...records.actors, ...records.agencies, ...records.incidents])).toEqual(named(placed));
    expect(records.events).toEqual([]);
    const apt31 = records.actors.find(({ id }) => id === 'actor:apt31')!;
    expect(apt31.aliases.map(({ text }) => text)).toContain('Judgment Panda');
    expect(apt31.ext?.attack).toBe('G0128');
  });
});
