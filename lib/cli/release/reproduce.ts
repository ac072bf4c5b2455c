/**
 * `npm run reproduce`: proves that a release can be built again by anybody. Builds and packs the extension from
 * the files in git in one folder, then from the source archive of that build in another, with another time zone
 * and language, and compares the packages, file by file and as archives. Needs what `npm ci` installs, and no
 * network. Exit code 1 where anything differs.
 */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { copyTracked, lendPackages, wxt } from './checkout.ts';
import { unzip } from './fixed-zip.ts';

/** Places and languages that a build must not depend on: Estonian sorts z before t. */
const FIRST = { TZ: 'UTC', LC_ALL: 'C' };
const SECOND = { TZ: 'Pacific/Kiritimati', LC_ALL: 'et_EE.UTF-8' };

const folder = mkdtempSync(join(tmpdir(), 'attribution-lens-reproduce-'));
try {
  const first = join(folder, 'from-git');
  const second = join(folder, 'in-another-folder', 'from-the-source-archive');
  copyTracked(first);
  pack(first, FIRST);
  await extract(archives(first).find((name) => name.endsWith('-sources.zip'))!, first, second);
  pack(second, SECOND);
  process.exitCode = (await compare(first, second)) ? 0 : 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}

async function extract(archive: string, from: string, target: string): Promise<void> {
  for (const { name, bytes } of await unzip(join(from, '.output', archive))) {
    mkdirSync(dirname(join(target, name)), { recursive: true });
    writeFileSync(join(target, name), bytes);
  }
}

/** What `npm ci && npm run zip` does. */
function pack(target: string, place: Record<string, string>): void {
  lendPackages(target);
  wxt(target, ['zip'], place);
  wxt(target, ['zip', '-b', 'firefox', '--mv3'], place);
}

function archives(target: string): string[] {
  return readdirSync(join(target, '.output'))
    .filter((name) => name.endsWith('.zip'))
    .sort();
}

/** Prints a line for each archive, and one for each file that differs. True where nothing does. */
async function compare(first: string, second: string): Promise<boolean> {
  const rows: string[][] = [['package', 'files', 'differ', 'SHA-256', 'same bytes']];
  const different: string[] = [];
  for (const name of [...new Set([...archives(first), ...archives(second)])]) {
    const [a, b] = [first, second].map((target) => join(target, '.output', name)) as [string, string];
    const [inA, inB] = [await hashes(a), await hashes(b)];
    const names = [...new Set([...inA.keys(), ...inB.keys()])];
    const differing = names.filter((file) => inA.get(file) !== inB.get(file));
    const isSame = existsSync(a) && existsSync(b) && sha256(readFileSync(a)) === sha256(readFileSync(b));
    if (!isSame) different.push(name, ...differing.map((file) => `${name}: ${file}`));
    const hash = existsSync(a) ? sha256(readFileSync(a)) : '–';
    rows.push([name, String(names.length), String(differing.length), hash, isSame ? 'yes' : 'NO']);
  }
  console.log(table(rows));
  console.log(different.length ? `\nDifferent:\n${different.join('\n')}` : '\nBoth builds gave the same bytes.');
  return different.length === 0 && rows.length > 3;
}

async function hashes(archive: string): Promise<Map<string, string>> {
  if (!existsSync(archive)) return new Map();
  return new Map((await unzip(archive)).map(({ name, bytes }) => [name, sha256(bytes)]));
}

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

function table(rows: string[][]): string {
  const widths = rows[0]!.map((_, column) => Math.max(...rows.map((row) => row[column]!.length)));
  return rows
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column]!))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
