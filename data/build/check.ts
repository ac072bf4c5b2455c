/**
 * `npm run data:check [-- --fix]`: validates every record and its references; with `--fix` first writes
 * every file in its canonical form and the JSON Schemas that editors use. Exit code 1 on any fault.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { formatRecord } from '../../lib/dataset/canonical';
import { crossReferenceFaults } from '../../lib/dataset/references';
import { readDataset, recordFiles } from './read';
import { jsonSchemas } from './schemas';

const folder = join(import.meta.dirname, '..');
const fix = process.argv.includes('--fix');

if (fix) {
  for (const { collection, path, text } of recordFiles(folder)) {
    const canonical = formatRecord(collection, JSON.parse(text));
    if (canonical !== text) writeFileSync(join(folder, path), canonical);
  }
  for (const [name, text] of jsonSchemas()) writeFileSync(join(folder, 'schema', name), text);
}

const { dataset, faults } = readDataset(folder);
faults.push(...crossReferenceFaults(dataset));
for (const { collection, path, text } of recordFiles(folder)) {
  if (isJson(text) && formatRecord(collection, JSON.parse(text)) !== text) {
    faults.push({ where: path, what: 'is not in canonical form; `npm run data:check -- --fix` writes it' });
  }
}
for (const fault of faults) console.error(`${fault.where}: ${fault.what}`);
const counts = Object.entries(dataset).map(([name, records]) => `${records.length} ${name}`);
console.log(`${counts.join(', ')}; ${faults.length} ${faults.length === 1 ? 'fault' : 'faults'}`);
process.exitCode = faults.length ? 1 : 0;

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
