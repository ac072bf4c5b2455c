import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { tinyIndexFile } from './tiny-index';

const ENTRY = fileURLToPath(new URL('../../../lib/cli/annotate.ts', import.meta.url));
const ROOT = fileURLToPath(new URL('../../..', import.meta.url));

export interface Outcome {
  status: number | null;
  stdout: string;
  stderr: string;
}

/** A folder of input files in which the command line runs, with an index of its own. */
export class CliFolder {
  readonly path = mkdtempSync(join(tmpdir(), 'annotate-'));
  readonly #index = join(this.path, 'index.bin');

  constructor() {
    writeFileSync(this.#index, tinyIndexFile());
  }

  put(name: string, content: string | Uint8Array): void {
    writeFileSync(join(this.path, name), content);
  }

  start(...words: string[]): ChildProcessWithoutNullStreams {
    const tsx = join(ROOT, 'node_modules/tsx/dist/loader.mjs');
    return spawn(process.execPath, ['--import', tsx, ENTRY, ...words], {
      cwd: this.path,
      env: { ...process.env, ATTRIBUTION_LENS_INDEX: this.#index },
    });
  }

  run(words: string[], stdin: string | Uint8Array = ''): Promise<Outcome> {
    const child = this.start(...words);
    child.stdin.on('error', () => {});
    child.stdin.end(stdin);
    return outcomeOf(child);
  }

  remove(): void {
    rmSync(this.path, { recursive: true });
  }
}

export async function outcomeOf(child: ChildProcessWithoutNullStreams): Promise<Outcome> {
  let stdout = '';
  let stderr = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    stdout += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr += text;
  });
  const status = await new Promise<number | null>((resolve) => child.on('close', resolve));
  return { status, stdout, stderr };
}
