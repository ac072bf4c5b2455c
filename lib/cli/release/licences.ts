/**
 * `npm run licences`, after a build: writes whose code is in it, and under which licence, into NOTICE and into the
 * list of the about page. `tests/build/licences.test.ts` fails where this was forgotten.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { bundledPackages } from './bundled.ts';
import { libraryOf, noticeWith } from './notice.ts';

const ROOT = join(import.meta.dirname, '..', '..', '..');
const NOTICE = join(ROOT, 'NOTICE');
const LIBRARIES = join(ROOT, 'lib', 'options', 'libraries.json');

const names = bundledPackages();
writeFileSync(NOTICE, noticeWith(readFileSync(NOTICE, 'utf8'), names));
writeFileSync(LIBRARIES, `${JSON.stringify(names.map(libraryOf), null, 2)}\n`);
console.log(`${names.length} packages of others are in the builds: ${names.join(', ')}.`);
