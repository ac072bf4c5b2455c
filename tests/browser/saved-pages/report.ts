/**
 * `npm run pages -- FOLDER [--write] [--runs N]`: opens each saved page of a folder in Chromium with and without the
 * built extension, and says what differs and what the extension costs. `--write` puts the table into
 * `docs/real-pages.md`. Ends with 1 where the extension changed a page. Run `npm run build` first.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { machine } from '../../bench/machine.ts';
import { type Page, savedPages } from '../../bench/page/pages.ts';
import { Tabs } from '../../bench/page/tabs.ts';
import { figure, markdown } from '../../bench/table.ts';
import { spreadOf } from '../../bench/timing.ts';
import { type Comparison, compare } from './compare.ts';

const DOCUMENT = join(import.meta.dirname, '..', '..', '..', 'docs', 'real-pages.md');

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { write: { type: 'boolean', default: false }, runs: { type: 'string', default: '3' } },
});
const [folder] = positionals;
if (!folder) throw new Error('Say which folder of saved pages to read: npm run pages -- FOLDER');

const ours = await Tabs.open();
const bare = await Tabs.open(true);
const found: Comparison[] = [];
try {
  for (const page of savedPages(folder, { withScripts: true })) found.push(await reported(page));
} finally {
  await ours.close();
  await bare.close();
}
const text = documentOf(found);
console.log(`\n${text}`);
if (values.write) writeFileSync(DOCUMENT, text);
process.exitCode = found.some(({ differences }) => differences.length) ? 1 : 0;

async function reported(page: Page): Promise<Comparison> {
  const comparison = await compare(page, ours, bare, Number(values.runs));
  const { name, differences, ranges, added, walk } = comparison;
  console.log(`${name}: ${ranges} marks, ${figure(added)} ms, ${figure(added / walk)} × walk`);
  for (const line of differences) console.log(`  CHANGED ${line}`);
  return comparison;
}

function documentOf(all: readonly Comparison[]): string {
  const changed = all.filter(({ differences }) => differences.length);
  const added = spreadOf(all.map((page) => page.added));
  const ratio = spreadOf(all.map((page) => page.added / page.walk));
  const first = all.flatMap(({ firstHighlight }) => firstHighlight ?? []);
  const table = markdown({
    title: 'Pages',
    note: `Without and with the extension: the whole tree, boxes of up to 500 elements, console errors. Milliseconds of the page's main thread, median of ${values.runs} loads: a bare walk over the text nodes of the freshly loaded page; all our script. First highlight: from the end of DOMContentLoaded to the first frame in which one is registered. "By itself": what already differs between two loads without the extension, and is not compared.`,
    columns: [
      'page',
      'changed',
      'by itself',
      'own errors',
      'ranges',
      'walk',
      'ours',
      '÷ walk',
      'longest task',
      'first highlight',
    ],
    rows: all.map((page) => [
      page.name,
      page.differences.join('; ') || 'nothing',
      [...new Set(page.unsteady.map((line) => line.split(/[ :]/)[0]!))].join(', '),
      String(page.ownErrors),
      String(page.ranges),
      `${figure(page.walk)} ms`,
      `${figure(page.added)} ms`,
      `${figure(page.added / page.walk)} ×`,
      `${figure(page.longestTask)} ms`,
      page.firstHighlight === undefined ? '' : `${figure(page.firstHighlight)} ms`,
    ]),
  });
  return `# Real pages

Written by \`npm run pages -- FOLDER --write\`; not by hand. The pages are saved copies of public ones and lie elsewhere.

Measured ${machine()}.

${all.length} pages; ${changed.length} changed by the extension. Main-thread time added: median ${figure(added.median)} ms (middle half ${figure(added.low)}–${figure(added.high)}), ${figure(ratio.median)} × (${figure(ratio.low)}–${figure(ratio.high)}) a bare text walk of the same page. Longest task of all: ${figure(Math.max(...all.map(({ longestTask }) => longestTask)))} ms. First highlight: ${first.length ? `median ${figure(spreadOf(first).median)} ms on the ${first.length} pages with any` : 'none'}.

${table}`;
}
