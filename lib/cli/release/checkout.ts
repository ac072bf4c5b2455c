import { execFileSync, spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, symlinkSync } from 'node:fs';
import { dirname, join } from 'node:path';

const ROOT = join(import.meta.dirname, '..', '..', '..');

/** Copies the files that git knows, as they are now. */
export function copyTracked(target: string): void {
  const listed = execFileSync('git', ['ls-files', '-z'], { cwd: ROOT, encoding: 'utf8', maxBuffer: 1 << 26 });
  for (const name of listed.split('\0')) {
    const from = join(ROOT, name);
    if (!name || !existsSync(from)) continue;
    mkdirSync(dirname(join(target, name)), { recursive: true });
    copyFileSync(from, join(target, name));
  }
}

/** Makes the packages that are installed here those of the copy, in place of `npm ci`. */
export function lendPackages(target: string): void {
  symlinkSync(join(ROOT, 'node_modules'), join(target, 'node_modules'), 'junction');
  wxt(target, ['prepare']);
}

/**
 * Runs WXT in the copy.
 *
 * @param place variables of time zone and language, which a build must not depend on
 * @throws Error where it fails
 */
export function wxt(target: string, options: string[], place: Record<string, string> = {}): void {
  // Within a test runner, NODE_ENV is `test`, and the libraries' other halves would be built.
  const { NODE_ENV: _, ...environment } = process.env;
  const { status } = spawnSync(process.execPath, [join('node_modules', 'wxt', 'bin', 'wxt.mjs'), ...options], {
    cwd: target,
    env: { ...environment, ...place },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  if (status !== 0) throw new Error(`wxt ${options.join(' ')} failed in ${target}.`);
}
