import { spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { machine } from '../bench/machine.ts';
import { markdown } from '../bench/table.ts';
import type { Outcome } from './suite.ts';
import { SUITES } from './suites.ts';

const RUN = join(import.meta.dirname, 'run.ts');
/** A process that says nothing for so long hangs, ms. */
const LONGEST_SILENCE = 600_000;
/** Far apart, so that no two processes try the same. */
const SEEDS_APART = 100_000_000;

/** Every suite at its full length, in as many processes as there are processors. Throws where one fails. */
export async function longFuzz(document: string | undefined, seed = Date.now() % SEEDS_APART): Promise<void> {
  const rows: string[][] = [];
  const workers = availableParallelism();
  for (const [name, { long }] of Object.entries(SUITES)) {
    const share = Math.ceil(long / workers);
    const runs = Array.from({ length: workers }, (_, i) => oneProcess(name, share, seed + i * SEEDS_APART));
    const { of, count, also } = (await Promise.all(runs)).reduce(sum);
    const counts = Object.entries(also).map(([what, counted]) => `${whole(counted)} ${what}`);
    rows.push([name, `${whole(count)} ${of}`, counts.join(', '), '0']);
    console.log(rows.at(-1)!.join(' · '));
  }
  const table = {
    title: 'Long run',
    note: `${machine()}, seed ${seed}.`,
    columns: ['suite', 'tried', 'in them', 'failures'],
    rows,
  };
  if (document) writeFileSync(document, `${INTRODUCTION}\n${markdown(table).trimEnd()}\n`);
}

function oneProcess(name: string, count: number, seed: number): Promise<Outcome> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['--import', 'tsx', RUN, name, String(count), String(seed)], {
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let total: Outcome | undefined;
    let said = '';
    const hangs = () => {
      child.kill('SIGKILL');
      reject(new Error(`${name} from seed ${seed}: hangs after ${total?.count ?? 0} of ${count}`));
    };
    let watchdog = setTimeout(hangs, LONGEST_SILENCE);
    createInterface(child.stdout).on('line', (line) => {
      clearTimeout(watchdog);
      watchdog = setTimeout(hangs, LONGEST_SILENCE);
      const outcome = JSON.parse(line) as Outcome;
      total = total ? sum(total, outcome) : outcome;
    });
    child.stderr.on('data', (data: Buffer) => {
      said += data;
    });
    child.on('close', (code) => {
      clearTimeout(watchdog);
      if (code === 0 && total) resolve(total);
      else reject(new Error(`${name} from seed ${seed}: ${said}`));
    });
  });
}

function sum(a: Outcome, b: Outcome): Outcome {
  const also = Object.fromEntries(
    Object.entries(a.also).map(([what, counted]) => [what, counted + (b.also[what] ?? 0)]),
  );
  return { of: a.of, count: a.count + b.count, also };
}

function whole(count: number): string {
  return count.toLocaleString('en');
}

const INTRODUCTION = `# Fuzzing

Written by \`npm run test:long -- --only fuzz --write\`, not by hand. A short form of every suite runs with the unit tests
(\`tests/fuzz/fuzz.test.ts\`), from a fixed seed.

| suite      | what is generated                                                                                            | what must hold                                                                                                                                                                                                                              |
| ---------- | ------------------------------------------------------------------------------------------------------------ | ------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------- |
| texts      | names of the dataset, whole, cut and disguised, among odd separators, invisible signs, lone surrogates, marks of direction, mixed scripts and long repeats | folding twice changes nothing; every name and mention lies inside the text and folds to the name; none overlaps another; flows in another order, in portions, sent twice or taken away in between give the same answer; it ends |
| HTML pages | the same texts in markup that is broken at random                                                            | flows stand in order and hold text; no name runs out of its flow                                                                                                                                                                            |
| border     | messages that are right, nearly right and wrong, from frames, own pages and what poses as one or the other   | refusals change nothing; nobody gets an answer that their rule does not name; no frame learns of settings or of other tabs, changes another tab's report, or opens anything but a dossier on record; no rejection goes unhandled |
`;
