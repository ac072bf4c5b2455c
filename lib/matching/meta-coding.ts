import { kindOf } from '../model/record';
import type { IndexedEntity, IndexMeta } from './index-format';
import { isSignalRow, rowOfSignal, type SignalRow, signalOf } from './signal-coding';

/** An entity as a row without field names, empty cells at the end left out: half the bytes of an object. */
type Row = [id: string, name: string, country?: string, links?: number[], attack?: string, years?: number[]];

interface PackedMeta {
  version: string;
  entities: Row[];
  signals: SignalRow[];
  bodies: IndexMeta['bodies'];
}

export function encodeMeta({ version, entities, signals, bodies }: IndexMeta): Uint8Array {
  const packed: PackedMeta = { version, entities: entities.map(rowOf), signals: signals.map(rowOfSignal), bodies };
  return new TextEncoder().encode(JSON.stringify(packed));
}

/** @throws RangeError where the bytes are not what `encodeMeta` makes. */
export function decodeMeta(bytes: Uint8Array): IndexMeta {
  let packed: Partial<PackedMeta> | null;
  try {
    packed = JSON.parse(new TextDecoder().decode(bytes)) as Partial<PackedMeta> | null;
  } catch {
    throw new RangeError('the name index has no readable entities');
  }
  const rows = packed?.entities;
  if (
    !Array.isArray(rows) ||
    !Array.isArray(packed?.signals) ||
    !rows.every(isRow) ||
    !packed.signals.every(isSignalRow)
  ) {
    throw new RangeError('the name index has no entities');
  }
  return {
    version: String(packed.version),
    entities: rows.map(entityOf),
    signals: packed.signals.map(signalOf),
    bodies: packed.bodies ?? {},
  };
}

function rowOf({ id, name, country, links, attack, years }: IndexedEntity): Row {
  const row: Row = [id, name, country ?? '', links, attack ?? '', years ?? []];
  while (row.length > 2 && row.at(-1)?.length === 0) row.pop();
  return row;
}

function entityOf([id, name, country, links, attack, years]: Row): IndexedEntity {
  return {
    id,
    name,
    kind: kindOf(id as Parameters<typeof kindOf>[0]),
    links: links ?? [],
    ...(country ? { country } : {}),
    ...(attack ? { attack } : {}),
    ...(years?.length ? { years } : {}),
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
