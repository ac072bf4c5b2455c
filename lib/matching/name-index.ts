import type { NameClass } from '../model/alias';
import { fold } from './fold';
import {
  CLAIM_WORDS,
  CLASS_CODES,
  type Demand,
  HEADER,
  HEADER_WORDS,
  type IndexMeta,
  MAGIC,
  SIGNAL_BIT,
} from './index-format';
import { decodeMeta } from './meta-coding';

/** One meaning of a written name: an entity or a signal, how risky it is, and its exact spelling. */
export interface Claim {
  subject: number;
  isSignal: boolean;
  class: NameClass;
  demand: Demand;
  written: string;
}

/** A compiled index, opened: views on the buffer, nothing copied. */
export interface NameIndex {
  bitmap: Uint32Array;
  bitmapMask: number;
  table: Uint32Array;
  tableMask: number;
  nameCount: number;
  meta: IndexMeta;
  /** Canonical folded spelling of a name. */
  spelling(name: number): string;
  /** What the name may stand for; read from the buffer on the first call, then kept. */
  claims(name: number): readonly Claim[];
}

/**
 * Opens a buffer made by `compileIndex`.
 *
 * @throws RangeError where the buffer is not such an index, or is cut short.
 */
export function openIndex(buffer: ArrayBuffer): NameIndex {
  if (buffer.byteLength < HEADER_WORDS * 4) throw new RangeError('the name index is cut short');
  const header = new Uint32Array(buffer, 0, HEADER_WORDS);
  if (header[HEADER.magic] !== MAGIC) throw new RangeError('this is not a name index, or one of another version');
  const at = (field: number) => header[field]!;
  if (at(HEADER.metaAt) + at(HEADER.metaBytes) > buffer.byteLength) throw new RangeError('the name index is cut short');
  const bitmap = new Uint32Array(buffer, at(HEADER.bitmapAt), at(HEADER.bitmapBits) / 32);
  const table = new Uint32Array(buffer, at(HEADER.tableAt), at(HEADER.tableSlots) * 2);
  const firstClaims = new Uint32Array(buffer, at(HEADER.namesAt), at(HEADER.nameCount) + 1);
  const claims = new Uint32Array(buffer, at(HEADER.claimsAt), at(HEADER.claimCount) * CLAIM_WORDS);
  const pool = new Uint8Array(buffer, at(HEADER.poolAt), at(HEADER.metaAt) - at(HEADER.poolAt));
  const decoder = new TextDecoder();
  const meta = decodeMeta(new Uint8Array(buffer, at(HEADER.metaAt), at(HEADER.metaBytes)));
  verify({ bitmap, table, firstClaims, claims, pool, meta });
  const poolText = (from: number, bytes: number) => decoder.decode(pool.subarray(from, from + bytes));
  const opened = new Map<number, readonly Claim[]>();

  const readClaim = (i: number): Claim => {
    const detail = claims[i * CLAIM_WORDS + 2]!;
    const subject = claims[i * CLAIM_WORDS]!;
    return {
      subject: (subject & ~SIGNAL_BIT) >>> 0,
      isSignal: (subject & SIGNAL_BIT) !== 0,
      class: CLASS_CODES[(detail >>> 16) & 0xff]!,
      demand: (detail >>> 24) as Demand,
      written: poolText(claims[i * CLAIM_WORDS + 1]!, detail & 0xffff),
    };
  };

  const claimsOf = (name: number): readonly Claim[] => {
    let found = opened.get(name);
    if (!found) {
      const first = firstClaims[name]!;
      found = Array.from({ length: firstClaims[name + 1]! - first }, (_, i) => readClaim(first + i));
      opened.set(name, found);
    }
    return found;
  };

  return {
    bitmap,
    bitmapMask: bitmap.length * 32 - 1,
    table,
    tableMask: table.length / 2 - 1,
    nameCount: at(HEADER.nameCount),
    meta,
    // All claims of a name fold alike, so the spelling need not be stored.
    spelling: (name) => fold(claimsOf(name)[0]?.written ?? ''),
    claims: claimsOf,
  };
}

interface Sections {
  bitmap: Uint32Array;
  table: Uint32Array;
  firstClaims: Uint32Array;
  claims: Uint32Array;
  pool: Uint8Array;
  meta: IndexMeta;
}

/** What a scan relies on to stay inside the buffer and to come to an end. */
function verify({ bitmap, table, firstClaims, claims, pool, meta }: Sections): void {
  let firstEmpty = 1;
  while (firstEmpty < table.length && table[firstEmpty]) firstEmpty += 2;
  let isSound = isPowerOfTwo(bitmap.length) && isPowerOfTwo(table.length / 2) && firstEmpty < table.length;
  const names = firstClaims.length - 1;
  isSound &&= firstClaims[0] === 0 && firstClaims[names] === claims.length / CLAIM_WORDS;
  for (let i = 0; i < names && isSound; i++) isSound = firstClaims[i]! < firstClaims[i + 1]!;
  for (let i = 0; i < claims.length && isSound; i += CLAIM_WORDS) {
    const subject = claims[i]!;
    const detail = claims[i + 2]!;
    const known = subject & SIGNAL_BIT ? meta.signals.length : meta.entities.length;
    isSound = (subject & ~SIGNAL_BIT) >>> 0 < known && claims[i + 1]! + (detail & 0xffff) <= pool.length;
    isSound &&= ((detail >>> 16) & 0xff) < CLASS_CODES.length && detail >>> 24 <= 3;
  }
  if (!isSound) throw new RangeError('the name index contradicts itself');
}

function isPowerOfTwo(count: number): boolean {
  return count >= 1 && (count & (count - 1)) === 0;
}
