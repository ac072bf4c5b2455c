/**
 * Part of `npm run bench`: opening the compiled dataset and fetching a record, beside a plain `JSON.parse` of
 * the same data in the same run. Prints what it measured; asserts nothing.
 */
import { join } from 'node:path';
import { compileDataset } from '../../data/build/compile';
import { entityView } from '../../lib/dataset/entity-view';
import { openRecords } from '../../lib/dataset/record-store';
import { openIndex } from '../../lib/matching/name-index';
import { median, printTable } from './measure';

const asJson = process.argv.includes('--json');
const { dataset, names, records } = compileDataset(join(import.meta.dirname, '..', '..', 'data'));
const plain = JSON.stringify(dataset);
const parse = median(() => JSON.parse(plain));
const store = openRecords(records);
const ids = [...dataset.actors, ...dataset.agencies, ...dataset.incidents].map((entity) => entity.id);
let next = 0;
const anyId = () => ids[next++ % ids.length]!;

console.log(
  `${names.names.length} names, index ${kilobytes(names.index.byteLength)} kB (${Math.round(names.index.byteLength / names.names.length)} bytes a name); ` +
    `${Object.values(dataset).flat().length} records, store ${kilobytes(records.byteLength)} kB, as plain JSON ${kilobytes(plain.length)} kB`,
);
printTable(
  'Dataset, as a multiple of JSON.parse of the same records',
  [
    { what: 'JSON.parse of everything', milliseconds: parse, floor: parse },
    { what: 'open the name index', milliseconds: median(() => openIndex(names.index)), floor: parse },
    { what: 'open the record store', milliseconds: median(() => openRecords(records)), floor: parse },
    { what: 'one entity record', milliseconds: median(() => store.entity(anyId()), 501), floor: parse },
    {
      what: 'one card: entity, events, sources, labels',
      milliseconds: median(() => entityView(store, anyId()), 501),
      floor: parse,
    },
  ],
  asJson,
);

function kilobytes(bytes: number): number {
  return Math.round(bytes / 1000);
}
