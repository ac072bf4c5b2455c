import { entityView } from '../../../lib/dataset/entity-view';
import { openRecords } from '../../../lib/dataset/record-store';
import { DATASET } from '../material/indexes.ts';
import type { Section } from '../section.ts';
import { milliseconds, ratio } from '../table.ts';
import { timeInterleaved } from '../timing.ts';

/** Opening the record store and fetching a card, beside a plain `JSON.parse` of the same data. */
export function recordStore(): Section {
  const { dataset, records } = DATASET;
  const plain = JSON.stringify(dataset);
  const store = openRecords(records);
  const ids = [...dataset.actors, ...dataset.agencies, ...dataset.incidents].map(({ id }) => id);
  let next = 0;
  const anyId = () => ids[next++ % ids.length]!;
  const timed = timeInterleaved({
    'JSON.parse of everything': () => JSON.parse(plain),
    'open the record store': () => openRecords(records),
    'one entity record': () => store.entity(anyId()),
    'one card: entity, events, sources, labels': () => entityView(store, anyId()),
  });
  const kilobytes = (bytes: number) => Math.round(bytes / 1000).toLocaleString('en');
  return {
    tables: [
      {
        title: 'Records',
        note: `${Object.values(dataset).flat().length.toLocaleString('en')} records: store ${kilobytes(records.byteLength)} kB, as plain JSON ${kilobytes(plain.length)} kB.`,
        columns: ['what', 'time', '× JSON.parse'],
        rows: Object.entries(timed).map(([name, one]) => [name, milliseconds(one.milliseconds), ratio(one.ratio)]),
      },
    ],
    budget: [],
  };
}
