import { accessSync, constants } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';
import { chromium } from 'playwright';

export type BrowserName = 'chromium' | 'firefox';
export const BROWSER_NAMES: readonly BrowserName[] = ['chromium', 'firefox'];

/** Names the executable to use, before any search. */
export const BROWSER_VARIABLES: Record<BrowserName, string> = {
  chromium: 'ATTRIBUTION_LENS_CHROMIUM',
  firefox: 'ATTRIBUTION_LENS_FIREFOX',
};

interface Places {
  /** Names looked up in PATH. */
  commands: string[];
  linux: string[];
  darwin: string[];
  /** Below Program Files, Program Files (x86) or the user's local application folder. */
  win32: string[];
}

const CHROMIUM: Places = {
  commands: ['chromium', 'chromium-browser'],
  linux: ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/lib/chromium/chromium', '/snap/bin/chromium'],
  darwin: ['/Applications/Chromium.app/Contents/MacOS/Chromium'],
  win32: ['Chromium\\Application\\chrome.exe'],
};

/**
 * Chrome ignores `--load-extension` from version 137 on, so that it starts without the extension under test;
 * Edge follows Chrome's code. They serve only where no Chromium can be had.
 */
const BRANDED: Places = {
  commands: ['microsoft-edge', 'google-chrome', 'google-chrome-stable'],
  linux: ['/usr/bin/microsoft-edge', '/opt/microsoft/msedge/msedge', '/opt/google/chrome/chrome'],
  darwin: [
    '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  ],
  win32: ['Microsoft\\Edge\\Application\\msedge.exe', 'Google\\Chrome\\Application\\chrome.exe'],
};

const FIREFOX: Places = {
  commands: ['firefox', 'firefox-esr'],
  linux: ['/usr/bin/firefox', '/usr/bin/firefox-esr', '/usr/lib/firefox/firefox', '/usr/lib/firefox-esr/firefox-esr'],
  darwin: ['/Applications/Firefox.app/Contents/MacOS/firefox'],
  win32: ['Mozilla Firefox\\firefox.exe', 'Mozilla Firefox ESR\\firefox.exe'],
};

/**
 * Path of an installed browser, or null; of Chromium itself, not of what is built on it. Throws when the
 * environment variable names a file that cannot be run, so that a test never silently uses another browser than
 * the one asked for.
 */
export function findBrowser(name: BrowserName): string | null {
  const variable = BROWSER_VARIABLES[name];
  const chosen = process.env[variable];
  if (chosen) {
    if (!runnable(chosen)) throw new Error(`${variable} names ${chosen}, which is not a file that can be run.`);
    return chosen;
  }
  const candidates = name === 'firefox' ? pathsOf(FIREFOX) : [...pathsOf(CHROMIUM), chromium.executablePath()];
  return candidates.find((path) => path !== '' && runnable(path)) ?? null;
}

/** Path of an installed Edge or Chrome, or null. */
export function findBranded(): string | null {
  return pathsOf(BRANDED).find(runnable) ?? null;
}

function pathsOf(places: Places): string[] {
  return [...usualPaths(places), ...onPath(places.commands)];
}

function usualPaths(places: Places): string[] {
  if (process.platform === 'darwin') return places.darwin.flatMap((path) => [path, join(homedir(), path)]);
  if (process.platform !== 'win32') return places.linux;
  const roots = ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].map((name) => process.env[name]);
  return roots.flatMap((root) => (root ? places.win32.map((path) => join(root, path)) : []));
}

function onPath(commands: string[]): string[] {
  const suffix = process.platform === 'win32' ? '.exe' : '';
  const folders = (process.env.PATH ?? '').split(delimiter).filter((folder) => folder !== '');
  return commands.flatMap((command) => folders.map((folder) => join(folder, command + suffix)));
}

function runnable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
