import type { FlowEvidence } from './candidates';
import { Tally } from './tally';

/** What a page's flows say that counts wherever on the page a name stands. Flows come and go. */
export class PageWords {
  readonly countries = new Tally<string>();
  readonly tells = new Tally<number>();
  /** Acronyms that the page spells out as something else: entity → acronyms. */
  readonly otherwise = new Tally<number>();
  /** Names of others on the page that hold a known one: "Fancy Lazarus". */
  readonly longerNames = new Tally<string>();

  #mostOfAnyCountry: number | undefined;

  /** Mentions of the country that is spoken of most. */
  get mostOfAnyCountry(): number {
    this.#mostOfAnyCountry ??= this.countries.highest();
    return this.#mostOfAnyCountry;
  }

  count({ signals, otherwise, longerNames }: FlowEvidence, by: 1 | -1): void {
    this.#mostOfAnyCountry = undefined;
    for (const { signal } of signals) {
      if (signal.country) this.countries.add(signal.country, signal.text, by);
      for (const entity of signal.tells ?? []) this.tells.add(entity, signal.text, by);
    }
    for (const { written, subject } of otherwise) this.otherwise.add(subject, written, by);
    for (const longer of longerNames) this.longerNames.add(longer, longer, by);
  }
}
