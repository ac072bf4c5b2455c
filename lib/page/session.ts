import { FAINT_BELOW, type Mention, type MentionNumber } from '../model/mention';
import type { EntityId, EntityKind } from '../model/record';
import { FlowRegistry } from './flow-registry';
import type { HighlightStyle } from './highlight-style';
import { caretAt, mentionUnder, rectsOf } from './hit-test';
import { LateRoots } from './late-roots';
import { PageObserver } from './observe';
import { type FlowBatch, Outbox } from './outbox';
import { Painter } from './painter';
import { textOfFlow } from './places';
import { type PlacedMention, placed } from './placing';
import { type PageReport, summary } from './report';
import { firstInSections } from './sections';
import { Slices } from './slices';
import { FlowReader } from './text-flow';
import { visibleBlocks } from './viewport';

export type { FlowBatch } from './outbox';
export type { PageReport } from './report';

export interface SessionSettings {
  categories: Record<EntityKind, boolean>;
  style: HighlightStyle;
  uncertain: 'faint' | 'hidden';
  /** Whether bodies that are described and not named are shown. */
  described: boolean;
  /** Whether each mention is shown, or in each section only the first of an entity. */
  mentions: 'every' | 'first';
}

/** The matcher's answer. */
export interface Matched {
  /** False when the matcher has lost this document (its process was stopped) and must be told everything again. */
  known: boolean;
  /** Words of all flows that it has been told. */
  words: number;
  /** Every flow whose mentions changed. */
  changes: { flow: number; mentions: Mention[] }[];
}

/** What a session needs of the world outside the page. */
export interface SessionPorts {
  match(document: string, flows: FlowBatch, dropped: number[]): Promise<Matched>;
  report(report: PageReport): void;
  /** The first mention of all is on the page: from now on there is something to point at. */
  onMention(): void;
  /** The page has replaced its document (`document.open`), and with it every listener. */
  onReplaced(): void;
}

/** Rests between a change on the page and reading it again, so that bursts are read once. ms */
const SETTLE = 30;
const REPORT_DELAY = 150;
const RETRY = 3_000;
const FLASH = 900;
/** Flows placed in one step. */
const STRIDE = 4;

/**
 * Everything the extension does on one page: reads, asks, paints, follows changes. `stop()` leaves the
 * page as it was: no highlight, sheet, listener, observer or timer.
 */
