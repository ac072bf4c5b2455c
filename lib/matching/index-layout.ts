import type { NameClass } from '../model/alias';
import type { Demand } from './index-format';

/**
 * The compiled name index: one ArrayBuffer that opens without parsing. Sections, each aligned to 4 bytes:
 *
 * - first tokens: two bits a place, for the first token of every name. What a text's words are asked first; small
 *   enough to stay in the processor's cache.
 * - sequences: one bit a place, for the first two, three … tokens of every longer name. Both sections are Bloom
 *   filters: each entry is noted at two places, so that few words that begin no name seem to.
 * - table: [hash of the whole name, its first claim + 1], open addressing; second word 0 is an empty slot.
 * - claims: [what, byte offset of the written form]; the form ends where the next begins. A name is known by the
 *   position of its first claim.
 * - pool: the written forms, UTF-8.
 * - entity offsets and entity rows: one UTF-8 JSON array each, read when asked for.
 * - rest: UTF-8 JSON, version and signals.
 */
export const MAGIC = 0x32494c41; // "ALI2"

/** Counts, then the byte offset of each section and of the end. */
const HEADER_FIELDS = [
  'magic',
  'firstTokenPlaces',
  'sequencePlaces',
  'slots',
  'names',
  'claims',
  'entities',
  'firstTokensAt',
  'sequencesAt',
  'tableAt',
  'claimsAt',
  'poolAt',
  'entityOffsetsAt',
  'entityRowsAt',
  'restAt',
  'end',
] as const;

export type Header = Record<(typeof HEADER_FIELDS)[number], number>;
export const HEADER_BYTES = HEADER_FIELDS.length * 4;

/** @throws RangeError where the buffer is not such an index, or is cut short. */
export function readHeader(buffer: ArrayBuffer): Header {
  if (buffer.byteLength < HEADER_BYTES) throw new RangeError('the name index is cut short');
  const words = new Uint32Array(buffer, 0, HEADER_FIELDS.length);
  const header = Object.fromEntries(HEADER_FIELDS.map((field, i) => [field, words[i]!])) as Header;
  if (header.magic !== MAGIC) throw new RangeError('this is not a name index, or one of another version');
  if (header.end > buffer.byteLength) throw new RangeError('the name index is cut short');
  return header;
}

export function writeHeader(buffer: ArrayBuffer, header: Header): void {
  const words = new Uint32Array(buffer, 0, HEADER_FIELDS.length);
  HEADER_FIELDS.forEach((field, i) => {
    words[i] = header[field];
  });
}

/** What two bits say of a first token: it is a name by itself; it begins longer names. */
export const ALONE = 1;
export const BEGINS = 2;

/** Shift for `placeOf`: the high bits of a hash address a power of two of places. */
export function shiftFor(places: number): number {
  return 32 - Math.log2(places);
}

/** Where the search for a hash begins in a table of any size. */
export function slotOf(hash: number, slots: number): number {
  return Math.floor(((hash >>> 0) * slots) / 0x100000000);
}

export const CLASS_CODES: readonly NameClass[] = ['unique', 'cased', 'context', 'shared', 'never'];

/** The first word of a claim; `subject` is the position of an entity or of a signal, at most 2^24 − 1. */
export interface ClaimWord {
  subject: number;
  isSignal: boolean;
  class: NameClass;
  demand: Demand;
  /** Whether the claims of this name end here. */
  isLast: boolean;
}

export const SUBJECTS = 1 << 24;

export function packClaim({ subject, isSignal, class: nameClass, demand, isLast }: ClaimWord): number {
  const flags = (isLast ? 1 << 30 : 0) | (isSignal ? 1 << 29 : 0);
  return flags | (demand << 27) | (CLASS_CODES.indexOf(nameClass) << 24) | subject;
}

export function unpackClaim(word: number): ClaimWord {
  return {
    subject: word & (SUBJECTS - 1),
    isSignal: (word & (1 << 29)) !== 0,
    class: CLASS_CODES[(word >>> 24) & 7]!,
    demand: ((word >>> 27) & 3) as Demand,
    isLast: (word & (1 << 30)) !== 0,
  };
}
