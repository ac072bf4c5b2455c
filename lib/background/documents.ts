import type { OpenDataset } from '../dataset/store';
import { DocumentMatcher, type FlowMentions } from '../matching/document';
import type { FlowText } from '../page/session';

/** Documents that the matcher remembers; the ones not heard of longest go first. */
const MOST_DOCUMENTS = 200;

/**
 * The documents that pages have sent for matching. Held in memory only, and without their text: when the
 * background is stopped, pages are told so (`known: false`) and send their text again.
 */
export class Documents {
  readonly #open: () => Promise<OpenDataset>;
  readonly #matchers = new Map<string, DocumentMatcher>();

  constructor(open: () => Promise<OpenDataset>) {
    this.#open = open;
  }

  /** Another dataset is in use: what was found by the old one is void, and pages begin anew. */
  forgetAll(): void {
    this.#matchers.clear();
  }

  async match(
    document: string,
    host: string,
    flows: FlowText[],
    dropped: number[],
  ): Promise<{ known: boolean; changes: FlowMentions[] }> {
    const { index } = await this.#open();
    let matcher = this.#matchers.get(document);
    const known = matcher !== undefined;
    matcher ??= new DocumentMatcher(index, { host });
    this.#remember(document, matcher);
    for (const flow of dropped) matcher.drop(flow);
    for (const { id, text } of flows) matcher.put(id, text);
    return { known, changes: matcher.changes() };
  }

  #remember(document: string, matcher: DocumentMatcher): void {
    this.#matchers.delete(document);
    this.#matchers.set(document, matcher);
    const [oldest] = this.#matchers.keys();
    if (this.#matchers.size > MOST_DOCUMENTS && oldest) this.#matchers.delete(oldest);
  }
}
