/**
 * `npm run test:long [-- --only SUITE] [--write]`: what takes too long for each commit. `--write` puts the tables
 * into docs/. Exit code 1 if anything failed.
 */
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { longFuzz } from './fuzz/long.ts';
import { longHostilePages } from './hostile/long.ts';

const DOCS = join(import.meta.dirname, '..', 'docs');

/** Each throws where something fails; given a document, it writes its table there. */
const SUITES: Readonly<Record<string, { run: (document?: string) => Promise<void>; document: string }>> = {
  fuzz: { run: longFuzz, document: 'fuzz.md' },
  hostile: { run: longHostilePages, document: 'hostile-pages.md' },
};

const { values } = parseArgs({
  options: { only: { type: 'string', multiple: true, default: [] }, write: { type: 'boolean', default: false } },
});
for (const [name, { run, document }] of Object.entries(SUITES)) {
  if (values.only.length && !values.only.includes(name)) continue;
  console.log(`— ${name}`);
  try {
    await run(values.write ? join(DOCS, document) : undefined);
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
