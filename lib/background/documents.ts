import type { OpenDataset } from '../dataset/store';
import { DocumentMatcher } from '../matching/document';
import type { FlowBatch, Matched } from '../page/session';

/** Documents that the matcher remembers; the ones not heard of longest go first. */
const MOST_DOCUMENTS = 200;

/**
 * The documents that pages have sent for matching. Held in memory only, and without their text: when the
 * background is stopped, pages are told so (`known: false`) and send their text again.
 */
export class Documents {
  readonly #open: () => Promise<OpenDataset>;
  readonly #documents = new Map<string, RememberedDocument>();

  constructor(open: () => Promise<OpenDataset>) {
    this.#open = open;
  }

  /** Another dataset is in use: what was found by the old one is void, and pages begin anew. */
  forgetAll(): void {
    this.#documents.clear();
  }

  async match(id: string, host: string, { ids, lengths, text }: FlowBatch, dropped: number[]): Promise<Matched> {
    const { index } = await this.#open();
    let document = this.#documents.get(id);
    const known = document !== undefined;
    document ??= { matcher: new DocumentMatcher(index, { host }), wordsOf: new Map(), words: 0 };
    this.#remember(id, document);
    for (const flow of dropped) {
      document.matcher.drop(flow);
      countWords(document, flow, '');
    }
    let start = 0;
    ids.forEach((flow, i) => {
      const end = start + (lengths[i] ?? 0);
      const own = text.slice(start, end);
      document.matcher.put(flow, own);
      countWords(document, flow, own);
      start = end;
    });
    return { known, words: document.words, changes: document.matcher.changes() };
  }

  #remember(id: string, document: RememberedDocument): void {
    this.#documents.delete(id);
    this.#documents.set(id, document);
    const [oldest] = this.#documents.keys();
    if (this.#documents.size > MOST_DOCUMENTS && oldest) this.#documents.delete(oldest);
  }
}

interface RememberedDocument {
  matcher: DocumentMatcher;
  /** Words of each flow, and of all. Counted here, as it costs the page's own thread more. */
  wordsOf: Map<number, number>;
  words: number;
}

function countWords(document: RememberedDocument, flow: number, text: string): void {
  const before = document.wordsOf.get(flow) ?? 0;
  let words = 0;
  let isInWord = false;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    const isSpace = unit <= 32 || unit === 0xa0;
    if (!isSpace && !isInWord) words++;
    isInWord = !isSpace;
  }
  if (words) document.wordsOf.set(flow, words);
  else document.wordsOf.delete(flow);
  document.words += words - before;
}
