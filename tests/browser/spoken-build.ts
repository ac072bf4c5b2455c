import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { builtExtension } from './extension.ts';
import type { BrowserName } from './harness/find-browser.ts';

type Messages = Record<string, { message: string }>;

/**
 * A copy of the built extension that speaks one language in every browser: its messages stand in the place of the
 * English ones. Browsers under test have no other language than English in them. `rtl` is English that runs from
 * right to left, for want of a locale that does.
 */
export function spokenBuild(name: BrowserName, locale: string): { folder: string; remove: () => void } {
  const built = builtExtension(name);
  const folder = mkdtempSync(join(tmpdir(), 'attribution-lens-'));
  cpSync(built, folder, { recursive: true });
  writeFileSync(join(folder, '_locales', 'en', 'messages.json'), JSON.stringify(messagesOf(built, locale)));
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

function messagesOf(built: string, locale: string): Messages {
  const read = (one: string) =>
    JSON.parse(readFileSync(join(built, '_locales', one, 'messages.json'), 'utf8')) as Messages;
  return locale === 'rtl' ? { ...read('en'), direction: { message: 'rtl' } } : read(locale);
}
