import type { PlacedMention } from './placing';

/** A place in the text, by a point of the viewport. */
export interface Caret {
  node: Node;
  offset: number;
}

/**
 * Which of the mentions of a flow lies under a point of the viewport (CSS pixels) whose caret is known. A caret is
 * found also from the empty rest of a line, so the point must lie on the words.
 */
export function mentionUnder(
  caret: Caret,
  x: number,
  y: number,
  mentions: readonly PlacedMention[],
): PlacedMention | undefined {
  return mentions.find((placed) => covers(placed, caret) && rectsOf(placed).some((rect) => contains(rect, x, y)));
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

/** The caret's cost does not depend on the number of mentions. */
export function caretAt(x: number, y: number, target: EventTarget | null): Caret | undefined {
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

function covers({ range, nodes }: PlacedMention, { node, offset }: Caret): boolean {
  if (nodes ? !nodes.includes(node as Text) : node !== range.startContainer) return false;
  const fromStart = node !== range.startContainer || offset >= range.startOffset;
  const toEnd = node !== range.endContainer || offset <= range.endOffset;
  return fromStart && toEnd;
}

function contains(rect: DOMRect, x: number, y: number): boolean {
  return x >= rect.left && x <= rect.right && y >= rect.top && y <= rect.bottom;
}
