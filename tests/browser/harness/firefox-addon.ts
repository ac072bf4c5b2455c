import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';

export interface FirefoxAddon {
  /** Absolute path of the unpacked add-on: Firefox installs a folder as it is, no archive needed. */
  path: string;
  id: string;
  /** Match patterns that the add-on needs to reach pages. */
  hosts: string[];
}

interface Manifest {
  browser_specific_settings?: { gecko?: { id?: string } };
  host_permissions?: string[];
  content_scripts?: { matches?: string[] }[];
}

/** Throws when there is no manifest, or no add-on id in it, without which the address of its pages is unknown. */
export async function readAddon(folder: string): Promise<FirefoxAddon> {
  const path = resolve(folder);
  const manifest = JSON.parse(await readFile(join(path, 'manifest.json'), 'utf8')) as Manifest;
  const id = manifest.browser_specific_settings?.gecko?.id;
  if (id === undefined) throw new Error(`${path}/manifest.json lacks browser_specific_settings.gecko.id.`);
  const scriptHosts = (manifest.content_scripts ?? []).flatMap((script) => script.matches ?? []);
  return { path, id, hosts: [...new Set([...(manifest.host_permissions ?? []), ...scriptHosts])] };
}
