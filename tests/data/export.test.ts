import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readDataset } from '../../data/build/read';
import { excerptOf } from '../../lib/dataset/excerpt';
import { entitiesOf } from '../../lib/dataset/links';
import { openRecords, packRecords } from '../../lib/dataset/record-store';
import { EXPORT_FORMATS } from '../../lib/export/formats';
import { stixBundle } from '../../lib/export/stix/bundle';
import type { AttributionEvent } from '../../lib/model/event';
import { stixFaults } from '../fixtures/stix-rules';

const { dataset } = readDataset(join(import.meta.dirname, '..', '..', 'data'));
const store = openRecords(packRecords(dataset, { version: '2026.11.1', date: '2026-11-22' }));
const entities = [...dataset.actors, ...dataset.agencies, ...dataset.incidents].map(({ id }) => id);

/** An event that names nobody on file belongs to nobody's history, nor does an answer to one that accuses nobody on file. */
function isTold(event: AttributionEvent): boolean {
  const answered = dataset.events.filter(({ id }) => event.answers?.includes(id));
  return entitiesOf(event).length > 0 || answered.some((one) => accusesSomebody(one) || (one.answers && isTold(one)));
}

function accusesSomebody({ accused, incidents }: AttributionEvent): boolean {
  return Boolean(accused?.actor || accused?.agency || accused?.companies || incidents);
}

const told = dataset.events.filter(isTold);

describe('the whole dataset', () => {
  const all = excerptOf(store, entities, 'Everything');

  test('leaves nothing out', () => {
    expect(all.entities).toHaveLength(entities.length);
    const held = new Set(all.events.map(({ id }) => id));
    expect(told.filter(({ id }) => !held.has(id)).map(({ id }) => id)).toEqual([]);
    expect(told.length).toBeGreaterThan(1400);
  });
  test('is STIX 2.1 without faults, and every event is in it', () => {
    const bundle = stixBundle(all);
    expect(stixFaults(bundle)).toEqual([]);
    const records = new Set(
      bundle.objects.flatMap(({ extensions }) =>
        Object.values((extensions ?? {}) as Record<string, { record?: string }>).map(({ record }) => record),
      ),
    );
    expect(told.filter(({ id }) => !records.has(id)).map(({ id }) => id)).toEqual([]);
  });
});

test.each(entities.filter((id) => store.eventsOf(id).length > 11))('%s exports in every format', (id) => {
  const excerpt = excerptOf(store, [id], id);
  expect(stixFaults(stixBundle(excerpt))).toEqual([]);
  for (const { write } of Object.values(EXPORT_FORMATS)) expect(write(excerpt).length).toBeGreaterThan(100);
});
