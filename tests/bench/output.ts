import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { type BudgetLine, budgetTable, isMet } from './budget.ts';
import { machine } from './machine.ts';
import type { Section } from './section.ts';
import { markdown } from './table.ts';

/** What a bench was asked for on its command line. */
export interface Request {
  json: boolean;
  /** Document to write the tables into. */
  write?: string;
  /** Only the sections whose names contain one of these. */
  only: string[];
  /** Folder of saved pages. */
  folder?: string;
}

export function readArguments(): Request {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      json: { type: 'boolean', default: false },
      write: { type: 'string' },
      only: { type: 'string', multiple: true, default: [] },
    },
  });
  return { json: values.json, write: values.write, only: values.only, folder: positionals[0] };
}

/** Runs the sections one by one and hands out what they measured, as asked. `command` names the bench. */
export async function report(
  command: string,
  sections: Readonly<Record<string, () => Section | Promise<Section>>>,
  request: Request,
  browser?: string,
): Promise<void> {
  const parts: string[] = [];
  const budget: BudgetLine[] = [];
  const tables: Section['tables'] = [];
  for (const [name, run] of Object.entries(sections)) {
    if (request.only.length && !request.only.some((wanted) => name.includes(wanted))) continue;
    const section = await run();
    budget.push(...section.budget);
    tables.push(...section.tables);
    parts.push(...section.tables.map(markdown));
    if (!request.json) for (const table of section.tables) console.log(markdown(table));
  }
  const verdicts = markdown(budgetTable(budget));
  const measuredOn = machine(browser);
  if (request.json) {
    const lines = budget.map((line) => ({ ...line, met: isMet(line) }));
    console.log(JSON.stringify({ command, measuredOn, budget: lines, tables }, null, 2));
  } else console.log(`${verdicts}\n${measuredOn}`);
  if (request.write) {
    writePart(request.write, command, [`Measured ${measuredOn}.`, '', verdicts, ...parts].join('\n'));
  }
}

/** Replaces one command's part of the document; the other's stays. */
function writePart(path: string, command: string, text: string): void {
  const document = existsSync(path) ? readFileSync(path, 'utf8') : INTRODUCTION;
  const heading = `## \`npm run ${command}\``;
  const [introduction, ...parts] = document.split(/^(?=## )/m);
  const others = parts.filter((part) => !part.startsWith(`${heading}\n`));
  const all = [...others, `${heading}\n\n${text.trimEnd()}\n\n`].sort();
  writeFileSync(path, `${[introduction!, ...all].join('').trimEnd()}\n`);
}

const INTRODUCTION = `# Benchmarks

Written by \`npm run bench -- --write docs/benchmarks.md\` and \`npm run bench:browser -- --write docs/benchmarks.md\`; not by
hand. Times belong to one machine; compare ratios. Text and names are generated from a fixed seed, so anybody can run them.

`;
