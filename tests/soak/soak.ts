/**
 * `npm run soak [-- --minutes 10] [--write FILE]`: forty live tabs in Chromium with the extension, names hovered one
 * after another, memory measured all the while. Exit code 1 if something grows or a change of a page was missed. Run
 * `npm run build` first.
 */
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { machine } from '../bench/machine.ts';
import { markdown } from '../bench/table.ts';
import { MATTERS, type Sample, sample } from './sample.ts';
import { LiveTabs } from './tabs.ts';
import { grows, trendOf } from './trend.ts';

const BETWEEN_SAMPLES = 15_000;

const { values } = parseArgs({ options: { minutes: { type: 'string', default: '10' }, write: { type: 'string' } } });
const length = Number(values.minutes) * 60_000;

const live = await LiveTabs.open();
const samples: { minute: number; turn: number; measured: Sample }[] = [];
let hovers = 0;
let cards = 0;
let checked = 0;
let missed = 0;
await live.openEveryCard();
const start = performance.now();
for (let turn = 0; performance.now() - start < length; turn++) {
  const tab = live.tabs[turn % live.tabs.length]!;
  hovers++;
  if (await live.hover(tab)) cards++;
  const minute = (performance.now() - start) / 60_000;
  if (minute * 60_000 < samples.length * BETWEEN_SAMPLES) continue;
  samples.push({ minute, turn, measured: await sample(live) });
  console.error(
    `${minute.toFixed(1)} min: ${JSON.stringify(samples.at(-1)!.measured)}, ${cards} of ${hovers} hovers opened a card`,
  );
  checked++;
  if (!(await live.isUpToDate(tab))) missed++;
}
for (const tab of live.tabs) {
  checked++;
  if (!(await live.isUpToDate(tab))) missed++;
}
const changes = (await Promise.all(live.tabs.map((tab) => tab.evaluate<number>('window.changes')))).reduce(
  (a, b) => a + b,
  0,
);
await live.close();

// In the first half caches fill and functions are compiled; what leaks goes on in the second.
const settled = samples.filter(({ minute, turn }) => turn >= live.tabs.length && minute >= length / 120_000);
if (settled.length < 5) throw new Error('Too short: not every tab was hovered and then measured a few times.');
const minutes = settled.map(({ minute }) => minute);
const rows = (Object.keys(MATTERS) as (keyof Sample)[]).map((what) => {
  const trend = trendOf(
    minutes,
    settled.map(({ measured }) => measured[what]),
  );
  const verdict = grows(trend, MATTERS[what]) ? 'grows' : 'flat';
  return [
    what,
    trend.first.toFixed(2),
    trend.last.toFixed(2),
    `${trend.slope.toFixed(3)} ± ${(2 * trend.error).toFixed(3)}`,
    verdict,
  ];
});
rows.push([
  'updates: pages looked at when at rest, wrongly marked',
  `${checked}`,
  `${missed}`,
  '',
  missed ? 'missed' : 'none missed',
]);
const table = markdown({
  title: `${values.minutes} minutes, ${live.tabs.length} tabs`,
  note: `${machine('Chromium')}. ${changes.toLocaleString('en')} changes of pages, ${hovers} hovers, ${cards} cards, ${samples.length} samples.`,
  columns: ['what', 'first', 'last', 'slope a minute', 'verdict'],
  rows,
});
console.log(table);
if (values.write) writeFileSync(values.write, `${introduction()}\n${table.trimEnd()}\n`);
process.exitCode = rows.some((row) => row[4] === 'grows' || row[4] === 'missed') ? 1 : 0;

function introduction(): string {
  return `# Soak

Written by \`npm run soak -- --minutes 10 --write docs/soak.md\`, not by hand. Pages change a paragraph four times a second,
the pointer goes from name to name, and every 15 seconds memory is measured after a garbage collection: tabs as sums.
Scripts are interpreted: V8 goes on making machine code of them for hundreds of cards, which in a compiled run was all
that a comparison of heap snapshots found to grow. Time begins when every tab has opened a card, and so has the card's
script. Slopes are by least squares over the second half, when caches are full, with twice their standard error.
"Grows" is what rises by more than that and by more than a reader could ever notice (\`tests/soak/sample.ts\`).
`;
}
