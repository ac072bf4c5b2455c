import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import JSZip from 'jszip';
import { afterAll, expect, test } from 'vitest';
import { copyTracked, lendPackages, wxt } from '../../lib/cli/release/checkout';
import { fixZip, unzip } from '../../lib/cli/release/fixed-zip';

const ROOT = join(import.meta.dirname, '..', '..');
const folder = mkdtempSync(join(tmpdir(), 'attribution-lens-build-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }), 120_000);

// The whole proof, with Firefox, the archives and the source archive, is `npm run reproduce`.
test('a build in another folder, time zone and language gives the same files', () => {
  const copy = join(folder, 'elsewhere');
  copyTracked(copy);
  lendPackages(copy);
  wxt(copy, ['build'], { TZ: 'Pacific/Kiritimati', LC_ALL: 'et_EE.UTF-8' });
  const [here, there] = [ROOT, copy].map((root) => filesIn(join(root, '.output', 'chrome-mv3')));
  expect([...there!.keys()]).toEqual([...here!.keys()]);
  expect([...there!].filter(([name, bytes]) => !bytes.equals(here!.get(name)!)).map(([name]) => name)).toEqual([]);
}, 240_000);

test('an archive depends on the names and contents of its files alone', async () => {
  const made = await Promise.all([
    archive('a.zip', ['b/two.txt', 'a.txt'], '2001-02-03'),
    archive('b.zip', ['a.txt', 'b/two.txt'], '2026-11-28'),
  ]);
  for (const path of made) await fixZip(path);
  expect(readFileSync(made[0]!).equals(readFileSync(made[1]!))).toBe(true);
  expect((await unzip(made[0]!)).map(({ name, bytes, date }) => [name, Buffer.from(bytes).toString(), date])).toEqual([
    ['a.txt', 'of a.txt', new Date('1980-01-01')],
    ['b/two.txt', 'of b/two.txt', new Date('1980-01-01')],
  ]);
});

async function archive(name: string, files: string[], day: string): Promise<string> {
  const zip = new JSZip();
  for (const file of files) zip.file(file, `of ${file}`, { date: new Date(day) });
  const path = join(folder, name);
  writeFileSync(path, await zip.generateAsync({ type: 'nodebuffer' }));
  return path;
}

function filesIn(root: string): Map<string, Buffer> {
  const paths = readdirSync(root, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
  return new Map(paths.sort().map((path) => [relative(root, path), readFileSync(path)]));
}
