import { FAINT_BELOW, type Mention } from '../model/mention';
import { FLASH_NAME, HIGHLIGHT_NAMES, highlightName } from './highlight-style';
import { NearViewport } from './near-viewport';
import type { TextFlow } from './text-flow';

/** A mention with its place in the document. `StaticRange`: live ranges make every edit of a page slow. */
export interface PlacedMention {
  mention: Mention;
  range: StaticRange;
  flow: TextFlow;
}

/**
 * Browsers re-mark every registered range on each frame that changes text, so only what is near the
 * viewport is registered. Up to this number there is no need to choose.
 */
const MOST_REGISTERED = 300;

/**
 * Paints mentions with the CSS Custom Highlight API: registers ranges, touches nothing else. Keeps its
 * own lists, since pages can see and clear `CSS.highlights`, and Firefox can't iterate them from here.
 */
export class Painter {
  readonly #roots = new Set<Document | ShadowRoot>();
  readonly #sheet: CSSStyleSheet;
  readonly #highlights = new Map<string, Highlight>();
  readonly #placed = new Map<number, PlacedMention[]>();
  readonly #registered = new Map<PlacedMention, Highlight>();
  #near: NearViewport | undefined;
  #count = 0;
  #flashTimer: ReturnType<typeof setTimeout> | undefined;

  constructor(css: string) {
    // What a copy of this script has left that is cut off from its extension.
    for (const name of HIGHLIGHT_NAMES) CSS.highlights.delete(name);
    this.#sheet = new CSSStyleSheet();
    this.#sheet.replaceSync(css);
  }

  restyle(css: string): void {
    this.#sheet.replaceSync(css);
  }

  /** Replaces the mentions of one flow. */
  put(flow: number, mentions: PlacedMention[]): void {
    this.drop(flow);
    if (!mentions.length) return;
    this.#placed.set(flow, mentions);
    this.#count += mentions.length;
    if (this.#count > MOST_REGISTERED && !this.#near) this.#startChoosing();
    else for (const placed of mentions) this.#near ? this.#near.add(placed) : this.#register(placed);
  }

  drop(flow: number): void {
    const mentions = this.#placed.get(flow);
    if (!mentions) return;
    this.#placed.delete(flow);
    this.#count -= mentions.length;
    for (const placed of mentions) {
      this.#near?.remove(placed);
      this.#unregister(placed);
    }
  }

  /** Every mention on the page, in the order of the document. */
  inOrder(): PlacedMention[] {
    const groups = [...this.#placed.values()];
    groups.sort(([a], [b]) => order(a!.range.startContainer, b!.range.startContainer));
    return groups.flat();
  }

  /** Shows for a moment where the reader has been taken. */
  flash(placed: PlacedMention, milliseconds: number): void {
    this.#clearFlash();
    const highlight = this.#highlight(FLASH_NAME);
    highlight.add(placed.range);
    this.#flashTimer = setTimeout(() => this.#clearFlash(), milliseconds);
  }

  /** Takes everything away: highlights, sheets, observers, timers. */
  clear(): void {
    this.#clearFlash();
    this.#near?.stop();
    this.#near = undefined;
    this.#registered.clear();
    this.#placed.clear();
    this.#count = 0;
    for (const [name, highlight] of this.#highlights) {
      highlight.clear();
      // The next version of this script may have its own there by now.
      if (CSS.highlights.get(name) === highlight) CSS.highlights.delete(name);
    }
    this.#highlights.clear();
    for (const root of this.#roots)
      root.adoptedStyleSheets = [...root.adoptedStyleSheets].filter((sheet) => sheet !== this.#sheet);
    this.#roots.clear();
  }

  #register(placed: PlacedMention): void {
    if (this.#registered.has(placed)) return;
    const { mention, range } = placed;
    this.#adoptSheet(range.startContainer.getRootNode());
    const highlight = this.#highlight(highlightName(mention.kind, mention.certainty < FAINT_BELOW));
    highlight.add(range);
    this.#registered.set(placed, highlight);
  }

  #unregister(placed: PlacedMention): void {
    this.#registered.get(placed)?.delete(placed.range);
    this.#registered.delete(placed);
  }

  /** A highlight under its name; set again if the page, or a dead copy of this script, has its own there. */
  #highlight(name: string): Highlight {
    let highlight = this.#highlights.get(name);
    if (!highlight) {
      highlight = new Highlight();
      this.#highlights.set(name, highlight);
    }
    if (CSS.highlights.get(name) !== highlight) CSS.highlights.set(name, highlight);
    return highlight;
  }

  /**
   * Firefox applies a document's `::highlight` rules not inside shadow roots: each root gets the sheet. Asked
   * each time, as pages assign `adoptedStyleSheets` without looking what is in there.
   */
  #adoptSheet(root: Node): void {
    if (!(root instanceof Document || root instanceof ShadowRoot)) return;
    this.#roots.add(root);
    const sheets = [...root.adoptedStyleSheets];
    if (!sheets.includes(this.#sheet))
      root.adoptedStyleSheets = [...sheets.filter((sheet) => !isLeftover(sheet)), this.#sheet];
  }

  /** From now on only what is near the viewport is registered. */
  #startChoosing(): void {
    this.#near = new NearViewport(MOST_REGISTERED, (chosen) => {
      for (const placed of [...this.#registered.keys()]) if (!chosen.has(placed)) this.#unregister(placed);
      for (const placed of chosen) this.#register(placed);
    });
    for (const mentions of this.#placed.values()) for (const placed of mentions) this.#near.add(placed);
  }

  #clearFlash(): void {
    clearTimeout(this.#flashTimer);
    this.#highlights.get(FLASH_NAME)?.clear();
    CSS.highlights.delete(FLASH_NAME);
    this.#highlights.delete(FLASH_NAME);
  }
}

/** A sheet of ours that an earlier copy of this script, gone with its version, could not take away. */
function isLeftover(sheet: CSSStyleSheet): boolean {
  try {
    return sheet.cssRules[0]?.cssText.startsWith('::highlight(attribution-lens-') ?? false;
  } catch {
    return false; // Another origin's sheet can't be read.
  }
}

/** Document order, also between a document and the shadow roots in it. */
function order(a: Node, b: Node): number {
  const inA = outermost(a);
  const inB = outermost(b);
  if (inA === inB) return a.compareDocumentPosition(b) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1;
  return inA.compareDocumentPosition(inB) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1;
}

function outermost(node: Node): Node {
  let at = node;
  for (let root = at.getRootNode(); root instanceof ShadowRoot; root = at.getRootNode()) at = root.host;
  return at;
}
