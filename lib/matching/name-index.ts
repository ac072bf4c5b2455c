import { fold } from './fold';
import type { IndexMeta } from './index-format';
import { type ClaimWord, type Header, readHeader, shiftFor, unpackClaim } from './index-layout';
import { decodeRest, entityFrom } from './meta-coding';
import { rowsOnDemand } from './rows';

/** One meaning of a written name: an entity or a signal, how risky it is, and its exact spelling. */
export interface Claim extends Omit<ClaimWord, 'isLast'> {
  written: string;
}

/** A compiled index, opened: views on the buffer, nothing copied. For the sections see `index-layout.ts`. */
export interface NameIndex {
  firstTokens: Int32Array;
  firstTokenShift: number;
  sequences: Int32Array;
  sequenceShift: number;
  table: Int32Array;
  slots: number;
  nameCount: number;
  meta: IndexMeta;
  /** Canonical folded spelling of a name; like its claims, read from the buffer on the first call, then kept. */
  spelling(name: number): string;
  /** What the name may stand for. */
  claims(name: number): readonly Claim[];
}

/**
 * Opens a buffer made by `compileIndex`. Takes 1 ms for 100,000 names: reads every claim once to be sure of it, but
 * makes nothing of them.
 *
 * @throws RangeError where the buffer is not such an index, or is cut short, or contradicts itself. What it tells
 * of an entity is looked at when it is asked for, and throws then.
 */
export function openIndex(buffer: ArrayBuffer): NameIndex {
  const header = readHeader(buffer);
  const sections = viewSections(buffer, header);
  const { firstTokens, sequences, table, pool, entityOffsets, entityRows } = sections;
  const rest = decodeRest(sections.rest);
  verify(header, sections, rest.signals.length);

  const decoder = new TextDecoder();
  const textOf = (bytes: Uint8Array, from: number, to: number) => decoder.decode(bytes.subarray(from, to));
  const entities = rowsOnDemand(header.entities, (i) =>
    entityFrom(textOf(entityRows, entityOffsets[i]!, entityOffsets[i + 1]!)),
  );
  const opened = new Map<number, readonly Claim[]>();
  const spellings = new Map<number, string>();

  const claimsOf = (name: number): readonly Claim[] => {
    let found = opened.get(name);
    if (!found) {
      found = readClaims(name, sections, (from, to) => textOf(pool, from, to));
      opened.set(name, found);
    }
    return found;
  };

  return {
    firstTokens,
    firstTokenShift: shiftFor(header.firstTokenPlaces),
    sequences,
    sequenceShift: shiftFor(header.sequencePlaces),
    table,
    slots: header.slots,
    nameCount: header.names,
    meta: { ...rest, entities },
    claims: claimsOf,
    spelling(name) {
      let spelling = spellings.get(name);
      if (spelling === undefined) {
        // All claims of a name fold alike, so the spelling need not be stored.
        spelling = fold(claimsOf(name)[0]!.written);
        spellings.set(name, spelling);
      }
      return spelling;
    },
  };
}

interface Sections {
  firstTokens: Int32Array;
  sequences: Int32Array;
  table: Int32Array;
  claims: Int32Array;
  pool: Uint8Array;
  entityOffsets: Uint32Array;
  entityRows: Uint8Array;
  rest: Uint8Array;
}

function viewSections(buffer: ArrayBuffer, header: Header): Sections {
  return {
    firstTokens: new Int32Array(buffer, header.firstTokensAt, header.firstTokenPlaces / 16),
    sequences: new Int32Array(buffer, header.sequencesAt, header.sequencePlaces / 32),
    table: new Int32Array(buffer, header.tableAt, header.slots * 2),
    claims: new Int32Array(buffer, header.claimsAt, (header.claims + 1) * 2),
    pool: new Uint8Array(buffer, header.poolAt, header.entityOffsetsAt - header.poolAt),
    entityOffsets: new Uint32Array(buffer, header.entityOffsetsAt, header.entities + 1),
    entityRows: new Uint8Array(buffer, header.entityRowsAt, header.restAt - header.entityRowsAt),
    rest: new Uint8Array(buffer, header.restAt, header.end - header.restAt),
  };
}

/** The claims from one on to the last of its name. */
function readClaims(first: number, { claims }: Sections, poolText: (from: number, to: number) => string): Claim[] {
  const found: Claim[] = [];
  for (let i = first; ; i++) {
    const { isLast, ...what } = unpackClaim(claims[i * 2]!);
    found.push({ ...what, written: poolText(claims[i * 2 + 1]!, claims[i * 2 + 3]!) });
    if (isLast) return found;
  }
}

/** What a scan relies on to stay inside the buffer and to come to an end. */
function verify(header: Header, sections: Sections, signals: number): void {
  const { table, claims, pool, entityOffsets, entityRows } = sections;
  let isSound = isPowerOfTwo(header.firstTokenPlaces) && isPowerOfTwo(header.sequencePlaces);
  let used = 0;
  for (let at = 1; at < table.length && isSound; at += 2) {
    const claim = table[at]!;
    if (claim) used++;
    isSound = claim >= 0 && claim <= header.claims;
  }
  isSound &&= used < header.slots;
  for (let i = 0; i < header.claims && isSound; i++) {
    const { subject, isSignal, class: nameClass, isLast } = unpackClaim(claims[i * 2]!);
    isSound = subject < (isSignal ? signals : header.entities) && nameClass !== undefined;
    isSound &&= isLast || i < header.claims - 1;
    isSound &&= claims[i * 2 + 1]! >= 0 && claims[i * 2 + 1]! <= claims[i * 2 + 3]!;
  }
  isSound &&= claims.at(-1)! <= pool.length;
  for (let i = 0; i < header.entities && isSound; i++) isSound = entityOffsets[i]! <= entityOffsets[i + 1]!;
  isSound &&= entityOffsets.at(-1)! <= entityRows.length;
  if (!isSound) throw new RangeError('the name index contradicts itself');
}

function isPowerOfTwo(count: number): boolean {
  return count >= 32 && Number.isInteger(Math.log2(count));
}
