/** `npm run data:report`: what the dataset holds, counted from its files. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { ANSWER_KINDS, type AttributionEvent } from '../../lib/model/event';
import { collisionList, bare as spelling } from '../import/collisions';
import { readDataset } from './read';

const { dataset, faults } = readDataset(join(import.meta.dirname, '..'));
if (faults.length) console.log(`${faults.length} faults: run npm run data:check first.\n`);

const collisions = v.parse(
  collisionList,
  JSON.parse(readFileSync(join(import.meta.dirname, '..', 'import', 'collisions.json'), 'utf8')),
);
const { actors, agencies, incidents, events, sources } = dataset;
const accusations = events.filter((event) => !ANSWER_KINDS.has(event.kind));
const answers = events.filter((event) => ANSWER_KINDS.has(event.kind));
const reviewed = events.filter((event) => event.review.state === 'reviewed');

table('Records', [
  ['actors', actors.length],
  ['agencies', agencies.length],
  ['countries and blocs with an agency', new Set(agencies.map((agency) => agency.country)).size],
  ['incidents', incidents.length],
  ['events', events.length],
  ['sources', sources.length],
]);
table('Review', [
  ['events reviewed', reviewed.length],
  ['events unreviewed', events.length - reviewed.length],
  [
    'reviewed, answer of the accused side found',
    reviewed.filter(({ review }) => review.state === 'reviewed' && review.answer === 'found').length,
  ],
  [
    'reviewed, looked for and not found',
    reviewed.filter(({ review }) => review.state === 'reviewed' && review.answer === 'not-found').length,
  ],
  ['answers on file', answers.length],
  ['answers without a link', answers.filter((event) => !event.prov.length).length],
]);
table(
  'Events by kind',
  countBy(events, (event) => event.kind),
);
table('Accusers (accusations)', countBy(accusations, speakerOf).slice(0, 25));
table(
  'Accused countries (accusations)',
  countBy(accusations, (event) => event.accused?.country ?? 'no country named').slice(0, 15),
);
table(
  'Events by year',
  countBy(events, (event) => event.date?.slice(0, 4) ?? 'no date').sort(([a], [b]) => a.localeCompare(b)),
);
table(
  'Actors by class',
  countBy(actors, (actor) => actor.class),
);
table(
  'Aliases by who uses them',
  countBy(
    actors.flatMap((actor) => actor.aliases.flatMap((alias) => alias.namedBy ?? ['nobody on file'])),
    (vendor) => vendor,
  ).slice(0, 20),
);
const aliases = actors.flatMap((actor) => actor.aliases);
const carried = countBy(
  actors.flatMap((actor) => [...new Set([actor.name, ...actor.aliases.map(({ text }) => text)].map(spelling))]),
  (name) => name,
);
table('Identity of actors', [
  ['aliases', aliases.length],
  ['aliases, who uses them on file', aliases.filter(({ namedBy }) => namedBy).length],
  [
    'aliases, none: given by the group itself',
    aliases.filter((one) => !one.namedBy && one.relation === 'persona').length,
  ],
  ['aliases, none: in another script', aliases.filter((one) => !one.namedBy && one.lang).length],
  ['aliases, since when on file', aliases.filter(({ validFrom }) => validFrom).length],
  ['aliases, until when on file', aliases.filter(({ validTo }) => validTo).length],
  ['aliases with a source of their own', aliases.filter(({ prov }) => prov).length],
  ['aliases in another script without one', aliases.filter(({ lang, prov }) => lang && !prov).length],
  ['names that several actors carry', carried.filter(([, count]) => count > 1).length],
  ['claimed names decided', collisions.names.length],
  ['  one bearer, others refused', collisions.names.filter((one) => one.bearers.length === 1).length],
  ['  several bearers', collisions.names.filter((one) => one.bearers.length > 1).length],
  ['  no bearer', collisions.names.filter((one) => !one.bearers.length).length],
  ['merges of rows that lists hold apart, decided', collisions.merges.length],
]);
table(
  'Aliases by relation',
  countBy(aliases, ({ relation }) => relation),
);
table(
  'Sources by state of the address',
  countBy(sources, (source) => source.urlStatus),
);

const bare = answers.filter((event) => !event.prov.length);
if (bare.length) console.log(`Answers without a link: ${bare.map((event) => event.id).join(', ')}\n`);

function speakerOf(event: AttributionEvent): string {
  return event.by?.country ?? event.by?.org ?? event.by?.actor ?? 'nobody';
}

/** Most frequent first. */
function countBy<T>(items: readonly T[], keyOf: (item: T) => string): [string, number][] {
  const counts = new Map<string, number>();
  for (const item of items) counts.set(keyOf(item), (counts.get(keyOf(item)) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1] || a[0].localeCompare(b[0]));
}

function table(title: string, rows: [string, number][]): void {
  const width = Math.max(...rows.map(([name]) => name.length), 0);
  console.log(title);
  for (const [name, count] of rows) console.log(`  ${name.padEnd(width)}  ${String(count).padStart(6)}`);
  console.log('');
}
