/** Rows of a CSV text (RFC 4180: quotes, doubled quotes, line breaks in quotes) by the names in its first line. */
export function csvRows(text: string): Record<string, string>[] {
  const [header = [], ...lines] = cells(text);
  return lines
    .filter((line) => line.length > 1)
    .map((line) => Object.fromEntries(header.map((name, i) => [name, line[i] ?? ''])));
}

function cells(text: string): string[][] {
  const rows: string[][] = [[]];
  for (const [, quoted, plain, end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r?\n|$)/g)) {
    rows.at(-1)!.push(quoted === undefined ? plain! : quoted.replaceAll('""', '"'));
    if (end !== ',') rows.push([]);
  }
  return rows;
}
