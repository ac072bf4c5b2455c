/**
 * What a spreadsheet takes for a formula when a cell starts with it: `=`, `+`, `-`, `@`, their full-width
 * forms, tab and carriage return (OWASP, "CSV Injection"). Apostrophes before it count, so that the guard
 * can be taken off again without loss. A plain number is no formula.
 */
const FORMULA = /^'*[=+\-@\t\r＝＋－＠]/u;
const NUMBER = /^-?\d+(\.\d+)?$/;

/** One record of RFC 4180 with its CR LF. Cells that a spreadsheet would run as a formula get an apostrophe in front. */
export function csvRecord(cells: readonly (string | number | undefined)[]): string {
  return `${cells.map((cell) => quoted(guarded(String(cell ?? '')))).join(',')}\r\n`;
}

/** Takes off the apostrophe that `csvRecord` may have put before a cell. */
export function unguarded(cell: string): string {
  return cell.startsWith("'") && FORMULA.test(cell) ? cell.slice(1) : cell;
}

function guarded(cell: string): string {
  return FORMULA.test(cell) && !NUMBER.test(cell) ? `'${cell}` : cell;
}

function quoted(cell: string): string {
  return /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
