/**
 * `npm run accuracy -- [FOLDER] [--write] [--faults]`: measures the labelled sets of this repository and, given a
 * folder of corpora with their scorer, those; prints every figure beside the last committed one. `--faults` also
 * prints what was marked wrongly and missed in the part of our own sets that is open to whoever tunes the matcher.
 * `--write` commits the figures to `report.json` and raises the floors that the data tests hold.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { loadIndex } from '../../lib/cli/load-index';
import { type CorpusReport, measureCorpora } from './corpora';
import { FLOORS_AT, type Floors, raised, readFloors } from './floors';
import { type Figures, measureOwnSet, OWN_SETS, type Part } from './own-sets';

const REPORT_AT = join(import.meta.dirname, 'report.json');
/** Figures by "set · measure". */
type Report = Record<string, number>;

const { values: asked, positionals } = parseArgs({
  allowPositionals: true,
  options: { write: { type: 'boolean', default: false }, faults: { type: 'boolean', default: false } },
});
const index = await loadIndex(join(import.meta.dirname, '../..'));
const last = readReport();
const now: Report = {};
const floors: Floors = {};

console.log('| set | measure | now | last |\n| --- | --- | ---: | ---: |');
for (const set of OWN_SETS) {
  for (const part of ['seen', 'held'] as const) reportOwn(set, part, measureOwnSet(set, part, index));
}
const corpora = positionals[0] ? await measureCorpora(positionals[0], index) : [];
for (const corpus of corpora) {
  for (const { name, value } of corpus.measures) row(`${corpus.corpus} (${corpus.texts})`, name, value);
}
for (const corpus of corpora) printWords(corpus);
if (asked.faults) for (const set of OWN_SETS) printFaults(set, measureOwnSet(set, 'seen', index));
if (asked.write) {
  writeFileSync(REPORT_AT, `${JSON.stringify({ ...last, ...now }, null, 2)}\n`);
  writeFileSync(FLOORS_AT, `${JSON.stringify(raised(readFloors(), floors), null, 2)}\n`);
}

function reportOwn(set: string, part: Part, { lines, precision, recall, linking }: Figures): void {
  const name = `${set}, ${part} (${lines})`;
  row(name, 'precision', 100 * precision);
  row(name, 'recall', 100 * recall);
  row(name, 'linking', 100 * linking);
  floors[`${set} ${part}`] = { precision, recall };
}

function row(set: string, measure: string, value: number): void {
  const key = `${set} · ${measure}`;
  now[key] = Number(value.toFixed(3));
  const before = last[key];
  const digits = value && value < 1 ? 3 : 1;
  console.log(
    `| ${set} | ${measure} | ${value.toFixed(digits)} | ${before === undefined ? '–' : before.toFixed(digits)} |`,
  );
}

function printWords({ corpus, falseMarks, missed }: CorpusReport): void {
  const list = (words: [string, number][]) => words.map(([word, times]) => `${word} ×${times}`).join(', ') || 'none';
  console.log(`\n${corpus}\n  marked wrongly: ${list(falseMarks)}\n  missed: ${list(missed)}`);
}

function printFaults(set: string, { falseMarks, missed, mislinked }: Figures): void {
  for (const [title, faults] of Object.entries({ falseMarks, missed, mislinked })) {
    for (const { id, passage, what } of faults) console.log(`${set}, ${title}: ${id}: ${passage} (${what})`);
  }
}

function readReport(): Report {
  try {
    return JSON.parse(readFileSync(REPORT_AT, 'utf8')) as Report;
  } catch {
    return {};
  }
}
