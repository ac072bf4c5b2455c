import type { NameClass } from '../model/alias';
import { fold } from './fold';
import { hashToken, joinHashes } from './hash';
import {
  CLAIM_WORDS,
  CLASS_CODES,
  type Demand,
  HEADER,
  HEADER_WORDS,
  type IndexMeta,
  MAGIC,
  PREFIX_BIT,
  SIGNAL_BIT,
} from './index-format';
import { encodeMeta } from './meta-coding';

/** One written name and the entity (or, with `signal`, the signal) that it stands for. */
export interface NameInput {
  written: string;
  subject: number;
  signal?: boolean;
  class: NameClass;
  demand: Demand;
}

interface Slot {
  hash: number;
  isPrefix: boolean;
  name: number;
}

/**
 * Compiles names into the buffer described in `index-format.ts`. Names that fold to the same spelling
 * become one name with several claims. The result is the same for the same input, byte for byte.
 *
 * @throws RangeError on a name without any letter, digit or sign to match.
 */
export function compileIndex(names: readonly NameInput[], meta: IndexMeta): ArrayBuffer {
  const bySpelling = groupBySpelling(names);
  const spellings = [...bySpelling.keys()];
  const slots = collectSlots(spellings);
  const table = layOutTable(slots);
  const bitmap = layOutBitmap(spellings);
  const pool = new TextPool();
  const firstClaims = new Uint32Array(spellings.length + 1);
  const claimWords: number[] = [];
  spellings.forEach((spelling, i) => {
    firstClaims[i] = claimWords.length / CLAIM_WORDS;
    for (const name of bySpelling.get(spelling)!) claimWords.push(...claimOf(name, pool));
  });
  firstClaims[spellings.length] = claimWords.length / CLAIM_WORDS;
  const metaBytes = encodeMeta(meta);
  return assemble(bitmap, table, firstClaims, Uint32Array.from(claimWords), pool.bytes(), metaBytes);
}

function groupBySpelling(names: readonly NameInput[]): Map<string, NameInput[]> {
  const groups = new Map<string, NameInput[]>();
  for (const name of names) {
    const spelling = fold(name.written);
    if (!spelling) throw new RangeError(`the name "${name.written}" has nothing to match`);
    const group = groups.get(spelling);
    if (group) group.push(name);
    else groups.set(spelling, [name]);
  }
  return groups;
}

/** One slot per distinct token prefix of any name; a name's own slot carries its number. */
function collectSlots(spellings: readonly string[]): Slot[] {
  const slots = new Map<string, Slot>();
  spellings.forEach((spelling, number) => {
    const tokens = spelling.split(' ');
    let prefix = '';
    let hash = 0;
    tokens.forEach((token, depth) => {
      prefix = depth ? `${prefix} ${token}` : token;
      hash = depth ? joinHashes(hash, hashToken(token)) : hashToken(token);
      const slot = slots.get(prefix) ?? { hash, isPrefix: false, name: -1 };
      if (depth === tokens.length - 1) slot.name = number;
      else slot.isPrefix = true;
      slots.set(prefix, slot);
    });
  });
  return [...slots.values()];
}

/** Open addressing with linear probing, at most four fifths full; equal hashes stand one after another. */
function layOutTable(slots: readonly Slot[]): Uint32Array {
  const size = powerOfTwoAbove(slots.length * 1.25);
  const table = new Uint32Array(size * 2);
  for (const slot of slots) {
    let at = slot.hash & (size - 1);
    while (table[at * 2 + 1]) at = (at + 1) & (size - 1);
    table[at * 2] = slot.hash;
    table[at * 2 + 1] = ((slot.isPrefix ? PREFIX_BIT : 0) | (slot.name + 1)) >>> 0;
  }
  return table;
}

/** One bit for each first token, 16 bits or more a name: most words of a text are done after one look. */
function layOutBitmap(spellings: readonly string[]): Uint32Array {
  const bits = powerOfTwoAbove(Math.max(1024, spellings.length * 16));
  const bitmap = new Uint32Array(bits / 32);
  for (const spelling of spellings) {
    const bit = hashToken(spelling.split(' ', 1)[0]!) & (bits - 1);
    bitmap[bit >>> 5]! |= 1 << (bit & 31);
  }
  return bitmap;
}

function claimOf(name: NameInput, pool: TextPool): [number, number, number] {
  const [at, bytes] = pool.place(name.written);
  const subject = ((name.signal ? SIGNAL_BIT : 0) | name.subject) >>> 0;
  return [subject, at, bytes | (CLASS_CODES.indexOf(name.class) << 16) | (name.demand << 24)];
}

/** Texts in UTF-8, one after another, each once. */
class TextPool {
  readonly #encoder = new TextEncoder();
  readonly #chunks: Uint8Array[] = [];
  readonly #places = new Map<string, [number, number]>();
  #size = 0;

  /** Byte offset and byte length of a text. */
  place(text: string): [number, number] {
    const known = this.#places.get(text);
    if (known) return known;
    const bytes = this.#encoder.encode(text);
    const place: [number, number] = [this.#size, bytes.byteLength];
    this.#chunks.push(bytes);
    this.#places.set(text, place);
    this.#size += bytes.byteLength;
    return place;
  }

  bytes(): Uint8Array {
    const all = new Uint8Array(this.#size);
    let at = 0;
    for (const chunk of this.#chunks) {
      all.set(chunk, at);
      at += chunk.byteLength;
    }
    return all;
  }
}

function assemble(
  bitmap: Uint32Array,
  table: Uint32Array,
  firstClaims: Uint32Array,
  claims: Uint32Array,
  pool: Uint8Array,
  meta: Uint8Array,
): ArrayBuffer {
  const sections = [bitmap, table, firstClaims, claims, pool, meta];
  const offsets: number[] = [];
  let size = HEADER_WORDS * 4;
  for (const section of sections) {
    offsets.push(size);
    size = (size + section.byteLength + 3) & ~3;
  }
  const buffer = new ArrayBuffer(size);
  const header = new Uint32Array(buffer, 0, HEADER_WORDS);
  header[HEADER.magic] = MAGIC;
  header[HEADER.bitmapBits] = bitmap.length * 32;
  header[HEADER.tableSlots] = table.length / 2;
  header[HEADER.nameCount] = firstClaims.length - 1;
  header[HEADER.claimCount] = claims.length / CLAIM_WORDS;
  header[HEADER.metaBytes] = meta.byteLength;
  const places = [HEADER.bitmapAt, HEADER.tableAt, HEADER.namesAt, HEADER.claimsAt, HEADER.poolAt, HEADER.metaAt];
  sections.forEach((section, i) => {
    header[places[i]!] = offsets[i]!;
    new Uint8Array(buffer).set(new Uint8Array(section.buffer, section.byteOffset, section.byteLength), offsets[i]!);
  });
  return buffer;
}

function powerOfTwoAbove(count: number): number {
  return 2 ** Math.ceil(Math.log2(Math.max(2, count)));
}
