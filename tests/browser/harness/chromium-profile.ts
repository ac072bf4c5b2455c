import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** What Chromium asks of the net and only a preference, not a flag, switches off. */
const QUIET = {
  // Fetches a dictionary from redirector.gvt1.com, sooner or later after the start.
  browser: { enable_spellchecking: false },
  spellcheck: { dictionaries: [], dictionary: '', use_spelling_service: false },
  safebrowsing: { enabled: false },
  search: { suggest_enabled: false },
  signin: { allowed: false, allowed_on_next_startup: false },
  credentials_enable_service: false,
};

export interface ChromiumProfile {
  folder: string;
  remove(): Promise<void>;
}

/** A throw-away profile. */
export async function writeChromiumProfile(): Promise<ChromiumProfile> {
  const folder = await mkdtemp(join(tmpdir(), 'attribution-lens-chromium-'));
  await mkdir(join(folder, 'Default'));
  await writeFile(join(folder, 'Default', 'Preferences'), JSON.stringify(QUIET));
  return { folder, remove: () => rm(folder, { recursive: true, force: true, maxRetries: 5 }) };
}
