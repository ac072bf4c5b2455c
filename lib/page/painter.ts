import { FAINT_BELOW } from '../model/mention';
import { FLASH_NAME, HIGHLIGHT_NAMES, type HighlightStyle, highlightName } from './highlight-style';
import { NearViewport } from './near-viewport';
import { Palette } from './palette';
import type { PlacedMention } from './placing';

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
  /** Made with the first mention: pages without any are asked for no style. */
  #palette: Palette | undefined;
  #style: HighlightStyle;
  readonly #highlights = new Map<string, Highlight>();
  readonly #placed = new Map<number, readonly PlacedMention[]>();
  readonly #registered = new Map<PlacedMention, Highlight>();
  /** How many ranges each highlight holds by us. */
  readonly #sizes = new Map<Highlight, number>();
  #near: NearViewport | undefined;
  #count = 0;
  #flashTimer: ReturnType<typeof setTimeout> | undefined;

  constructor(style: HighlightStyle) {
    // What a copy of this script has left that is cut off from its extension.
    for (const name of HIGHLIGHT_NAMES) CSS.highlights.delete(name);
    this.#style = style;
  }

  restyle(style: HighlightStyle): void {
    this.#style = style;
    this.#palette?.restyle(style);
  }

  /** Replaces the mentions of one flow. */
  put(flow: number, mentions: readonly PlacedMention[]): void {
    this.drop(flow);
    if (!mentions.length) return;
    this.#placed.set(flow, mentions);
    this.#count += mentions.length;
    if (this.#near) for (const placed of mentions) this.#near.add(placed);
    else if (this.#count > MOST_REGISTERED) this.#startChoosing();
    else {
      this.#adoptSheet(mentions[0]!.range.startContainer.getRootNode());
      for (const placed of mentions) this.#register(placed);
    }
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

  /** The mentions of one flow. */
  shown(flow: number): readonly PlacedMention[] {
    return this.#placed.get(flow) ?? [];
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
    this.#sizes.clear();
    this.#placed.clear();
    this.#count = 0;
    for (const [name, highlight] of this.#highlights) {
      highlight.clear();
      // The next version of this script may have its own there by now.
      if (CSS.highlights.get(name) === highlight) CSS.highlights.delete(name);
    }
    this.#highlights.clear();
    const sheet = this.#palette?.sheet;
    for (const root of this.#roots)
      root.adoptedStyleSheets = [...root.adoptedStyleSheets].filter((other) => other !== sheet);
    this.#roots.clear();
    this.#palette?.stop();
    this.#palette = undefined;
  }

  #register(placed: PlacedMention): void {
    if (this.#registered.has(placed)) return;
    const { mention, range } = placed;
    const highlight = this.#highlight(highlightName(mention.kind, mention.certainty < FAINT_BELOW));
    highlight.add(range);
    this.#registered.set(placed, highlight);
    this.#sizes.set(highlight, (this.#sizes.get(highlight) ?? 0) + 1);
  }

  #unregister(placed: PlacedMention): void {
    const highlight = this.#registered.get(placed);
    if (!highlight) return;
    highlight.delete(placed.range);
    this.#registered.delete(placed);
    this.#sizes.set(highlight, (this.#sizes.get(highlight) ?? 1) - 1);
  }

  /** A highlight under its name; set again if the page, or a dead copy of this script, has its own there. */
  #highlight(name: string): Highlight {
    let highlight = this.#highlights.get(name);
    if (!highlight) {
      highlight = new Highlight();
      this.#highlights.set(name, highlight);
    }
    if (CSS.highlights.get(name) !== highlight) CSS.highlights.set(name, highlight);
    const size = this.#sizes.get(highlight);
    if (size !== undefined && highlight.size !== size) this.#fill(highlight);
    return highlight;
  }

  /** The page has emptied it, or put ranges of its own in. */
  #fill(highlight: Highlight): void {
    highlight.clear();
    for (const [{ range }, own] of this.#registered) if (own === highlight) highlight.add(range);
  }

  /**
   * Firefox applies a document's `::highlight` rules not inside shadow roots: each root gets the sheet. Asked
   * each time, as pages assign `adoptedStyleSheets` without looking what is in there.
   */
  #adoptSheet(root: Node): void {
    if (!(root instanceof Document || root instanceof ShadowRoot)) return;
    this.#roots.add(root);
    this.#palette ??= new Palette(this.#style);
    const { sheet } = this.#palette;
    const sheets = [...root.adoptedStyleSheets];
    if (!sheets.includes(sheet)) root.adoptedStyleSheets = [...sheets.filter((other) => !isLeftover(other)), sheet];
  }

  /** From now on only what is near the viewport is registered. */
  #startChoosing(): void {
    this.#near = new NearViewport(MOST_REGISTERED, (chosen) => {
      for (const placed of [...this.#registered.keys()]) if (!chosen.has(placed)) this.#unregister(placed);
      const roots = new Set<Node>();
      for (const placed of chosen) roots.add(placed.range.startContainer.getRootNode());
      for (const root of roots) this.#adoptSheet(root);
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
