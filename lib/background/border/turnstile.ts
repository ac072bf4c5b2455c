import { Refused } from './refused';

/** What a tab may send at one go, and what comes back in a second. One unit is a small message, or 10,000 of text. */
const BURST = 3_000;
const PER_SECOND = 300;
/** Units of one tab that may wait; what comes on top is refused. */
const MOST_WAITING = 5_000;

interface Account {
  units: number;
  /** When `units` was right, ms. */
  at: number;
  waiting: number;
  turn: Promise<void>;
}

/**
 * Holds back a tab that sends more than its share, so that it slows itself down and not the others: its messages
 * wait, in their order. Pages that send the next message after the answer lose nothing by it.
 */
export class Turnstile {
  readonly #accounts = new Map<number, Account>();
  readonly #now: () => number;
  readonly #sleep: (milliseconds: number) => Promise<void>;

  constructor(
    now = () => performance.now(),
    sleep = (milliseconds: number) => new Promise<void>((resolve) => setTimeout(resolve, milliseconds)),
  ) {
    this.#now = now;
    this.#sleep = sleep;
  }

  /** `undefined`: the message may pass at once. Else it may when the promise resolves. Throws where too many wait. */
  admit(tab: number, units: number): Promise<void> | undefined {
    const account = this.#accountOf(tab);
    // A large message may overdraw the account; the next one waits for it.
    if (!account.waiting && account.units > 0) {
      account.units -= units;
      return undefined;
    }
    this.refuseIfFull(tab);
    account.waiting += units;
    account.turn = account.turn.then(async () => {
      while (this.#accountOf(tab).units <= 0) await this.#sleep(1000 * ((1 - account.units) / PER_SECOND));
      account.units -= units;
      account.waiting -= units;
    });
    return account.turn;
  }

  /** Asked before a message is even looked at. */
  refuseIfFull(tab: number): void {
    if ((this.#accounts.get(tab)?.waiting ?? 0) >= MOST_WAITING) throw new Refused('too many messages');
  }

  forget(tab: number): void {
    if (!this.#accounts.get(tab)?.waiting) this.#accounts.delete(tab);
  }

  #accountOf(tab: number): Account {
    const now = this.#now();
    const account = this.#accounts.get(tab) ?? { units: BURST, at: now, waiting: 0, turn: Promise.resolve() };
    account.units = Math.min(BURST, account.units + (PER_SECOND * (now - account.at)) / 1000);
    account.at = now;
    this.#accounts.set(tab, account);
    return account;
  }
}
