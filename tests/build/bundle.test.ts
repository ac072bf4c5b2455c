import { execFile } from 'node:child_process';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';

const ROOT = join(import.meta.dirname, '..', '..');
const BUILDS = { chromium: join(ROOT, '.output/chrome-mv3'), firefox: join(ROOT, '.output/firefox-mv3') };

/** Permissions that the code uses; `docs/store/permissions.md` says for what. */
const PERMISSIONS: Readonly<Record<string, readonly string[]>> = {
  chromium: ['storage', 'scripting', 'contextMenus', 'alarms', 'sidePanel'],
  firefox: ['storage', 'scripting', 'contextMenus', 'alarms'],
};

/** Most bytes each file may have, uncompressed: what every page, every card, every start pays. */
const BUDGETS: readonly [file: string, kilobytes: number][] = [
  ['page.js', 40],
  // Preact, the places of the card, and the code of messages, menus and keys.
  ['card.js', 95],
  // Most of it reads, merges and compiles feeds, and is not run before the reader has one: a service worker is one file.
  ['background.js', 280],
  ['data/names.bin', 600],
  ['data/records.bin', 4_000],
];

/** Of the dossier's scripts and styles together, gzip: 250 kB were allowed, 90 are enough. */
const DOSSIER_BUDGET = 90;

describe.each(Object.entries(BUILDS))('the %s build', (browser, folder) => {
  const manifest = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as Record<string, unknown>;

  test.each(BUDGETS)('%s stays within %d kB', (file, kilobytes) => {
    expect(statSync(join(folder, file)).size).toBeLessThanOrEqual(kilobytes * 1000);
  });

  test('the dossier and all that it loads stay within their budget', () => {
    const page = readFileSync(join(folder, 'dossier.html'), 'utf8');
    const files = [...page.matchAll(/(?:src|href)="\/((?:chunks|assets)\/[^"]+)"/g)].map((match) => match[1]!);
    const bytes = files.reduce((sum, file) => sum + gzipSync(readFileSync(join(folder, file))).byteLength, 0);
    expect(files.length).toBeGreaterThan(1);
    expect(bytes).toBeLessThanOrEqual(DOSSIER_BUDGET * 1000);
  });

  test('offers pages nothing to load, and asks for no more than it uses', () => {
    expect(manifest).not.toHaveProperty('web_accessible_resources');
    expect(manifest).not.toHaveProperty('externally_connectable');
    expect(manifest.manifest_version).toBe(3);
    expect(manifest.permissions).toEqual(PERMISSIONS[browser]);
    expect(manifest).not.toHaveProperty('optional_permissions');
    expect(manifest.host_permissions).toEqual(['<all_urls>']);
  });

  test('asks for nothing that docs/store/permissions.md does not justify', () => {
    const justified = readFileSync(join(ROOT, 'docs/store/permissions.md'), 'utf8');
    const asked = [...(manifest.permissions as string[]), ...(manifest.host_permissions as string[])];
    expect(asked.filter((permission) => !justified.includes(`\n| \`${permission}\``))).toEqual([]);
  });

  test('says of itself what the listing in the stores says', () => {
    const messages = JSON.parse(readFileSync(join(folder, '_locales/en/messages.json'), 'utf8')) as Record<
      string,
      { message: string }
    >;
    const { message } = messages.manifest_description!;
    expect(readFileSync(join(ROOT, 'docs/store/listing.md'), 'utf8')).toContain(`| ${message} |`);
    expect(message.length).toBeLessThanOrEqual(132);
  });

  test('holds no address that it could load from', () => {
    const scripts = filesIn(folder).filter((path) => /\.(js|html|css)$/.test(path));
    const loaders = scripts.filter((path) =>
      /(?:src|href|import|fetch|url)\s*[=(]\s*["'`]https?:/i.test(readFileSync(path, 'utf8')),
    );
    expect(loaders).toEqual([]);
  });
});

test('the Firefox build passes the add-on linter without errors and warnings', async () => {
  const { stdout } = await promisify(execFile)(
    'npx',
    ['--no-install', 'web-ext', 'lint', '--source-dir', BUILDS.firefox, '--output', 'json'],
    {
      cwd: ROOT,
      maxBuffer: 1 << 24,
    },
  ).catch((error: { stdout: string }) => error);
  const report = JSON.parse(stdout) as {
    errors: { code: string; file: string }[];
    warnings: { code: string; file: string }[];
  };
  expect(report.errors.map(({ code, file }) => `${code} ${file}`)).toEqual([]);
  expect(
    report.warnings.map(({ code, file }) => `${code} ${file}`).filter((warning) => !UNAVOIDABLE.includes(warning)),
  ).toEqual([]);
});

/** Warnings that we can't avoid, each with its reason. */
const UNAVOIDABLE: readonly string[] = [];

function filesIn(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}
