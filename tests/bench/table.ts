import type { Spread } from './timing.ts';

/** What a bench prints: a table with a line that says how it was measured. */
export interface Table {
  title: string;
  note?: string;
  columns: string[];
  rows: (string | number)[][];
}

export function markdown({ title, note, columns, rows }: Table): string {
  const cells = [columns, ...rows.map((row) => row.map(cellOf))];
  const widths = columns.map((_, i) => Math.max(...cells.map((row) => row[i]!.length)));
  const line = (row: string[]) => `| ${row.map((cell, i) => cell.padEnd(widths[i]!)).join(' | ')} |`;
  const rule = `| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |`;
  const [head, ...body] = cells.map(line);
  return [`### ${title}`, '', ...(note ? [note, ''] : []), head, rule, ...body, ''].join('\n');
}

/** Three significant digits: more would be noise. */
export function figure(value: number): string {
  if (value === 0) return '0';
  const digits = Math.max(0, 2 - Math.floor(Math.log10(Math.abs(value))));
  return Number(value.toPrecision(3)).toLocaleString('en', {
    minimumFractionDigits: Math.min(digits, 2),
    maximumFractionDigits: Math.min(digits, 4),
  });
}

export function milliseconds({ median }: Spread): string {
  return `${figure(median)} ms`;
}

export function ratio(spread: Spread): string {
  return `${figure(spread.median)} × (${figure(spread.low)}–${figure(spread.high)})`;
}

function cellOf(cell: string | number): string {
  return (typeof cell === 'number' ? figure(cell) : cell).replaceAll('|', '\\|');
}
