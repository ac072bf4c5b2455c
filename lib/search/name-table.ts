import { countryName } from '../model/country';
import type { SearchEntry } from '../model/view';
import { AlikeWords } from './alike-words';
import { joined, type NameToken, tokensOf } from './name-tokens';

/** One way to write an entity's name. */
export interface NameRow {
  entry: SearchEntry;
  /** As written. */
  text: string;
  isMain: boolean;
  tokens: readonly NameToken[];
  /** Numbers of `tokens` in the table's vocabulary. */
  words: readonly number[];
  /** Folded and without any space: "evilcorp". */
  joined: string;
  /** Words that say something beside the name that holds: country, parent body, kind, year. */
  beside: ReadonlySet<string>;
}

/** Costs of the words that a word of the query can stand for, by their number; 0 is the very word. */
export type WordCosts = ReadonlyMap<number, number>;

/** Begins of words shorter than this stand for too many words. */
const SHORTEST_BEGIN = 2;

/** All names of all entities, cut into words, with a list of the distinct ones. */
export class NameTable {
  readonly rows: NameRow[] = [];
  readonly #numbers = new Map<string, number>();
  readonly #vocabulary: string[] = [];
  #alike: AlikeWords | undefined;
  #alikeWhole: AlikeWords | undefined;

  constructor(entries: readonly SearchEntry[]) {
    for (const entry of entries) {
      const names = [entry.name, ...entry.aliases, ...(entry.code ? [entry.code] : [])];
      const beside = besideOf(entry);
      names.forEach((text, i) => {
        const tokens = tokensOf(text);
        const words = tokens.map((token) => this.#number(token.text));
        this.rows.push({ entry, text, isMain: i === 0, tokens, words, joined: joined(text), beside });
      });
    }
  }

  /** Words that are this one, or that begin with it. */
  spelled(word: string): WordCosts {
    const costs = new Map<number, number>();
    const own = this.#numbers.get(word);
    if (own !== undefined) costs.set(own, 0);
    if (word.length < SHORTEST_BEGIN && /^[\p{Script=Latin}\p{N}]+$/u.test(word)) return costs;
    this.#vocabulary.forEach((one, i) => {
      if (one !== word && one.startsWith(word)) costs.set(i, 0.1 + 0.25 * (1 - word.length / one.length));
    });
    return costs;
  }

  /** Words that are spelled alike: "tyfoon" stands for "typhoon". */
  alike(word: string): WordCosts {
    this.#alike ??= new AlikeWords(this.#vocabulary);
    const costs = priced(this.#alike.of(word));
    // Two letters changed for each other are two errors to Fuse, which is too many in a short word.
    for (const twisted of twists(word)) {
      const number = this.#numbers.get(twisted);
      if (number !== undefined) costs.set(number, GUESS);
    }
    return costs;
  }

  /** Rows whose whole name is alike, whatever stands between its words: "muddy watter" for "MuddyWater". */
  alikeWhole(query: string): WordCosts {
    this.#alikeWhole ??= new AlikeWords(this.rows.map((row) => row.joined));
    return priced(this.#alikeWhole.of(query));
  }

  #number(word: string): number {
    const known = this.#numbers.get(word);
    if (known !== undefined) return known;
    const number = this.#vocabulary.push(word) - 1;
    this.#numbers.set(word, number);
    return number;
  }
}

/** What a word costs at least that is not spelled as the query's. */
const GUESS = 0.25;

function priced(alike: Map<number, number>): Map<number, number> {
  for (const [number, difference] of alike) alike.set(number, GUESS + difference);
  return alike;
}

/** The word with each two neighbours changed for each other. */
function twists(word: string): string[] {
  const letters = [...word];
  return letters.slice(1).map((_, i) => {
    const twisted = [...letters];
    [twisted[i], twisted[i + 1]] = [twisted[i + 1]!, twisted[i]!];
    return twisted.join('');
  });
}

/** Words that readers add to a name and that stand for no name: "the", "hackers", "ransomware". */
const ADDED: ReadonlySet<string> = new Set(
  'the of a an group gang crew hackers hacker hacking hack hacked attack attacks cyberattack breach ransomware malware apt'.split(
    ' ',
  ),
);

/** Names of countries that `Intl` spells otherwise, and how people are called. */
const COUNTRY_WORDS: Readonly<Record<string, string>> = {
  US: 'usa america american',
  GB: 'uk britain british england',
  RU: 'russia russian',
  CN: 'china chinese',
  IR: 'iran iranian',
  KP: 'dprk north korean',
  KR: 'rok south korean',
  IL: 'israeli',
  CZ: 'czechia',
};

function besideOf(entry: SearchEntry): ReadonlySet<string> {
  const country = entry.country ? `${countryName(entry.country)} ${COUNTRY_WORDS[entry.country] ?? ''}` : '';
  const words = [country, ...(entry.beside ?? []), entry.kind].join(' ');
  return new Set(tokensOf(words).map((token) => token.text));
}

export function isAdded(word: string): boolean {
  return ADDED.has(word);
}
