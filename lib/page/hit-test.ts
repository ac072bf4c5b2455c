import type { PlacedMention } from './placing';

/** Which mentions lie in which text node; filled by the session, read on every pointer move. */
export class HitMap {
  #byNode = new WeakMap<Node, PlacedMention[]>();

  add(placed: PlacedMention): void {
    for (const node of nodesOf(placed)) {
      const known = this.#byNode.get(node);
      if (known) known.push(placed);
      else this.#byNode.set(node, [placed]);
    }
  }

  remove(placed: PlacedMention): void {
    for (const node of nodesOf(placed)) {
      const left = (this.#byNode.get(node) ?? []).filter((other) => other !== placed);
      if (left.length) this.#byNode.set(node, left);
      else this.#byNode.delete(node);
    }
  }

  /**
   * The mention under a point of the viewport (CSS pixels). Goes by the caret position, whose cost does
   * not depend on the number of mentions, then makes sure that the point lies on the words and not in
   * the empty rest of their line.
   */
  at(x: number, y: number, target: EventTarget | null): PlacedMention | undefined {
    const caret = caretAt(x, y, target);
    if (!caret) return undefined;
    for (const placed of this.#byNode.get(caret.node) ?? []) {
      if (covers(placed, caret.node, caret.offset) && rectsOf(placed).some((rect) => contains(rect, x, y)))
        return placed;
    }
    return undefined;
  }
}

/** The client rectangles of the words, one a line. Empty where they are not laid out. */
export function rectsOf({ range }: PlacedMention): DOMRect[] {
  const live = document.createRange();
  try {
    live.setStart(range.startContainer, range.startOffset);
    live.setEnd(range.endContainer, range.endOffset);
  } catch {
    return []; // The page has shortened the text since; the observer is about to say so.
  }
  return [...live.getClientRects()];
}

interface Caret {
  node: Node;
  offset: number;
}

function caretAt(x: number, y: number, target: EventTarget | null): Caret | undefined {
  const root = target instanceof Node ? target.getRootNode() : document;
  const shadowRoots = root instanceof ShadowRoot ? [root] : [];
  if (document.caretPositionFromPoint) {
    const position = document.caretPositionFromPoint(x, y, { shadowRoots });
    return position ? { node: position.offsetNode, offset: position.offset } : undefined;
  }
  // Chromium before 128 knows only the older call, which can't look into shadow roots.
  const range = document.caretRangeFromPoint?.(x, y);
  return range ? { node: range.startContainer, offset: range.startOffset } : undefined;
}

function covers({ range }: PlacedMention, node: Node, offset: number): boolean {
  const fromStart = node !== range.startContainer || offset >= range.startOffset;
  const toEnd = node !== range.endContainer || offset <= range.endOffset;
  return fromStart && toEnd;
}

function contains(rect: DOMRect, x: number, y: number): boolean {
  return x >= rect.left && x <= rect.right && y >= rect.top && y <= rect.bottom;
}

function nodesOf({ range, nodes }: PlacedMention): readonly Node[] {
  return nodes ?? [range.startContainer];
}
