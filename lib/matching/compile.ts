import { fold, foldsTo } from './fold';
import { finishHash, hashToken, joinHashes, placeOf, rawHash } from './hash';
import type { IndexMeta } from './index-format';
import {
  ALONE,
  BEGINS,
  type ClaimWord,
  HEADER_BYTES,
  type Header,
  MAGIC,
  packClaim,
  SUBJECTS,
  shiftFor,
  slotOf,
  writeHeader,
} from './index-layout';
import { encodeRest, entityRow } from './meta-coding';
import { runToEnd, type Steps } from './steps';
import { TextPool } from './text-pool';

/** One written name and the entity (or, with `signal`, the signal) that it stands for. */
export interface NameInput extends Pick<ClaimWord, 'subject' | 'class' | 'demand'> {
  written: string;
  signal?: boolean;
}

/** Names or entities handled between two steps: well under a millisecond. */
const STEP = 256;

/** Compiles at one go: for builds and tests. */
export function compileIndex(names: readonly NameInput[], meta: IndexMeta): ArrayBuffer {
  return runToEnd(compileInSteps(names, meta));
}

/**
 * Compiles names into the buffer described in `index-layout.ts`, in small steps, so that a background which serves
 * pages may do something else in between. Names that fold to the same spelling become one name with several
 * claims. The result is the same for the same input, byte for byte.
 *
 * @throws RangeError on a name without any letter, digit or sign to match, and on more than 16 million subjects.
 */
export function* compileInSteps(given: readonly NameInput[], meta: IndexMeta): Steps<ArrayBuffer> {
  const names: NameInput[] = [];
  for (const name of given) {
    names.push(withoutOpening(name));
    if (names.length % STEP === 0) yield;
  }
  if (meta.entities.length >= SUBJECTS) throw new RangeError('too many entities for one index');
  const firstTokenPlaces = powerOfTwoFrom(Math.max(FEWEST_FIRST_TOKENS, names.length * 4));
  const sequencePlaces = powerOfTwoFrom(Math.max(FEWEST_SEQUENCES, names.length * 8));
  const firstTokens = new Int32Array(firstTokenPlaces / 16);
  const sequences = new Int32Array(sequencePlaces / 32);
  const groups = new SpellingGroups(names);
  for (let i = 0; i < names.length; i++) {
    const spelling = fold(names[i]!.written);
    if (!spelling) throw new RangeError(`the name "${names[i]!.written}" has nothing to match`);
    const tokens = spelling.split(' ');
    noteFirstToken(firstTokens, shiftFor(firstTokenPlaces), tokens);
    groups.add(i, spelling, noteSequences(sequences, shiftFor(sequencePlaces), tokens));
    if (i % STEP === 0) yield;
  }

  const slots = Math.ceil(groups.count * 1.25) + 1;
  const table = new Int32Array(slots * 2);
  const claims = new Int32Array((names.length + 1) * 2);
  const pool = new TextPool();
  let claim = 0;
  for (let first = 0; first < names.length; first++) {
    if (first % STEP === 0) yield;
    if (!groups.isFirst(first)) continue;
    put(table, slots, groups.hashOf(first), claim + 1);
    for (let i = first; i >= 0; i = groups.nextAlike(i)) {
      const { written, signal = false, ...what } = names[i]!;
      const isLast = groups.nextAlike(i) < 0;
      claims[claim * 2] = packClaim({ ...what, isSignal: signal, isLast });
      claims[claim * 2 + 1] = pool.add(written);
      claim++;
    }
  }
  claims[claim * 2 + 1] = pool.size;

  const rows = new TextPool();
  const entityOffsets = new Uint32Array(meta.entities.length + 1);
  for (let i = 0; i < meta.entities.length; i++) {
    entityOffsets[i] = rows.add(entityRow(meta.entities[i]!));
    if (i % STEP === 0) yield;
  }
  entityOffsets[meta.entities.length] = rows.size;

  const counts = { firstTokenPlaces, sequencePlaces, slots, names: groups.count, claims: claim };
  return yield* assemble({ ...counts, entities: meta.entities.length }, [
    ['firstTokensAt', [firstTokens]],
    ['sequencesAt', [sequences]],
    ['tableAt', [table]],
    ['claimsAt', [claims]],
    ['poolAt', pool.pages()],
    ['entityOffsetsAt', [entityOffsets]],
    ['entityRowsAt', rows.pages()],
    ['restAt', [encodeRest(meta)]],
  ]);
}

/**
 * A scan begins at letters and digits, so that "#MacronLeaks" is found by what follows the sign, with it and
 * without. Names that begin outside the basic plane are the one kind that is never found.
 */
