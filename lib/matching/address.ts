/**
 * Whether a place in the text lies inside something that people don't read as words: a web address, an
 * e-mail address, a host or file name, a path. Looks no further than the run of non-spaces around it.
 */
export function standsInAddress(text: string, start: number, end: number): boolean {
  let from = start;
  while (from > 0 && start - from < MAX_RUN && !isSpace(text.charCodeAt(from - 1))) from--;
  let to = end;
  while (to < text.length && to - end < MAX_RUN && !isSpace(text.charCodeAt(to))) to++;
  const before = text.slice(from, start);
  const after = text.slice(end, to);
  if (!MARK.test(before) && !MARK.test(after)) return false;
  return (
    /:\/\/|^www\.|\bwww\.$/i.test(before) || // https://…name
    /\w@(?:[\w-]+\.)*$/.test(before) || // someone@name
    /^(?:[\w.-]*)@[\w-]+\.\w/.test(after) || // name@host.org
    /^(?:\.[a-z0-9-]+)*\.[a-z]{2,}(?![\w'’])/.test(after) || // name.com, name.exe
    /^[\w-]+(?:\.[\w-]+)*\.[a-z]{2,6}\//.test(after) ||
    /(?:^|[\s"'(])(?:~|\.{1,2}|[A-Za-z]:)?[\\/](?:[\w.-]+[\\/])*$/.test(before) || // /path/name, C:\name
    /\\$/.test(before) ||
    /^[\\]/.test(after) ||
    /(?<![\w-])[\w-]+\.[a-z]{2,6}\/(?:[\w.%-]*\/)*[\w.%-]*$/.test(before) // host.org/path/name
  );
}

/** Every kind of address below has one of these. */
const MARK = /[./\\@]/;

/** No address worth recognising needs more; keeps the cost of hostile text without spaces bounded. */
const MAX_RUN = 256;

function isSpace(unit: number): boolean {
  return unit === 0x20 || (unit >= 9 && unit <= 13) || unit === 0xa0 || unit === 0x3000;
}
