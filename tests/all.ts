/**
 * `npm test`: every check, one after another, each to its end. With REPORT_DIR set, writes what each counted
 * there, for `.ci/run` to sum up. Exit code 1 if anything failed.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { BROWSER_NAMES } from './browser/harness/find-browser.ts';
import { obtainBrowser } from './browser/harness/obtain-browser.ts';

const reports = process.env.REPORT_DIR;
if (reports) mkdirSync(reports, { recursive: true });

interface Check {
  name: string;
  command: string[];
  /** Writes its own report in vitest's JSON format; the others count as one test each. */
  isVitest?: boolean;
}

const vitest = (project: string, ...options: string[]): Check => ({
  name: project,
  command: ['vitest', 'run', '--config', 'tests/vitest.config.ts', '--project', project, ...options],
  isVitest: true,
});

const CHECKS: Check[] = [
  { name: 'formatting and lint', command: ['biome', 'ci', '.'] },
  { name: 'types', command: ['tsc', '--noEmit'] },
  { name: 'types of the pure parts, without a browser', command: ['tsc', '-p', 'lib/tsconfig.json'] },
  vitest('unit'),
  { name: 'build for Chromium', command: ['wxt', 'build'] },
  { name: 'build for Firefox', command: ['wxt', 'build', '-b', 'firefox', '--mv3'] },
  vitest('build'),
  vitest('browser', '--maxWorkers=2'),
  vitest('policy'),
];

/** What to do about the browsers that are not here, a sentence each. */
const missing = BROWSER_NAMES.flatMap((name) => {
  try {
    obtainBrowser(name);
    return [];
  } catch (error) {
    return (error as Error).message;
  }
});
const failed = CHECKS.filter((check) => !passes(check));
console.log(failed.length ? `\nFailed: ${failed.map((check) => check.name).join(', ')}` : '\nEverything passed.');
process.exitCode = failed.length ? 1 : 0;

function passes({ name, command, isVitest }: Check): boolean {
  console.log(`\n— ${name}`);
  if (isInBrowsers(name) && missing.length) {
    console.error(missing.join('\n'));
    if (reports) writeFileSync(join(reports, `${name}.json`), JSON.stringify({ numFailedTests: missing.length }));
    return false;
  }
  const report = reports && join(reports, `${name.replace(/\W+/g, '-')}.json`);
  const extra = isVitest && report ? ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`] : [];
  const { status } = spawnSync('npx', ['--no-install', ...command, ...extra], {
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  const passed = status === 0;
  if (report && !isVitest) {
    writeFileSync(report, JSON.stringify({ numPassedTests: passed ? 1 : 0, numFailedTests: passed ? 0 : 1 }));
  }
  return passed;
}

function isInBrowsers(name: string): boolean {
  return name === 'browser' || name === 'policy';
}
