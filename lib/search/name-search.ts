import type { SearchEntry } from '../model/view';
import { isAdded, type NameRow, NameTable, type WordCosts } from './name-table';
import { joined, tokensOf } from './name-tokens';

/** A hit, with the name that matched and where in it. */
export interface SearchHit {
  entry: SearchEntry;
  /** The matching name, if it is not the main one. */
  via?: string;
  /** Ranges within the shown name (main name or `via`), inclusive, UTF-16 units. */
  marks: readonly (readonly [number, number])[];
}

export interface SearchAnswer {
  hits: SearchHit[];
  /** Whether nothing is spelled so and the hits are only alike. */
  isGuess: boolean;
}

const MOST_HITS = 30;
const MOST_GUESSES = 12;

/** Costs; the lowest sum comes first. */
const COST = {
  /** A word of the query that says the entity's country, parent or kind; one that says nothing; one that fits nothing. */
  beside: 0.3,
  added: 0.12,
  missing: 1.5,
  /** An alias against the main name; all words of the name that the query does not have. */
  alias: 0.06,
  leftOver: 0.3,
  /** A joined spelling ("evilcorp"), and one that only begins so. */
  joined: 0.02,
  joinedBegin: 0.15,
  /** What each doubling of events on record takes off. */
  knownFor: 0.018,
} as const;
/** Hits whose words cost more than this on average are none. */
const DEAREST = 0.62;

/**
 * Search over all names. Words of the query are looked up in the list of all words that names consist of, as
 * they are or as beginnings; those that are spelled otherwise through Fuse.js, which forgives typing errors.
 * Then each name is priced by how its words and the query's meet.
 */
export class NameSearch {
  readonly #table: NameTable;

  constructor(entries: readonly SearchEntry[]) {
    this.#table = new NameTable(entries);
  }

  find(query: string): SearchAnswer {
    const words = tokensOf(query).map((token) => token.text);
    const asked = { words, joined: joined(query) };
    if (!asked.joined) return { hits: [], isGuess: false };
    const spelled = words.map((word) => this.#table.spelled(word));
    const sure = this.#rank({ ...asked, costs: spelled });
    if (sure.length) return { hits: sure.slice(0, MOST_HITS), isGuess: false };
    const costs = words.map((word, i) => (isAdded(word) ? spelled[i]! : cheaper(spelled[i]!, this.#table.alike(word))));
    const guesses = this.#rank({ ...asked, costs, whole: this.#table.alikeWhole(asked.joined) });
    return { hits: guesses.slice(0, MOST_GUESSES), isGuess: true };
  }

  /** Entities that are called exactly so, case and spaces aside. */
  called(words: string): SearchEntry[] {
    const wanted = joined(words);
    const called = this.#table.rows.filter((row) => row.joined === wanted).map(({ entry }) => entry);
    return wanted ? [...new Set(called)] : [];
  }

  #rank(asked: Asked): SearchHit[] {
    const best = new Map<string, { row: NameRow; price: number; met: readonly number[] }>();
    for (const [i, row] of this.#table.rows.entries()) {
      const priced = priceOf(row, i, asked);
      if (!priced) continue;
      const other = best.get(row.entry.id);
      if (!other || priced.price < other.price) best.set(row.entry.id, { row, ...priced });
    }
    const known = ({ row, price }: { row: NameRow; price: number }) =>
      price - COST.knownFor * Math.log2(1 + row.entry.events);
    return [...best.values()]
      .sort((a, b) => known(a) - known(b) || a.row.entry.name.localeCompare(b.row.entry.name))
      .map(({ row, met }) => ({
        entry: row.entry,
        marks: marksOf(row, met),
        ...(row.isMain ? {} : { via: row.text }),
      }));
  }
}

interface Asked {
  /** Words and numbers of the query, folded; and all of it without spaces. */
  words: readonly string[];
  joined: string;
  /** For each word, the words that it can stand for. */
  costs: readonly WordCosts[];
  /** Rows of the table whose name is alike as a whole. */
  whole?: WordCosts;
}

/** What a name costs for the query, and which of its tokens are met; `undefined` where it does not fit. */
function priceOf(
  row: NameRow,
  number: number,
  { words, joined, costs, whole }: Asked,
): { price: number; met: number[] } | undefined {
  const alias = row.isMain ? 0 : COST.alias;
  const asWhole = Math.min(joinedPrice(row.joined, joined), whole?.get(number) ?? Number.POSITIVE_INFINITY);
  const all = { price: asWhole + alias, met: row.tokens.map((_, i) => i) };
  const met = new Set<number>();
  let sum = 0;
  for (const [q, word] of words.entries()) {
    let least: number = COST.missing;
    let at = -1;
    row.words.forEach((number, i) => {
      const cost = costs[q]!.get(number);
      if (cost === undefined || cost >= least || met.has(i)) return;
      least = cost;
      at = i;
    });
    if (at >= 0) met.add(at);
    else if (row.beside.has(word)) least = COST.beside;
    else if (isAdded(word)) least = COST.added;
    sum += least;
  }
  const average = sum / words.length;
  if (!met.size || average > DEAREST) return asWhole < DEAREST ? all : undefined;
  const leftOver = (row.words.length - met.size) / row.words.length;
  const price = average + COST.leftOver * leftOver;
  return price < asWhole ? { price: price + alias, met: [...met].sort((a, b) => a - b) } : all;
}

function joinedPrice(name: string, query: string): number {
  if (name === query) return COST.joined;
  if (query.length < 3 || !name.startsWith(query)) return Number.POSITIVE_INFINITY;
  return COST.joinedBegin + COST.leftOver * (1 - query.length / name.length);
}

function cheaper(a: WordCosts, b: WordCosts): WordCosts {
  const all = new Map(b);
  for (const [word, cost] of a) all.set(word, Math.min(cost, all.get(word) ?? cost));
  return all;
}

/** Places of the tokens that were met; those that touch are one. */
function marksOf(row: NameRow, met: readonly number[]): [number, number][] {
  const marks: [number, number][] = [];
  for (const i of met) {
    const { start, end } = row.tokens[i]!;
    const last = marks.at(-1);
    if (last && last[1] === start - 1) last[1] = end - 1;
    else marks.push([start, end - 1]);
  }
  return marks;
}
