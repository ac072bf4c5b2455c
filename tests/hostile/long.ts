import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

/** The hostile pages with their long forms; given a document, their report writes its table there by itself. */
export async function longHostilePages(document?: string): Promise<void> {
  const report = join(import.meta.dirname, 'report.ts');
  const options = ['--long', ...(document ? ['--write'] : [])];
  const { status } = spawnSync(process.execPath, ['--import', 'tsx', report, ...options], { stdio: 'inherit' });
  if (status !== 0) throw new Error('Hostile pages: at least one failed.');
}
