/**
 * Says `line:column` of offsets in a text, both from 1, columns in UTF-16 units. Offsets have to come in
 * rising order, so that the text is read once.
 */
export function lineCounter(text: string): (offset: number) => string {
  let line = 1;
  let lineStart = 0;
  let lineEnd = endOfLine(text, 0);
  return (offset) => {
    while (lineEnd < offset) {
      line++;
      lineStart = lineEnd + 1;
      lineEnd = endOfLine(text, lineStart);
    }
    return `${line}:${offset - lineStart + 1}`;
  };
}

function endOfLine(text: string, from: number): number {
  const at = text.indexOf('\n', from);
  return at === -1 ? text.length : at;
}
