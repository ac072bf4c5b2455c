import { openDataset } from '../dataset/store';
import { DocumentMatcher, type FlowMentions } from '../matching/document';
import type { FlowText } from '../page/session';
import { MOST_FLOWS } from './border/content';
import { Refused } from './border/refused';

/** Documents that the matcher remembers; of the tab that has most, the one not heard of longest goes first. */
const MOST_DOCUMENTS = 200;

interface KnownDocument {
  tab: number;
  /** The page's own name for it: another one in the same frame is another document. */
  id: string;
  matcher: DocumentMatcher;
  flows: Set<number>;
}

/**
 * The documents that pages have sent for matching, one to a frame: nobody can speak of another frame's. Held in
 * memory only, and without their text: when the background is stopped, pages are told so (`known: false`) and send
 * their text again.
 */
export class Documents {
  /** By tab and frame; in the order in which they were last heard of. */
  readonly #known = new Map<string, KnownDocument>();

  async match(
    { tab, frame, host }: { tab: number; frame: number; host: string },
    id: string,
    flows: FlowText[],
    dropped: number[],
  ): Promise<{ known: boolean; changes: FlowMentions[] }> {
    const { index } = await openDataset();
    const key = `${tab}:${frame}`;
    let document = this.#known.get(key);
    const known = document?.id === id;
    if (!document || !known) document = { tab, id, matcher: new DocumentMatcher(index, { host }), flows: new Set() };
    this.#remember(key, document);
    for (const flow of dropped) {
      document.matcher.drop(flow);
      document.flows.delete(flow);
    }
    for (const { id: flow, text } of flows) {
      if (document.flows.size >= MOST_FLOWS && !document.flows.has(flow)) throw new Refused('too much text');
      document.flows.add(flow);
      document.matcher.put(flow, text);
    }
    return { known, changes: document.matcher.changes() };
  }

  /** The tab is closed. */
  forget(tab: number): void {
    for (const [key, document] of this.#known) if (document.tab === tab) this.#known.delete(key);
  }

  #remember(key: string, document: KnownDocument): void {
    this.#known.delete(key);
    this.#known.set(key, document);
    if (this.#known.size > MOST_DOCUMENTS) this.#known.delete(this.#leastMissed());
  }

  #leastMissed(): string {
    const perTab = new Map<number, string[]>();
    for (const [key, { tab }] of this.#known) perTab.set(tab, [...(perTab.get(tab) ?? []), key]);
    const [[longestUnheard]] = [...perTab.values()].sort((a, b) => b.length - a.length) as [[string]];
    return longestUnheard;
  }
}
