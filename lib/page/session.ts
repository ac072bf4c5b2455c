import { FAINT_BELOW, type Mention } from '../model/mention';
import type { EntityId, EntityKind } from '../model/record';
import { type HighlightStyle, highlightCss, schemeOf } from './highlight-style';
import { HitMap, rectsOf } from './hit-test';
import { PageObserver } from './observe';
import { Painter, type PlacedMention } from './painter';
import { Slices } from './slices';
import { boundaryAt, FlowRegistry, type FlowVisitor, readFlows, type TextFlow } from './text-flow';
import { visibleBlocks } from './viewport';

/** Text on its way to the matcher. */
export interface FlowText {
  id: number;
  text: string;
}

export interface SessionSettings {
  categories: Record<EntityKind, boolean>;
  style: HighlightStyle;
  uncertain: 'faint' | 'hidden';
  /** Whether bodies that are described and not named are shown. */
  described: boolean;
}

/** What a page names, for toolbar and popup. */
export interface PageReport {
  mentions: { entities: EntityId[]; kind: EntityKind; count: number; faint: number; written: string[] }[];
  words: number;
}

/** What a session needs of the world outside the page. */
export interface SessionPorts {
  /**
   * Sends flows to the matcher; resolves with every flow whose mentions changed. `known: false` when the
   * matcher has lost this document (its process was stopped) and has to be told everything again.
   */
  match(
    document: string,
    flows: FlowText[],
    dropped: number[],
  ): Promise<{ known: boolean; changes: { flow: number; mentions: Mention[] }[] }>;
  report(report: PageReport): void;
  /** The page has replaced its document (`document.open`), and with it every listener. */
  onReplaced(): void;
}

/** Text sent in one message: small enough to answer in a frame, large enough to be few. UTF-16 units. */
const CHUNK = 48_000;
/** Rests between a change on the page and reading it again, so that bursts are read once. ms */
const SETTLE = 30;
const REPORT_DELAY = 150;
const FLASH = 900;
/** Rows of a report, and units of a spelling in it, that the background takes. */
const MOST_ROWS = 2_000;
const LONGEST_SPELLING = 200;

/**
 * Everything the extension does on one page: reads, asks, paints, follows changes. `stop()` leaves the
 * page as it was: no highlight, sheet, listener, observer or timer.
 */
export class PageSession {
  readonly #ports: SessionPorts;
  #settings: SessionSettings;
  readonly #document = randomId();
  readonly #registry = new FlowRegistry();
  readonly #flows = new Map<number, TextFlow>();
  readonly #answers = new Map<number, Mention[]>();
  readonly #placed = new Map<number, PlacedMention[]>();
  readonly #hits = new HitMap();
  readonly #painter: Painter;
  readonly #observer: PageObserver;
  readonly #slices = new Slices();
  #outbox: FlowText[] = [];
  #outboxSize = 0;
  #dropped: number[] = [];
  #toRead = new Set<Node>();
  #settleTimer: ReturnType<typeof setTimeout> | undefined;
  #reportTimer: ReturnType<typeof setTimeout> | undefined;
  #sending: Promise<void> = Promise.resolve();
  #root: Element | null = null;
  #running = false;
  #hasSent = false;

