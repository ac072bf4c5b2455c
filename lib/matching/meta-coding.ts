import { kindOf } from '../model/record';
import type { IndexedEntity, IndexMeta } from './index-format';
import { isSignalRow, rowOfSignal, type SignalRow, signalOf } from './signal-coding';

/** An entity as a row without field names, empty cells at the end left out: half the bytes of an object. */
type Row = [
  id: string,
  name: string,
  country?: string,
  links?: number[],
  attack?: string,
  years?: number[],
  general?: string,
];

/** What the index tells beside its entities. */
type Rest = Omit<IndexMeta, 'entities'>;

type PackedRest = Omit<Rest, 'signals'> & { signals: SignalRow[] };

export function encodeRest({ version, signals, bodies, hits }: IndexMeta): Uint8Array {
  const rest: PackedRest = { version, signals: signals.map(rowOfSignal), bodies, ...(hits ? { hits } : {}) };
  return new TextEncoder().encode(JSON.stringify(rest));
}

/** @throws RangeError where the bytes are not what `encodeRest` makes. */
export function decodeRest(bytes: Uint8Array): Rest {
  const rest = parsed(new TextDecoder().decode(bytes)) as Partial<PackedRest> | null;
  if (!Array.isArray(rest?.signals) || !rest.signals.every(isSignalRow))
    throw new RangeError('the name index has no signals');
  return {
    version: String(rest.version),
    signals: rest.signals.map(signalOf),
    bodies: rest.bodies ?? {},
    ...(rest.hits ? { hits: rest.hits } : {}),
  };
}

export function entityRow(entity: IndexedEntity): string {
  return JSON.stringify(rowOf(entity));
}

/** @throws RangeError where the text is not what `entityRow` makes. */
export function entityFrom(text: string): IndexedEntity {
  const row = parsed(text);
  if (!isRow(row)) throw new RangeError('the name index has a damaged entity');
  return entityOf(row);
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    throw new RangeError('the name index is damaged');
  }
}

function rowOf({ id, name, country, links, attack, years, isGeneral }: IndexedEntity): Row {
  const row: Row = [id, name, country ?? '', links, attack ?? '', years ?? [], isGeneral ? 'g' : ''];
  while (row.length > 2 && row.at(-1)?.length === 0) row.pop();
  return row;
}

function entityOf([id, name, country, links, attack, years, general]: Row): IndexedEntity {
  return {
    id,
    name,
    kind: kindOf(id as Parameters<typeof kindOf>[0]),
    links: links ?? [],
    ...(country ? { country } : {}),
    ...(attack ? { attack } : {}),
    ...(years?.length ? { years } : {}),
    ...(general ? { isGeneral: true as const } : {}),
  };
}

function isRow(row: unknown): row is Row {
  return (
    Array.isArray(row) &&
    typeof row[0] === 'string' &&
    typeof row[1] === 'string' &&
    (row[3] === undefined || Array.isArray(row[3]))
  );
}
