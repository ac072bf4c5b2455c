/**
 * Flows on their way to the matcher: all texts in one string, as one long string crosses to another process sooner
 * than many short ones. `lengths` cuts it, UTF-16 units.
 */
export interface FlowBatch {
  ids: number[];
  lengths: number[];
  text: string;
}

/** Text sent in one message: small enough to answer in a frame, large enough to be few. UTF-16 units. */
const CHUNK = 64_000;

/** Gathers flows, and which of them are gone, into messages. */
export class Outbox {
  #batch: FlowBatch = { ids: [], lengths: [], text: '' };
  #dropped: number[] = [];

  get isFull(): boolean {
    return this.#batch.text.length >= CHUNK;
  }

  get isEmpty(): boolean {
    return !this.#batch.ids.length && !this.#dropped.length;
  }

  post(id: number, text: string): void {
    this.#batch.ids.push(id);
    this.#batch.lengths.push(text.length);
    this.#batch.text += text;
  }

  drop(id: number): void {
    this.#dropped.push(id);
  }

  /** Takes everything out. */
  take(): { batch: FlowBatch; dropped: number[] } {
    const taken = { batch: this.#batch, dropped: this.#dropped };
    this.#batch = { ids: [], lengths: [], text: '' };
    this.#dropped = [];
    return taken;
  }
}
