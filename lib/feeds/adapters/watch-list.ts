import type { Steps } from '../../matching/steps';
import { ENTITY_KINDS, type EntityKind } from '../../model/record';
import type { FeedContent } from '../content';
import { LIMITS } from '../limits';
import { csvLines } from '../reading/csv';
import { FeedRefused } from '../refused';
import { AT_A_TIME, type FeedAdapter } from './adapter';
import { FeedBuilder } from './feed-builder';
import { nameId } from './name-id';

/**
 * The reader's own list: a name on each line, or CSV with a header. Columns: `name`; `aliases`, separated by
 * `|`; `kind` (actor, agency or incident); `country` (two capitals); `same as`, an id of the dataset
 * (`actor:apt31`) whose names these are. Lines that begin with `#` are remarks.
 */
export const watchList: FeedAdapter = {
  format: 'watch-list',
  recognises: (document) => 'text' in document,
  *read(document, feed) {
    const builder = new FeedBuilder('watch-list', feed);
    let seen = 0;
    for (const row of yield* rowsOf('text' in document ? document.text : '')) {
      if (seen++ % AT_A_TIME === 0) yield;
      add(builder, row);
    }
    return builder.finish({}) satisfies FeedContent;
  },
};

interface Row {
  id: string;
  kind: EntityKind;
  names: string[];
  country?: string;
  where: string;
}

/** Rows by id: what is the same as one entity is one row. */
function* rowsOf(text: string): Steps<Iterable<Row>> {
  const rows = new Map<string, Row>();
  const bare = yield* withoutRemarks(text);
  const lines = csvLines(bare, separatorOf(bare));
  let columns: string[] | undefined;
  let number = 0;
  for (const cells of lines) {
    if (number++ % AT_A_TIME === 0) yield;
    if (cells.every((cell) => !cell.trim())) continue;
    if (!columns) {
      columns = headerOf(cells);
      if (columns) continue;
      columns = [];
    }
    const row = columns.length ? rowFromCells(cells, columns, number) : rowFromName(cells.join(', '), number);
    const known = rows.get(row.id);
    if (known) known.names.push(...row.names);
    else rows.set(row.id, row);
    if (rows.size > LIMITS.entities) throw new FeedRefused('too-many-entities', { count: LIMITS.entities });
  }
  return rows.values();
}

/** Characters searched between two rests, about. */
const PORTION = 1 << 16;

function* withoutRemarks(text: string): Steps<string> {
  const portions: string[] = [];
  for (let from = 0; from < text.length; ) {
    const lineEnd = text.indexOf('\n', from + PORTION);
    const to = lineEnd < 0 ? text.length : lineEnd + 1;
    portions.push(text.slice(from, to).replace(/^[ \t]*#.*$/gm, ''));
    from = to;
    yield;
  }
  return portions.join('');
}

/** Spreadsheets write semicolons or tabs where the comma is the decimal sign. */
function separatorOf(text: string): string {
  const header = text.trimStart().split('\n', 1)[0]!;
  return ['\t', ';'].find((sign) => header.includes(sign)) ?? ',';
}

function headerOf(cells: string[]): string[] | undefined {
  const names = cells.map((cell) => cell.trim().toLowerCase());
  return names.includes('name') ? names : undefined;
}

function rowFromName(name: string, number: number): Row {
  return { id: `actor:${nameId('own', name)}`, kind: 'actor', names: [name], where: `line ${number}` };
}

function rowFromCells(cells: string[], columns: string[], number: number): Row {
  const where = `line ${number}`;
  const cell = (column: string) => cells[columns.indexOf(column)]?.trim() ?? '';
  const name = cell('name');
  const sameAs = cell('same as').toLowerCase();
  if (sameAs && !/^(?:actor|agency|incident):[a-z0-9]+(?:-[a-z0-9]+)*$/.test(sameAs))
    throw new FeedRefused('bad-id', { id: sameAs });
  const kind = sameAs ? sameAs.split(':')[0]! : cell('kind').toLowerCase() || 'actor';
  if (!isKind(kind)) throw new FeedRefused('bad-kind', { where, kind });
  const country = cell('country').toUpperCase();
  if (country && !/^[A-Z]{2}$/.test(country)) throw new FeedRefused('bad-country', { where, country });
  const aliases = cell('aliases')
    .split('|')
    .map((alias) => alias.trim())
    .filter(Boolean);
  const id = sameAs || `${kind}:${nameId('own', name)}`;
  return { id, kind, names: [name, ...aliases], where, ...(country ? { country } : {}) };
}

function isKind(kind: string): kind is EntityKind {
  return (ENTITY_KINDS as readonly string[]).includes(kind);
}

function add(builder: FeedBuilder, { id, kind, names, country, where }: Row): void {
  const [name, ...aliases] = names;
  const row = { id, locator: where, keys: [], name, names: aliases };
  if (kind === 'actor')
    builder.actor({
      ...row,
      names: aliases.map((text) => ({ text })),
      class: 'unknown',
      ...(country ? { country } : {}),
    });
  else if (kind === 'agency') builder.agency(row, { country: country ?? 'INT', type: 'unstated' });
  else builder.incident(row, { kind: 'intrusion', ...(country ? { victims: [{ country }] } : {}) });
}
