import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { BROWSER_VARIABLES, type BrowserName, findBranded, findBrowser } from './find-browser.ts';

/** Debian's names, each also known to the other distribution that has apt. */
const APT_PACKAGES: Record<BrowserName, string> = { chromium: 'chromium', firefox: 'firefox-esr' };

const PLAYWRIGHT_TIME_LIMIT_MS = 180_000;
const APT_TIME_LIMIT_MS = 600_000;

/**
 * Path of a browser, installed first if need be: Playwright's own Chromium, else the distribution's package
 * when we are root and there is apt. Playwright's Firefox is a patched build and does not speak for stock
 * Firefox, so it is never fetched. Edge or Chrome only if no Chromium can be had, since they may start without the
 * extension. Throws one sentence that says what to do when nothing works.
 */
export function obtainBrowser(name: BrowserName): string {
  return findBrowser(name) ?? installedByPlaywright(name) ?? installedByApt(name) ?? lastResort(name) ?? giveUp(name);
}

function installedByPlaywright(name: BrowserName): string | null {
  if (name !== 'chromium') return null;
  run('npx', ['playwright', 'install', 'chromium'], PLAYWRIGHT_TIME_LIMIT_MS);
  return findBrowser(name);
}

function installedByApt(name: BrowserName): string | null {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return null;
  run('apt-get', ['update'], APT_TIME_LIMIT_MS);
  run('apt-get', ['install', '-y', '--no-install-recommends', APT_PACKAGES[name]], APT_TIME_LIMIT_MS);
  return findBrowser(name);
}

function lastResort(name: BrowserName): string | null {
  return name === 'chromium' ? findBranded() : null;
}

/** A failed install shows by the browser that is still not found; no need to look at the exit code. */
function run(command: string, args: string[], timeout: number): void {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  spawnSync(command, args, {
    env,
    timeout,
    stdio: ['ignore', 'inherit', 'inherit'],
    shell: process.platform === 'win32',
  });
}

function giveUp(name: BrowserName): never {
  const label = name === 'chromium' ? 'Chromium' : 'Firefox 146 or later';
  throw new Error(
    `No ${label} was found, and none could be fetched. Install it, or set ${BROWSER_VARIABLES[name]} to its executable.`,
  );
}