function withoutOpening(name: NameInput): NameInput {
  const written = name.written.replace(/^[\p{P}\p{S}\s]+(?=[\p{L}\p{N}])/u, '');
  return written === name.written ? name : { ...name, written };
}

/** 16 kB each: the index of a few thousand names is dismissed nearly always, and stays in the innermost cache. */
const FEWEST_FIRST_TOKENS = 1 << 16;
const FEWEST_SEQUENCES = 1 << 17;

function noteFirstToken(bits: Int32Array, shift: number, [token, next]: string[]): void {
  const raw = rawHash(token!);
  const what = next === undefined ? ALONE : BEGINS;
  for (const place of [placeOf(raw, shift), finishHash(raw) >>> shift])
    bits[place >>> 4]! |= what << ((place & 15) << 1);
}

/** Notes the first two, three … tokens; returns the hash of all. */
function noteSequences(bits: Int32Array, shift: number, tokens: readonly string[]): number {
  let hash = hashToken(tokens[0]!);
  for (let i = 1; i < tokens.length; i++) {
    hash = joinHashes(hash, hashToken(tokens[i]!));
    for (const place of [hash >>> shift, placeOf(hash, shift)]) bits[place >>> 5]! |= 1 << (place & 31);
  }
  return hash;
}

function put(table: Int32Array, slots: number, hash: number, payload: number): void {
  let at = slotOf(hash, slots);
  while (table[at * 2 + 1]) at = at + 1 === slots ? 0 : at + 1;
  table[at * 2] = hash;
  table[at * 2 + 1] = payload;
}

/** Which names fold alike. Arrays and not a `Map`, which stops the world for 20 ms when it grows. */
class SpellingGroups {
  readonly #names: readonly NameInput[];
  readonly #hashes: Int32Array;
  /** Position + 1 of the first name of a group; open addressing, at most half full. */
  readonly #firsts: Int32Array;
  /** For each name the next of its group, −1 at the end; for the first also the last. */
  readonly #next: Int32Array;
  readonly #last: Int32Array;
  count = 0;

  constructor(names: readonly NameInput[]) {
    this.#names = names;
    this.#hashes = new Int32Array(names.length);
    this.#firsts = new Int32Array(powerOfTwoFrom(names.length * 2));
    this.#next = new Int32Array(names.length).fill(-1);
    this.#last = new Int32Array(names.length).fill(-1);
  }

  add(name: number, spelling: string, hash: number): void {
    this.#hashes[name] = hash;
    const mask = this.#firsts.length - 1;
    for (let at = finishHash(hash) & mask; ; at = (at + 1) & mask) {
      const first = this.#firsts[at]! - 1;
      if (first < 0) {
        this.#firsts[at] = name + 1;
        this.#last[name] = name;
        this.count++;
        return;
      }
      const { written } = this.#names[first]!;
      if (this.#hashes[first] !== hash || !foldsTo(written, 0, written.length, spelling)) continue;
      this.#next[this.#last[first]!] = name;
      this.#last[first] = name;
      return;
    }
  }

  isFirst(name: number): boolean {
    return this.#last[name]! >= 0;
  }

  nextAlike(name: number): number {
    return this.#next[name]!;
  }

  hashOf(name: number): number {
    return this.#hashes[name]!;
  }
}

type Counts = Pick<Header, 'firstTokenPlaces' | 'sequencePlaces' | 'slots' | 'names' | 'claims' | 'entities'>;
type Place = Exclude<keyof Header, keyof Counts | 'magic' | 'end'>;

/** Bytes copied between two steps. */
const CHUNK = 1 << 18;

function* assemble(counts: Counts, sections: readonly [Place, readonly ArrayBufferView[]][]): Steps<ArrayBuffer> {
  const header = { magic: MAGIC, ...counts } as Header;
  let end = HEADER_BYTES;
  for (const [place, parts] of sections) {
    header[place] = end;
    header.end = end + parts.reduce((sum, { byteLength }) => sum + byteLength, 0);
    end = (header.end + 3) & ~3;
  }
  const buffer = new ArrayBuffer(end);
  const bytes = new Uint8Array(buffer);
  writeHeader(buffer, header);
  for (const [place, parts] of sections) {
    let at = header[place];
    for (const part of parts) {
      for (let from = 0; from < part.byteLength; from += CHUNK) {
        const length = Math.min(CHUNK, part.byteLength - from);
        bytes.set(new Uint8Array(part.buffer, part.byteOffset + from, length), at + from);
        yield;
      }
      at += part.byteLength;
    }
  }
  return buffer;
}

function powerOfTwoFrom(count: number): number {
  return 2 ** Math.ceil(Math.log2(Math.max(2, count)));
}
