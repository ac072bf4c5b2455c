/** Lines of a CSV text (RFC 4180: quotes, doubled quotes, line breaks in quotes), each as its cells; in one pass. */
export function* csvLines(text: string, separator = ','): Iterable<string[]> {
  let cells: string[] = [];
  let cell = '';
  let inQuotes = false;
  for (let i = 0; i < text.length; i++) {
    const sign = text[i]!;
    if (inQuotes) {
      if (sign !== '"') cell += sign;
      else if (text[i + 1] === '"') cell += text[++i]!;
      else inQuotes = false;
    } else if (sign === '"' && cell === '') inQuotes = true;
    else if (sign === separator) {
      cells.push(cell);
      cell = '';
    } else if (sign === '\n') {
      cells.push(cell);
      yield cells;
      cells = [];
      cell = '';
    } else if (sign !== '\r') cell += sign;
  }
  if (cell || cells.length) yield [...cells, cell];
}

/** Rows of a CSV text by the names in its first line. */
export function csvRows(text: string): Record<string, string>[] {
  const [header = [], ...lines] = csvLines(text);
  return lines
    .filter((line) => line.length > 1)
    .map((line) => Object.fromEntries(header.map((name, i) => [name, line[i] ?? ''])));
}
