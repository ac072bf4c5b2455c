import type { OpenDataset } from '../dataset/store';
import { DocumentMatcher } from '../matching/document';
import type { Mention } from '../model/mention';
import type { EntityId } from '../model/record';
import type { FlowBatch, Matched } from '../page/session';
import { MOST_FLOWS } from './border/content';
import { Refused } from './border/refused';

/** Documents that the matcher remembers; of the tab that has most, the one not heard of longest goes first. */
const MOST_DOCUMENTS = 200;

interface KnownDocument {
  tab: number;
  /** The page's own name for it: another one in the same frame is another document. */
  id: string;
  matcher: DocumentMatcher;
  /** Words of each flow, and of all. Counted here, as it costs the page's own thread more. */
  wordsOf: Map<number, number>;
  words: number;
}

/**
 * The documents that pages have sent for matching, one to a frame: nobody can speak of another frame's. Held in
 * memory only, and without their text: when the background is stopped, pages are told so (`known: false`) and send
 * their text again.
 */
export class Documents {
  /** By tab and frame; in the order in which they were last heard of. */
  readonly #known = new Map<string, KnownDocument>();

  readonly #open: () => Promise<OpenDataset>;
  readonly #loadMuted: () => Promise<readonly EntityId[]>;
  #muted: Promise<ReadonlySet<EntityId>> | undefined;

  /**
   * @param loadMuted entities that the reader does not want to see. Left out here, so that no page learns which they
   * are; asked for once, and anew after `forgetMuted`.
   */
  constructor(open: () => Promise<OpenDataset>, loadMuted: () => Promise<readonly EntityId[]>) {
    this.#open = open;
    this.#loadMuted = loadMuted;
  }

  forgetMuted(): void {
    this.#muted = undefined;
  }

  /** Another dataset is in use: what was found by the old one is void, and pages begin anew. */
  forgetAll(): void {
    this.#known.clear();
  }

  async match(
    { tab, frame, host }: { tab: number; frame: number; host: string },
    id: string,
    { ids, lengths, text }: FlowBatch,
    dropped: number[],
  ): Promise<Matched> {
    this.#muted ??= this.#loadMuted().then((ids) => new Set(ids));
    const [{ index }, muted] = await Promise.all([this.#open(), this.#muted]);
    const key = `${tab}:${frame}`;
    let document = this.#known.get(key);
    const known = document?.id === id;
    if (!document || !known)
      document = { tab, id, matcher: new DocumentMatcher(index, { host }), wordsOf: new Map(), words: 0 };
    this.#remember(key, document);
    for (const flow of dropped) {
      document.matcher.drop(flow);
      forgetWords(document, flow);
    }
    let start = 0;
    for (const [i, flow] of ids.entries()) {
      if (document.wordsOf.size >= MOST_FLOWS && !document.wordsOf.has(flow)) throw new Refused('too much text');
      const end = start + lengths[i]!;
      const own = text.slice(start, end);
      document.matcher.put(flow, own);
      forgetWords(document, flow);
      document.wordsOf.set(flow, wordsIn(own));
      document.words += document.wordsOf.get(flow)!;
      start = end;
    }
    return { known, words: document.words, changes: withoutMuted(document.matcher.changes(), muted) };
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

/** Flows whose mentions are all muted stay: they may have had others before. */
function withoutMuted(changes: Matched['changes'], muted: ReadonlySet<EntityId>): Matched['changes'] {
  if (!muted.size) return changes;
  const isShown = ({ entities }: Mention) => !entities.every((entity) => muted.has(entity));
  return changes.map(({ flow, mentions }) => ({ flow, mentions: mentions.filter(isShown) }));
}

function forgetWords(document: KnownDocument, flow: number): void {
  document.words -= document.wordsOf.get(flow) ?? 0;
  document.wordsOf.delete(flow);
}

function wordsIn(text: string): number {
  let words = 0;
  let isInWord = false;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    const isSpace = unit <= 32 || unit === 0xa0;
    if (!isSpace && !isInWord) words++;
    isInWord = !isSpace;
  }
  return words;
}
