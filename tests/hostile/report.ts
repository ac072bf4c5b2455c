/**
 * `npm run hostile [-- --long] [--write]`: runs the hostile pages in both browsers, with `--long` the long forms too,
 * and prints how each case went; `--write` puts the table into `docs/hostile-pages.md`. Ends with 1 if one failed. Run
 * `npm run build` first.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { machine } from '../bench/machine.ts';
import { markdown } from '../bench/table.ts';
import { BROWSER_NAMES } from '../browser/harness/find-browser.ts';
import { LONG, loadOf, SHORT } from './cases/load.ts';
import { groupsOf } from './groups.ts';

const ROOT = join(import.meta.dirname, '..', '..');
const DOCUMENT = join(ROOT, 'docs', 'hostile-pages.md');

/** As vitest's JSON reporter gives them; the titles are those of `describe-groups.ts`. */
interface Results {
  testResults: { assertionResults: { ancestorTitles: string[]; title: string; status: string; duration?: number }[] }[];
}

const { values } = parseArgs({
  options: { write: { type: 'boolean', default: false }, long: { type: 'boolean', default: false } },
});
const outcomes = new Map<string, string>();
run('browser', 'tests/hostile');
if (values.long) run('long', 'tests/hostile');
const groups = [...groupsOf(SHORT), ...(values.long ? [{ ...loadOf(LONG), title: 'Too much, long' }] : [])];
const tables = groups.map(({ title, cases }) =>
  markdown({
    title,
    columns: ['page', ...BROWSER_NAMES],
    rows: cases.map(({ name }) => [name, ...BROWSER_NAMES.map((browser) => outcomes.get(`${browser} ${name}`) ?? '–')]),
  }),
);
const failed = [...outcomes.values()].filter((outcome) => !outcome.startsWith('passed')).length;
const text = `# Hostile pages

Written by \`npm run hostile -- --long --write\`; not by hand. Each page is opened with the extension; it has to work as without,
what is wanted has to be marked in the end, the card has to stand on the screen and go, and no error may be left uncaught.
The cases, with what each asks for, are in \`tests/hostile/cases/\`. "–": the browser can't do it, or can't be made to.

Run ${machine()}: ${outcomes.size} runs, ${failed} failed.

${tables.join('\n')}`;
console.log(text);
if (values.write) writeFileSync(DOCUMENT, `${text.trimEnd()}\n`);
process.exitCode = failed ? 1 : 0;

function run(project: string, folder: string): void {
  const reports = mkdtempSync(join(tmpdir(), 'hostile-'));
  const file = join(reports, 'results.json');
  const vitest = ['vitest', 'run', '--config', 'tests/vitest.config.ts', '--project', project, folder];
  spawnSync('npx', ['--no-install', ...vitest, '--reporter=default', '--reporter=json', `--outputFile.json=${file}`], {
    cwd: ROOT,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  const { testResults } = JSON.parse(readFileSync(file, 'utf8')) as Results;
  rmSync(reports, { recursive: true });
  for (const { ancestorTitles, title, status, duration = 0 } of testResults.flatMap(
    ({ assertionResults }) => assertionResults,
  )) {
    const browser = BROWSER_NAMES.find((name) => ancestorTitles.some((ancestor) => ancestor.endsWith(` ${name}`)));
    if (browser) outcomes.set(`${browser} ${title}`, `${status}, ${(duration / 1000).toFixed(1)} s`);
  }
}
