// Sums the test runners' own JSON reports (vitest's format, or just its two counts) and prints one line.
// Usage: node .ci/tally.mjs FOLDER STATUS, STATUS being the exit code of `npm test`.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const [folder, status] = process.argv.slice(2);
let passed = 0;
let failed = 0;
for (const name of readdirSync(folder).filter((file) => file.endsWith('.json'))) {
  try {
    const report = JSON.parse(readFileSync(join(folder, name), 'utf8'));
    passed += report.numPassedTests ?? 0;
    failed += report.numFailedTests ?? 0;
    // A suite that cannot even be loaded has no tests to count.
    for (const suite of report.testResults ?? []) {
      if (suite.status === 'failed' && suite.assertionResults.every((test) => test.status !== 'failed')) failed += 1;
    }
  } catch (error) {
    console.error(`${name} is no report: ${error.message}`);
    failed += 1;
  }
}
// A check that stopped the run before its report was written, or a run that tested nothing.
if (failed === 0 && (status !== '0' || passed === 0)) failed = 1;
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
