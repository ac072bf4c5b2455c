import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * A JSON file below the folder of sources.
 *
 * @throws Error that names the file, where it is missing or no JSON.
 */
export function readJson<T>(folder: string, ...path: string[]): T {
  const file = join(folder, ...path);
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as T;
  } catch (error) {
    throw new Error(`${path.join('/')}: ${(error as Error).message}`);
  }
}
