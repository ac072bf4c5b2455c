import { type CapitalisedWords, capitalisedWords, FIELDS } from './capitalised';
import type { Introduction } from './introduced';

/** A name that holds on this page only. */
interface LocalName {
  /** Hashes of its words, and the units between each and the next. */
  hashes: number[];
  gaps: number[];
  entity: number;
  written: string;
  /** The passage that introduces it. */
  words: string;
}

/** Where a flow has a name that the page introduced. */
export interface LocalHit {
  start: number;
  end: number;
  entity: number;
  words: string;
}

/**
 * The names that a page introduces, found in the capitalised words of its flows. One that is given to two groups is
 * nobody's. Depends on the set of introductions, not on their order.
 */
export class LocalNames {
  /** By the hash of the first word, longest first. */
  readonly #names = new Map<number, LocalName[]>();
  /** Equal for equal names: tells whether answers may have changed. */
  readonly key: string;

  constructor(introductions: readonly Introduction[]) {
    const byWritten = new Map<string, LocalName | undefined>();
    const sorted = [...introductions].sort((a, b) => (a.words < b.words ? -1 : a.words > b.words ? 1 : 0));
    for (const { written, entity, words } of sorted) {
      if (!byWritten.has(written)) byWritten.set(written, { ...shapeOf(written), entity, written, words });
      else if (byWritten.get(written)?.entity !== entity) byWritten.set(written, undefined);
    }
    const names = [...byWritten.values()].flatMap((name) => (name?.hashes.length ? [name] : []));
    names.sort((a, b) => b.hashes.length - a.hashes.length || (a.written < b.written ? -1 : 1));
    for (const name of names) this.#names.set(name.hashes[0]!, [...(this.#names.get(name.hashes[0]!) ?? []), name]);
    this.key = names.map(({ written, entity, words }) => `${written}|${entity}|${words}`).join('\n');
  }

  get isEmpty(): boolean {
    return this.#names.size === 0;
  }

  find(words: CapitalisedWords): LocalHit[] {
    const hits: LocalHit[] = [];
    if (this.isEmpty) return hits;
    for (let at = 0; at < words.length; at += FIELDS) {
      const name = this.#names.get(words[at + 2]!)?.find((one) => standsAt(words, at, one) && isMeant(words, at, one));
      if (!name) continue;
      const last = at + (name.hashes.length - 1) * FIELDS;
      hits.push({ start: words[at]!, end: words[last + 1]!, entity: name.entity, words: name.words });
      at = last;
    }
    return hits;
  }
}

function shapeOf(written: string): Pick<LocalName, 'hashes' | 'gaps'> {
  const words = capitalisedWords(written);
  const hashes: number[] = [];
  const gaps: number[] = [];
  for (let at = 0; at < words.length; at += FIELDS) {
    hashes.push(words[at + 2]!);
    if (at) gaps.push(words[at]! - words[at - FIELDS + 1]!);
  }
  return { hashes, gaps };
}

function standsAt(words: CapitalisedWords, at: number, { hashes, gaps }: LocalName): boolean {
  return hashes.every(
    (hash, i) =>
      words[at + i * FIELDS + 2] === hash &&
      (i === 0 || words[at + i * FIELDS]! - words[at + (i - 1) * FIELDS + 1]! === gaps[i - 1]),
  );
}

/** A word that looks like any other is the name where only its being a name explains the capital: "Jumper". */
function isMeant(words: CapitalisedWords, at: number, { written }: LocalName): boolean {
  if (!/^\p{Lu}\p{Ll}+$/u.test(written)) return true;
  // "The Jumper group": what begins a sentence is capitalised for that alone.
  const isOpening = at > 0 && words[at - FIELDS + 3]! === 1 && words[at - FIELDS + 1]! - words[at - FIELDS]! <= 4;
  const touchesBefore = at > 0 && !isOpening && words[at]! - words[at - FIELDS + 1]! === 1;
  const touchesAfter = at + FIELDS < words.length && words[at + FIELDS]! - words[at + 1]! === 1;
  return !words[at + 3] && !touchesBefore && !touchesAfter;
}