  constructor(ports: SessionPorts, settings: SessionSettings) {
    this.#ports = ports;
    this.#settings = settings;
    this.#painter = new Painter(highlightCss(settings.style, schemeOf(document)));
    this.#observer = new PageObserver(this.#registry, (change) => {
      if (document.documentElement !== this.#root) return this.#ports.onReplaced();
      for (const flow of change.voided) this.#dropFlow(flow);
      for (const root of change.toRead) this.#toRead.add(root);
      if (change.voided.length || change.toRead.length) this.#settle();
    });
  }

  start(): void {
    if (this.#running || document.designMode === 'on' || !document.body) return;
    this.#running = true;
    this.#root = document.documentElement;
    this.#observer.watch(document);
    for (const block of visibleBlocks()) this.#toRead.add(block);
    this.#toRead.add(document.body);
    this.#readPending();
  }

  stop(): void {
    this.#running = false;
    this.#observer.stop();
    this.#slices.stop();
    clearTimeout(this.#settleTimer);
    clearTimeout(this.#reportTimer);
    this.#painter.clear();
    for (const list of this.#placed.values()) for (const placed of list) this.#hits.remove(placed);
    this.#placed.clear();
    this.#answers.clear();
    this.#flows.clear();
  }

  /** Applies changed settings without reading the page again. */
  configure(settings: SessionSettings): void {
    this.#settings = settings;
    this.#painter.restyle(highlightCss(settings.style, schemeOf(document)));
    for (const [flow, mentions] of this.#answers) this.#place(flow, mentions);
    this.#reportSoon();
  }

  mentionAt(x: number, y: number, target: EventTarget | null): PlacedMention | undefined {
    return this.#hits.at(x, y, target);
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
      const placed = all[i]!;
      const isWanted = !entity || placed.mention.entities.includes(entity);
      if (isWanted && rectsOf(placed).some((rect) => rect.width > 0)) return placed;
    }
    return undefined;
  }

  /** Reports at once: the page has come back from the browser's cache, where it was not counted. */
  reportNow(): void {
    this.#ports.report(this.#report());
  }

  /** Brings a mention into view and lights it up for a moment. */
  reveal(placed: PlacedMention): void {
    const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
    const [rect] = rectsOf(placed);
    const isVisible = rect && rect.top >= 0 && rect.bottom <= innerHeight;
    if (!isVisible)
      placed.range.startContainer.parentElement?.scrollIntoView({
        block: 'center',
        behavior: calm ? 'instant' : 'auto',
      });
    this.#painter.flash(placed, FLASH);
  }

  /** The words as the page writes them. */
  writtenAs({ mention, flow }: PlacedMention): string {
    return flow.text.slice(mention.start, mention.end);
  }

  #settle(): void {
    this.#settleTimer ??= setTimeout(() => {
      this.#settleTimer = undefined;
      this.#readPending();
    }, SETTLE);
  }

  #readPending(): void {
    this.#slices.run(this.#read());
  }

  *#read(): Generator<void> {
    const visitor: FlowVisitor = {
      onShadowRoot: (shadow) => this.#enter(shadow),
      onVoid: (flows) => {
        for (const flow of flows) this.#dropFlow(flow);
      },
    };
    while (this.#toRead.size) {
      const [root] = this.#toRead;
      this.#toRead.delete(root!);
      if (!root!.isConnected || this.#registry.hasWalked(root!)) continue;
      for (const flow of readFlows(root!, this.#registry, visitor)) {
        this.#flows.set(flow.id, flow);
        this.#post(flow);
        if (this.#outboxSize >= CHUNK) void this.#flush();
        yield;
      }
      // What the reader sees is sent before the rest of the page is read.
      if (this.#outbox.length) void this.#flush();
    }
    void this.#flush();
    this.#reportSoon();
  }

  #enter(shadow: ShadowRoot): void {
    if (this.#registry.hasWalked(shadow)) return;
    this.#observer.watch(shadow);
    this.#toRead.add(shadow);
  }

  #post(flow: TextFlow): void {
    this.#outbox.push({ id: flow.id, text: flow.text });
    this.#outboxSize += flow.text.length;
  }

  #flush(): Promise<void> {
    const flows = this.#outbox;
    const dropped = this.#dropped;
    this.#outbox = [];
    this.#outboxSize = 0;
    this.#dropped = [];
    if (flows.length || dropped.length) this.#sending = this.#sending.then(() => this.#send(flows, dropped));
    return this.#sending;
  }

  async #send(flows: FlowText[], dropped: number[]): Promise<void> {
    if (!this.#running) return;
    const answer = await this.#ports.match(this.#document, flows, dropped).catch(() => undefined);
    // No answer: the background failed or the extension is gone. The page stays as it is.
    if (!answer || !this.#running) return;
    for (const { flow, mentions } of answer.changes) {
      // The page may have taken it away while it was being matched.
      if (!this.#flows.has(flow)) continue;
      this.#answers.set(flow, mentions);
      this.#place(flow, mentions);
    }
    this.#reportSoon();
    const wasForgotten = this.#hasSent && !answer.known;
    this.#hasSent = true;
    if (!wasForgotten) return;
    // The matcher was stopped in between: it gets every flow but those that it has just been sent, and what
    // it then does not mark is marked no longer.
    const sent = new Set(flows.map((flow) => flow.id));
    const rest = [...this.#flows.values()].filter((flow) => !sent.has(flow.id));
    if (!rest.length) return;
    for (const { id } of rest) this.#answers.delete(id);
    await this.#send(
      rest.map(({ id, text }) => ({ id, text })),
      [],
    );
    for (const { id } of rest) if (!this.#answers.has(id)) this.#unplace(id);
  }

  #place(flowId: number, mentions: Mention[]): void {
    const flow = this.#flows.get(flowId);
    if (!flow) return;
    this.#unplace(flowId);
    const shown = mentions.filter(
      (mention) =>
        this.#settings.categories[mention.kind] &&
        (mention.described
          ? this.#settings.described
          : this.#settings.uncertain === 'faint' || mention.certainty >= FAINT_BELOW),
    );
    const placed = shown.flatMap((mention) => {
      const start = boundaryAt(flow, mention.start, 'start');
      const end = boundaryAt(flow, mention.end, 'end');
      if (!start || !end) return [];
      const range = new StaticRange({
        startContainer: start.node,
        startOffset: start.offset,
        endContainer: end.node,
        endOffset: end.offset,
      });
      return [{ mention, range, flow }];
    });
    if (!placed.length) return;
    this.#placed.set(flowId, placed);
    for (const one of placed) this.#hits.add(one);
    this.#painter.put(flowId, placed);
  }

  #unplace(flowId: number): void {
    for (const placed of this.#placed.get(flowId) ?? []) this.#hits.remove(placed);
    this.#placed.delete(flowId);
    this.#painter.drop(flowId);
  }

  #dropFlow(flowId: number): void {
    this.#unplace(flowId);
    this.#answers.delete(flowId);
    if (this.#flows.delete(flowId)) this.#dropped.push(flowId);
  }

  #reportSoon(): void {
    this.#reportTimer ??= setTimeout(() => {
      this.#reportTimer = undefined;
      this.#ports.report(this.#report());
    }, REPORT_DELAY);
  }

  /** Counts every category, also those switched off, so that the switches can show what they would show. */
  #report(): PageReport {
    const groups = new Map<string, PageReport['mentions'][number]>();
    for (const [flowId, mentions] of this.#answers) {
      const flow = this.#flows.get(flowId);
      for (const { entities, kind, certainty, described, start, end } of mentions) {
        if (described && !this.#settings.described) continue;
        const key = entities.join(' ');
        const group = groups.get(key) ?? { entities, kind, count: 0, faint: 0, written: [] };
        groups.set(key, group);
        group.count++;
        if (certainty < FAINT_BELOW) group.faint++;
        const written = flow?.text.slice(start, Math.min(end, start + LONGEST_SPELLING)) ?? '';
        if (group.written.length < 4 && !group.written.includes(written)) group.written.push(written);
      }
    }
    let words = 0;
    for (const flow of this.#flows.values()) words += flow.text.trim().split(/\s+/).length;
    return { mentions: [...groups.values()].slice(0, MOST_ROWS), words };
  }
}

/** `crypto.randomUUID` is missing on pages without TLS. */
function randomId(): string {
  return crypto.getRandomValues(new Uint32Array(4)).join('-');
}
