import { COMMON, EVERYDAY, KNOWN, type WordLists } from './name-class';

/**
 * The word lists in one file, exact and small enough to ship: names of feeds get their class in the browser
 * by the same rules, and from the same words, as those of the core dataset get theirs in the build.
 *
 * Layout: magic, number of words, number of blocks (uint32 little-endian each); the offset of each block
 * within the words (uint32 each); the words, sorted, front-coded in blocks of 32. A word is one byte (low 4
 * bits: letters shared with the word before, 0 at the head of a block; high 4 bits: see `tagOf`) and its
 * remaining letters in ASCII, the last with its high bit set.
 */
const MAGIC = 0x31574c41; // "ALW1"
const HEADER_BYTES = 12;
const BLOCK = 32;
const MOST_SHARED = 15;
const LAST = 0x80;

/** Only the bands that the rules ask for are kept: the file answers with a band's lower bound. */
const BANDS = [0, 1, KNOWN, COMMON, EVERYDAY] as const;

/** Packs words of the letters a to z; others, which no list holds, are refused. @throws RangeError */
export function packWords(words: Iterable<string>, lists: WordLists): Uint8Array {
  const sorted = [...new Set(words)].sort();
  const bytes: number[] = [];
  const blocks: number[] = [];
  let previous = '';
  for (const [i, word] of sorted.entries()) {
    if (!/^[a-z]+$/.test(word)) throw new RangeError(`"${word}" is not of the letters a to z`);
    const isHead = i % BLOCK === 0;
    if (isHead) blocks.push(bytes.length);
    const shared = isHead ? 0 : sharedStart(previous, word);
    bytes.push(shared | (tagOf(word, lists) << 4));
    for (let at = shared; at < word.length; at++) bytes.push(word.charCodeAt(at) | (at === word.length - 1 ? LAST : 0));
    previous = word;
  }
  const file = new Uint8Array(HEADER_BYTES + blocks.length * 4 + bytes.length);
  const view = new DataView(file.buffer);
  for (const [i, value] of [MAGIC, sorted.length, blocks.length, ...blocks].entries())
    view.setUint32(i * 4, value, true);
  file.set(bytes, HEADER_BYTES + blocks.length * 4);
  return file;
}

/**
 * Opens a packed list; answers as the lists it was made from, frequencies by their band.
 *
 * @throws RangeError where the file is not such a list, or is cut short.
 */
export function openWords(file: Uint8Array): WordLists {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  if (file.byteLength < HEADER_BYTES || view.getUint32(0, true) !== MAGIC) throw new RangeError('this is no word list');
  const blockCount = view.getUint32(8, true);
  const words = HEADER_BYTES + blockCount * 4;
  const isWhole =
    words <= file.byteLength && blockCount === Math.ceil(view.getUint32(4, true) / BLOCK) && file.at(-1)! >= LAST;
  if (!isWhole) throw new RangeError('the word list is cut short');
  const blockAt = (block: number) =>
    block < blockCount ? words + view.getUint32(HEADER_BYTES + block * 4, true) : file.byteLength;

  /** The last block whose first word is not behind `word`. */
  const blockOf = (word: string): number => {
    let low = 0;
    let high = blockCount - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (headIsBehind(file, blockAt(middle) + 1, word)) high = middle - 1;
      else low = middle;
    }
    return low;
  };

  const tag = (word: string): number => {
    if (!word) return 0;
    const block = blockOf(word);
    const end = blockAt(block + 1);
    let matched = 0; // letters of the current entry, from its start, that agree with `word`
    for (let at = blockAt(block); at < end; ) {
      const head = file[at++]!;
      let letters = head & 0x0f;
      let agrees = matched >= letters;
      if (agrees) matched = letters;
      for (let isLast = false; !isLast; letters++) {
        isLast = file[at]! >= LAST;
        if (agrees && matched === letters && (file[at]! & 0x7f) === word.charCodeAt(letters)) matched++;
        else agrees = false;
        at++;
      }
      if (matched === letters && letters === word.length) return head >>> 4;
    }
    return 0;
  };

  return { frequency: (word) => BANDS[tag(word) >> 1]!, isWord: (word) => (tag(word) & 1) === 1 };
}

/** Bit 0: the large list holds the word; bits 1 to 3: its band of frequency. */
function tagOf(word: string, lists: WordLists): number {
  const frequency = lists.frequency(word);
  const band = BANDS.findLastIndex((least) => frequency >= least);
  return (band << 1) | (lists.isWord(word) ? 1 : 0);
}

function headIsBehind(file: Uint8Array, at: number, word: string): boolean {
  for (let i = 0; ; i++) {
    const letter = file[at + i]! & 0x7f;
    const wanted = i < word.length ? word.charCodeAt(i) : 0;
    if (letter !== wanted) return letter > wanted;
    if (file[at + i]! >= LAST) return false;
  }
}

function sharedStart(a: string, b: string): number {
  let shared = 0;
  // One letter is left over, to carry the end mark.
  const most = Math.min(a.length, b.length - 1, MOST_SHARED);
  while (shared < most && a[shared] === b[shared]) shared++;
  return shared;
}
