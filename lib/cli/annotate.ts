import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { annotateStream, textStream } from './annotate-stream';
import { HELP, parseArguments, type RunOptions, USAGE } from './arguments';
import { readInputs } from './inputs';
import { loadIndex, loadRecords } from './load-index';
import { writeAll } from './output';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** Runs the command line and resolves with its exit status. */
async function main(words: readonly string[]): Promise<number> {
  const command = parseArguments(words);
  if (command.do === 'help') return print(HELP);
  if (command.do === 'version')
    return print(`attribution-lens ${versionIn('package.json')}, dataset ${versionIn('data/dataset.json')}\n`);
  if (command.do === 'refuse') {
    complain(command.fault);
    process.stderr.write(`${USAGE}\n`);
    return 2;
  }
  if (!command.options.files.length) {
    if (process.stdin.isTTY) {
      process.stderr.write(`${USAGE}\n`);
      return 2;
    }
    command.options.files.push('-');
  }
  return annotate(command.options);
}

async function annotate({ files, format, input, text, described }: RunOptions): Promise<number> {
  let status = 0;
  const documents = readInputs(files, input, (fault) => {
    complain(fault);
    status = 1;
  });
  const output = text
    ? textStream(documents, format === 'jsonl' ? 'jsonl' : 'plain')
    : annotateStream(documents, await loadIndex(ROOT), {
        format,
        described,
        records: format === 'stix' ? await loadRecords(ROOT) : undefined,
      });
  await writeAll(output, process.stdout);
  return status;
}

function print(text: string): number {
  process.stdout.write(text);
  return 0;
}

/** Writes a sentence to standard error; control characters of file names and faulty lines stay out of the terminal. */
function complain(sentence: string): void {
  process.stderr.write(`annotate: ${sentence.replace(/(?!\n)\p{Cc}/gu, '\ufffd')}\n`);
}

function versionIn(path: string): string {
  return (JSON.parse(readFileSync(`${ROOT}/${path}`, 'utf8')) as { version: string }).version;
}

// Whoever reads has seen enough, as `head` does: no fault.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
  complain(`cannot write: ${error.message}`);
  process.exit(1);
});

main(process.argv.slice(2)).then(
  (status) => {
    process.exitCode = status;
  },
  (error: Error) => {
    complain(error.message);
    process.exitCode = 1;
  },
);
