import type { FlowEvidence } from './candidates';
import { Tally } from './tally';

/** Text of which one may say what it is about, in UTF-16 units: some 150 words. */
const ENOUGH_TO_TELL = 900;

/** What a page's flows say that counts wherever on the page a name stands. Flows come and go. */
export class PageWords {
  readonly countries = new Tally<string>();
  readonly tells = new Tally<number>();
  /** Acronyms that the page spells out as something else: entity → acronyms. */
  readonly otherwise = new Tally<number>();
  /** Names of others on the page that hold a known one: "Fancy Lazarus". */
  readonly longerNames = new Tally<string>();

  /** Vocabulary of hacking and espionage, by weight. */
  readonly #cyber = new Tally<number>();
  #units = 0;
  #mostOfAnyCountry: number | undefined;

  /** Mentions of the country that is spoken of most. */
  get mostOfAnyCountry(): number {
    this.#mostOfAnyCountry ??= this.countries.highest();
    return this.#mostOfAnyCountry;
  }

  /** Whether so much text has no word of the subject that the page is about something else. */
  get isAboutOther(): boolean {
    return this.#units >= ENOUGH_TO_TELL && this.#cyber.count(3) === 0;
  }

  /** Counts text read, in UTF-16 units, be there anything in it or not. */
  countText(units: number): void {
    this.#units += units;
  }

  count({ signals, otherwise, longerNames }: FlowEvidence, by: 1 | -1): void {
    this.#mostOfAnyCountry = undefined;
    for (const { signal } of signals) {
      if (signal.cyber) this.#cyber.add(signal.cyber, signal.text, by);
      if (signal.country) this.countries.add(signal.country, signal.text, by);
      for (const entity of signal.tells ?? []) this.tells.add(entity, signal.text, by);
    }
    for (const { written, subject } of otherwise) this.otherwise.add(subject, written, by);
    for (const longer of longerNames) this.longerNames.add(longer, longer, by);
  }
}
