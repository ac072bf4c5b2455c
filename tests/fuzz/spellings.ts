import { fold } from '../../lib/matching/fold.ts';

/** Names of the dataset, folded. */
export class Spellings {
  readonly #folds: ReadonlySet<string>;
  readonly #beginnings: ReadonlySet<string>;

  constructor(names: readonly string[]) {
    this.#folds = new Set(names.map(fold));
    this.#beginnings = new Set([...this.#folds].map((folded) => folded.slice(0, 3)));
  }

  has(folded: string): boolean {
    return this.#folds.has(folded);
  }

  /** Whether a name begins so: one in a grammatical case of its language has another ending. */
  isBegun(folded: string): boolean {
    return folded.length > 3 && this.#beginnings.has(folded.slice(0, 3));
  }
}
