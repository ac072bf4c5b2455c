/**
 * `npm run data:import -- FOLDER [--only misp,attack] [--collection actors] [--write | --collisions]`: reads the upstreams' files below FOLDER
 * (or `$ATTRIBUTION_LENS_SOURCES`), merges them into `data/` and prints what was or would be done. Without
 * `--write` nothing is changed on disk. `--collisions` merges nothing and lists names and rows that several groups claim
 * and nobody decided about (`collisions.json`). Exit code 2 on wrong use, 1 on faults in `data/` or undecided claims.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import * as v from 'valibot';
import { formatRecord } from '../../lib/dataset/canonical';
import { COLLECTION_NAMES } from '../../lib/dataset/schema';
import { readDataset } from '../build/read';
import { readClaims } from './claims';
import { coined } from './coiners';
import { Bearers, collisionList, contradictions, silentlyMerged, silentlyRefused } from './collisions';
import { Decisions, decisionList } from './decisions';
import { Merge } from './merge';
import { WorkingSet } from './on-file';
import { UPSTREAMS } from './proposal';
import { READERS } from './readers';
import { emptyReport, formatReport } from './report';

const dataFolder = join(import.meta.dirname, '..');
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    only: { type: 'string' },
    collection: { type: 'string' },
    write: { type: 'boolean', default: false },
    collisions: { type: 'boolean', default: false },
  },
});
const folder = positionals[0] ?? process.env.ATTRIBUTION_LENS_SOURCES;
const only = new Set(values.only?.split(',') ?? UPSTREAMS);
const collections = new Set<string>(values.collection?.split(',') ?? COLLECTION_NAMES);
const strangers = [
  ...[...only].filter((name) => !(UPSTREAMS as readonly string[]).includes(name)),
  ...[...collections].filter((name) => !(COLLECTION_NAMES as string[]).includes(name)),
];
if (!folder || strangers.length) {
  console.error(
    strangers.length ? `no such upstream or collection: ${strangers.join(', ')}` : 'which folder holds the sources?',
  );
  console.error(
    `usage: npm run data:import -- FOLDER [--only ${UPSTREAMS.join(',')}] [--collection ${COLLECTION_NAMES.join(',')}] [--write | --collisions]`,
  );
  process.exit(2);
}

const { dataset, faults } = readDataset(dataFolder);
if (faults.length) {
  for (const fault of faults) console.error(`${fault.where}: ${fault.what}`);
  process.exit(1);
}
const { decisions } = v.parse(
  decisionList,
  JSON.parse(readFileSync(join(import.meta.dirname, 'decisions.json'), 'utf8')),
);
const decided = new Decisions(decisions);
const file = new WorkingSet(dataset);
if (values.collisions) process.exit(reportCollisions(folder) ? 1 : 0);
const report = emptyReport();
const merge = new Merge(file, decided, report);
for (const reader of READERS) {
  if (!only.has(reader.upstream)) continue;
  for (const reading of reader.read(folder, file)) if (collections.has(reading.collection)) merge.take(reading);
}
if (!values.only && !values.collection) report.staleDecisions = decided.unused();
merge.settleShared();
if (values.write) {
  for (const [id, collection] of merge.touched()) {
    const actor = collection === 'actors' ? file.get('actors', id) : undefined;
    if (actor) actor.aliases = coined(actor.aliases);
    const path = join(dataFolder, collection, `${id.slice(id.indexOf(':') + 1)}.json`);
    writeFileSync(path, formatRecord(collection, file.get(collection, id)));
  }
}
process.stdout.write(formatReport(report, { isWritten: values.write }));

/** Prints what is undecided; how many that is. */
function reportCollisions(sources: string): number {
  const list = v.parse(collisionList, JSON.parse(readFileSync(join(import.meta.dirname, 'collisions.json'), 'utf8')));
  const bearers = new Bearers(dataset);
  const { claims, homeless } = readClaims(sources, file, decided);
  const open = [
    ...contradictions(list, bearers),
    ...homeless.map((row) => `${row}: neither imported nor left out`),
    ...silentlyRefused(claims, bearers, list, decided),
    ...silentlyMerged(claims, list).map((what) => `merged without a reason: ${what}`),
  ];
  for (const line of open) console.log(line);
  console.log(`${claims.length} claims to names read, ${open.length} undecided`);
  return open.length;
}
