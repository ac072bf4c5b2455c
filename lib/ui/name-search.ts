import Fuse from 'fuse.js';
import type { SearchEntry } from '../model/view';

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

/**
 * Search over all names: prefix and substring of the folded name at once; when that finds nothing,
 * Fuse.js, which forgives typing errors. Fuse alone would take longer than a keystroke on large sets.
 */
export class NameSearch {
  readonly #entries: readonly SearchEntry[];
  readonly #folded: string[][];
  #fuse: Fuse<Named> | undefined;

  constructor(entries: readonly SearchEntry[]) {
    this.#entries = entries;
    this.#folded = entries.map((entry) => namesOf(entry).map(plain));
  }

  find(query: string): SearchAnswer {
    const wanted = plain(query);
    if (!wanted) return { hits: [], isGuess: false };
    const exact = this.#substring(wanted, query);
    return exact.length ? { hits: exact, isGuess: false } : { hits: this.#alike(query), isGuess: true };
  }

  #substring(wanted: string, query: string): SearchHit[] {
    const ranked: { hit: SearchHit; rank: number }[] = [];
    this.#entries.forEach((entry, i) => {
      let best: { name: number; rank: number } | undefined;
      this.#folded[i]!.forEach((name, n) => {
        const at = name.indexOf(wanted);
        if (at < 0) return;
        const rank =
          (name === wanted ? 0 : at === 0 ? 10 : name[at - 1] === ' ' ? 20 : 30) +
          (n === 0 ? 0 : 5) +
          Math.min(4, (name.length - wanted.length) / 10);
        if (!best || rank < best.rank) best = { name: n, rank };
      });
      if (!best) return;
      const name = namesOf(entry)[best.name]!;
      const at = name.toLowerCase().indexOf(query.trim().toLowerCase());
      const marks = at < 0 ? [] : [[at, at + query.trim().length - 1] as const];
      ranked.push({ hit: { entry, marks, ...(best.name ? { via: name } : {}) }, rank: best.rank });
    });
    ranked.sort((a, b) => a.rank - b.rank || a.hit.entry.name.localeCompare(b.hit.entry.name));
    return ranked.slice(0, MOST_HITS).map(({ hit }) => hit);
  }

  /** Names, not entities, are compared: an entity with many aliases is no likelier than one with few. */
  #alike(query: string): SearchHit[] {
    this.#fuse ??= new Fuse(
      this.#entries.flatMap((entry) => namesOf(entry).map((name, i): Named => ({ entry, name, isAlias: i > 0 }))),
      {
        keys: ['name'],
        includeMatches: true,
        ignoreDiacritics: true,
        ignoreLocation: true,
        threshold: 0.38,
        minMatchCharLength: 2,
      },
    );
    const best = new Map<string, SearchHit>();
    for (const { item, matches } of this.#fuse.search(query, { limit: 60 })) {
      if (best.has(item.entry.id)) continue;
      const marks = (matches?.[0]?.indices ?? []).filter(([from, to]) => to > from);
      best.set(item.entry.id, { entry: item.entry, marks, ...(item.isAlias ? { via: item.name } : {}) });
    }
    return [...best.values()].slice(0, 12);
  }
}

interface Named {
  entry: SearchEntry;
  name: string;
  isAlias: boolean;
}

function namesOf(entry: SearchEntry): string[] {
  return [entry.name, ...entry.aliases];
}

/** Without case, accents, dashes: "apt 31", "APT-31" and "apt31" are alike. */
function plain(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{M}/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .replace(/(\p{L}) (?=\p{N})|(\p{N}) (?=\p{L})/gu, '$1$2')
    .trim();
}
