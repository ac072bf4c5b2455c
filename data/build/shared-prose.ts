/**
 * `npm run data:prose -- FOLDER`: looks for sentences that the dataset shares with the upstream files in
 * FOLDER. Facts may come from there, sentences may not. Exit code 1 on any.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { recordFiles } from './read';
import { SharedRuns, stringsOf } from './word-runs';

const [folder] = process.argv.slice(2);
if (!folder) {
  console.error('data:prose: name the folder with the upstream files');
  process.exit(2);
}

const runs = new SharedRuns();
for (const entry of readdirSync(folder, { withFileTypes: true, recursive: true })) {
  if (!entry.isFile() || !/\.(json|csv|md|txt)$/.test(entry.name) || /LICEN[CS]E/.test(entry.name)) continue;
  const path = join(entry.parentPath, entry.name);
  const text = readFileSync(path, 'utf8');
  const strings = path.endsWith('.json') ? [...stringsOf(JSON.parse(text))] : text.split('\n');
  for (const string of strings) runs.learn(string, relative(folder, path));
}

let found = 0;
for (const { path, text } of recordFiles(join(import.meta.dirname, '..'))) {
  for (const string of proseOf(JSON.parse(text))) {
    const shared = runs.find(string);
    if (!shared) continue;
    found++;
    console.log(`${path}: “${shared.words}” stands in ${shared.where}`);
  }
}
console.log(`${found} ${found === 1 ? 'run' : 'runs'} of words shared with upstream prose`);
process.exitCode = found ? 1 : 0;

/** The fields in which a sentence could hide; names, titles and identifiers are facts, however long. */
function* proseOf(value: unknown): Iterable<string> {
  if (Array.isArray(value)) for (const item of value) yield* proseOf(item);
  else if (value && typeof value === 'object') {
    for (const [key, inner] of Object.entries(value)) {
      if (['note', 'wording', 'ref'].includes(key)) yield* stringsOf(inner);
      else yield* proseOf(inner);
    }
  }
}