export class PageSession {
  readonly #ports: SessionPorts;
  #settings: SessionSettings;
  readonly #document = randomId();
  readonly #registry = new FlowRegistry();
  readonly #reader: FlowReader;
  /** Mentions of each flow that has any, the hidden ones included. */
  readonly #placed = new Map<number, PlacedMention[]>();
  readonly #painter: Painter;
  readonly #observer: PageObserver;
  readonly #slices = new Slices();
  readonly #outbox = new Outbox();
  readonly #lateRoots = new LateRoots((root) => {
    this.#enter(root);
    this.#settle();
  });
  /** Flows sent again and not answered yet, whose marks stand as long. */
  readonly #awaited = new Set<number>();
  #words = 0;
  #settleTimer: ReturnType<typeof setTimeout> | undefined;
  #reportTimer: ReturnType<typeof setTimeout> | undefined;
  #lookTimer: ReturnType<typeof setTimeout> | undefined;
  #retryTimer: ReturnType<typeof setTimeout> | undefined;
  #frame = 0;
  #sending: Promise<void> = Promise.resolve();
  #root: Element | null = null;
  #running = false;
  #hasSent = false;
  #hasMentions = false;
  #isArranging = false;

  constructor(ports: SessionPorts, settings: SessionSettings) {
    this.#ports = ports;
    this.#settings = settings;
    this.#painter = new Painter(settings.style);
    this.#reader = new FlowReader(this.#registry, {
      onFlow: ({ id }, text) => {
        this.#outbox.post(id, text);
        if (this.#outbox.isFull) this.#flush();
      },
      onShadowRoot: (shadow) => this.#enter(shadow),
      onCustomElement: (element) => this.#lateRoots.wait(element),
      onVoid: (flows) => this.#drop(flows),
    });
    this.#observer = new PageObserver(this.#registry, ({ voided, toRead }) => {
      if (document.documentElement !== this.#root || document.designMode === 'on') return this.#ports.onReplaced();
      this.#drop(voided);
      this.#reader.distrust();
      for (const root of toRead.reverse()) this.#reader.add(root);
      if (voided.length || toRead.length) this.#settle();
    });
  }

  start(): void {
    if (this.#running || document.designMode === 'on' || !document.body) return;
    this.#running = true;
    this.#root = document.documentElement;
    this.#observer.watch(document);
    this.#reader.add(document.body);
    this.#slices.run(this.#read());
    if (!this.#reader.isDone) this.#readVisibleFirst();
  }

  stop(): void {
    this.#running = false;
    this.#observer.stop();
    this.#slices.stop();
    this.#lateRoots.stop();
    clearTimeout(this.#settleTimer);
    clearTimeout(this.#reportTimer);
    clearTimeout(this.#lookTimer);
    clearTimeout(this.#retryTimer);
    cancelAnimationFrame(this.#frame);
    this.#painter.clear();
    this.#placed.clear();
  }

  /** Applies changed settings without reading the page again. */
  configure(settings: SessionSettings): void {
    this.#settings = settings;
    this.#painter.restyle(settings.style);
    for (const [flow, mentions] of this.#placed) this.#show(flow, mentions);
    this.#reportSoon();
  }

  mentionAt(x: number, y: number, target: EventTarget | null): PlacedMention | undefined {
    if (!this.#hasMentions) return undefined;
    const caret = caretAt(x, y, target);
    for (const { id } of this.#registry.readingAround(caret?.node ?? null)) {
      const found = mentionUnder(caret!, x, y, this.#painter.shown(id));
      if (found) return found;
    }
    return undefined;
  }

  /**
   * The next (`step` 1) or previous (-1) laid-out mention after `from`, of one entity or of any. Without
   * `from`, the first or last of the page. `undefined` at the end: going around is the caller's business,
   * who knows of other frames.
   */
  neighbour(step: 1 | -1, from: PlacedMention | undefined, entity?: EntityId): PlacedMention | undefined {
    const all = this.#painter.inOrder();
    const at = from ? all.indexOf(from) : -1;
    const start = at >= 0 ? at + step : step > 0 ? 0 : all.length - 1;
    for (let i = start; i >= 0 && i < all.length; i += step) {
      const candidate = all[i]!;
      const isWanted = !entity || candidate.mention.entities.includes(entity);
      if (isWanted && rectsOf(candidate).some((rect) => rect.width > 0)) return candidate;
    }
    return undefined;
  }

  /** Which one it is of the laid-out mentions of this frame, or of those of one entity. */
  numberOf(placed: PlacedMention, entity?: EntityId): MentionNumber {
    const counted = this.#painter
      .inOrder()
      .filter(
        (one) =>
          one === placed ||
          ((!entity || one.mention.entities.includes(entity)) && rectsOf(one).some((rect) => rect.width > 0)),
      );
    return { at: counted.indexOf(placed) + 1, of: counted.length };
  }

  /** The same text may have other mentions now: asks for all of it again. Its marks stand until the answer is there. */
  askAgain(): void {
    this.#slices.runSoon(this.#sendAgain(new Set()));
  }

  /** The page is back from the browser's cache, where it was not counted and told of no change. */
  comeBack(): void {
    this.#slices.runSoon(this.#report());
    this.askAgain();
  }

  /** Brings a mention into view and lights it up for a moment. */
  reveal(target: PlacedMention): void {
    const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
    const [rect] = rectsOf(target);
    const isVisible = rect && rect.top >= 0 && rect.bottom <= innerHeight;
    if (!isVisible)
      target.range.startContainer.parentElement?.scrollIntoView({
        block: 'center',
        behavior: calm ? 'instant' : 'auto',
      });
    this.#painter.flash(target, FLASH);
  }

  #settle(): void {
    this.#settleTimer ??= setTimeout(() => {
      this.#settleTimer = undefined;
      this.#slices.run(this.#read());
    }, SETTLE);
  }

  /** On a page too long to be read at once. After the next frame, when the layout is known and asking costs little. */
  #readVisibleFirst(): void {
    this.#frame = requestAnimationFrame(() => {
      this.#lookTimer = setTimeout(() => {
        if (this.#reader.isDone) return;
        for (const block of visibleBlocks().reverse()) this.#reader.add(block);
        this.#slices.runSoon(this.#read());
      });
    });
  }

  *#read(): Generator<void> {
    while (!this.#reader.isDone) {
      this.#reader.step();
      yield;
    }
    this.#flush();
    if (this.#hasSent) this.#reportSoon();
  }

  #enter(shadow: ShadowRoot): void {
    if (this.#registry.reading(shadow)) return;
    this.#observer.watch(shadow);
    this.#reader.add(shadow);
  }

  #flush(): void {
    if (this.#outbox.isEmpty) return;
    const { batch, dropped } = this.#outbox.take();
    this.#sending = this.#sending.then(() => this.#send(batch, dropped));
  }

  async #send(batch: FlowBatch, dropped: number[]): Promise<void> {
    if (!this.#running) return;
    const answer = await this.#ports.match(this.#document, batch, dropped).catch(() => undefined);
    if (!this.#running) return;
    // The background failed, or was stopped again and again: the marks stand, and everything is told it once more.
    if (!answer) {
      this.#retryTimer ??= setTimeout(() => {
        this.#retryTimer = undefined;
        this.#slices.runSoon(this.#sendAgain(new Set()));
      }, RETRY);
      return;
    }
    const { known, words, changes } = answer;
    this.#words = words;
    const isForgotten = this.#hasSent && !known;
    this.#hasSent = true;
    for (const { flow } of changes) this.#awaited.delete(flow);
    if (isForgotten) this.#slices.runSoon(this.#sendAgain(new Set(batch.ids)));
    if (changes.length) this.#slices.runSoon(this.#place(changes));
    this.#reportSoon();
  }

  /**
   * The matcher was stopped in between: it gets every flow but those that it has just been sent. What it then does
   * not mark is marked no longer.
   */
  *#sendAgain(sent: ReadonlySet<number>): Generator<void> {
    for (const owner of this.#registry.owners()) {
      for (const flow of this.#registry.reading(owner) ?? []) {
        if (sent.has(flow.id)) continue;
        if (this.#placed.has(flow.id)) this.#awaited.add(flow.id);
        this.#outbox.post(flow.id, textOfFlow(flow));
        if (this.#outbox.isFull) this.#flush();
      }
      yield;
    }
    this.#flush();
    void this.#sending.then(() => {
      for (const flow of this.#awaited) this.#unplace(flow);
      this.#awaited.clear();
    });
  }

  *#place(changes: Matched['changes']): Generator<void> {
    for (let i = 0; i < changes.length; i++) {
      const { flow: id, mentions } = changes[i]!;
      this.#unplace(id);
      const flow = this.#registry.flow(id);
      const found = flow && mentions.length ? placed(flow, mentions) : [];
      if (found.length) {
        if (!this.#hasMentions) this.#ports.onMention();
        this.#hasMentions = true;
        this.#placed.set(id, found);
        this.#show(id, found);
      }
      if (i % STRIDE === 0) yield;
    }
  }

  /** Paints those mentions of a flow that the settings show. */
  #show(flow: number, mentions: readonly PlacedMention[]): void {
    // Which mention is the first is known when all are.
    if (this.#settings.mentions === 'first') this.#arrangeSoon();
    else this.#painter.put(flow, this.#shownOf(mentions));
  }

  #shownOf(mentions: readonly PlacedMention[]): PlacedMention[] {
    const { categories, described, uncertain } = this.#settings;
    return mentions.filter(({ mention }) => {
      if (!categories[mention.kind]) return false;
      return mention.described ? described : uncertain === 'faint' || mention.certainty >= FAINT_BELOW;
    });
  }

  #arrangeSoon(): void {
    if (this.#isArranging) return;
    this.#isArranging = true;
    this.#slices.runSoon(this.#arrange());
  }

  /** Paints of each entity the first mention in each section. */
  *#arrange(): Generator<void> {
    this.#isArranging = false;
    const shown = new Map([...this.#placed].map(([flow, mentions]) => [flow, this.#shownOf(mentions)]));
    const firsts = yield* firstInSections(shown);
    for (const flow of this.#placed.keys()) this.#painter.put(flow, firsts.get(flow) ?? []);
  }

  #unplace(flow: number): void {
    if (!this.#placed.delete(flow)) return;
    this.#painter.drop(flow);
    if (this.#settings.mentions === 'first') this.#arrangeSoon();
  }

  #drop(flows: readonly number[]): void {
    for (const flow of flows) {
      this.#unplace(flow);
      this.#outbox.drop(flow);
    }
  }

  #reportSoon(): void {
    this.#reportTimer ??= setTimeout(() => this.#slices.run(this.#report()), REPORT_DELAY);
  }

  *#report(): Generator<void> {
    clearTimeout(this.#reportTimer);
    this.#reportTimer = undefined;
    const { described } = this.#settings;
    const isCounted = (mention: Mention) => !mention.described || described;
    this.#ports.report(yield* summary(this.#placed, this.#words, isCounted));
  }
}

/** `crypto.randomUUID` is missing on pages without TLS. */
function randomId(): string {
  return crypto.getRandomValues(new Uint32Array(4)).join('-');
}
