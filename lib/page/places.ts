import { nodeTypeOf } from './dom-access';
import type { TextFlow } from './flow-registry';
import { following, walkerOf } from './own-runs';
import { EDGE } from './prose';
import { roleOf } from './roles';

/** A text node, or the rest of one, as a part of a flow. */
export interface Segment {
  /** Offset in the flow's text, UTF-16 units. */
  start: number;
  node: Text;
  /** Where in the node the part starts. */
  offset: number;
}

/** A place in the document: a text node and a UTF-16 offset in it. */
export interface Boundary {
  node: Text;
  offset: number;
}

/** What a second walk through a flow meets, in order. */
interface Retelling {
  onText(node: Text, offset: number): void;
  onMark(mark: string): void;
}

/**
 * Where a flow's text lies, found by walking through it once more: only flows with mentions come to this, so nothing
 * is kept for all the others. Ends early where the page has changed since.
 */
export function segmentsOf(flow: TextFlow): Segment[] {
  const segments: Segment[] = [];
  let reached = 0;
  retell(flow, {
    onText(node, offset) {
      segments.push({ start: reached, node, offset });
      reached += node.length - offset;
    },
    onMark(mark) {
      reached += mark.length;
    },
  });
  return segments;
}

/** A flow's text once more. */
export function textOfFlow(flow: TextFlow): string {
  let text = '';
  retell(flow, {
    onText(node, offset) {
      text += node.data.slice(offset);
    },
    onMark(mark) {
      text += mark;
    },
  });
  return text.slice(0, flow.length);
}

function retell(flow: TextFlow, to: Retelling): void {
  if (flow.start) retellRun(flow, flow.start, to);
  else retellPlain(flow, to);
}

function retellPlain({ owner, length }: TextFlow, { onText }: Retelling): void {
  const texts = document.createTreeWalker(owner, NodeFilter.SHOW_TEXT);
  let reached = 0;
  for (let node = texts.nextNode() as Text | null; node && reached < length; node = texts.nextNode() as Text | null) {
    if (!node.length) continue;
    onText(node, 0);
    reached += node.length;
  }
}

/** The same steps as the reading took (`own-runs.ts`); the layout is not asked again, it may be another by now. */
function retellRun({ owner, length, boxed }: TextFlow, from: Boundary, to: Retelling): void {
  const walker = walkerOf(owner);
  walker.currentNode = from.node;
  let reached = 0;
  let nextBox = 0;
  const mark = (text: string) => {
    if (!reached) return;
    to.onMark(text);
    reached += text.length;
  };
  const leaveEdge = () => mark(EDGE);
  for (let node: Node | null = from.node; node && reached < length; ) {
    let inside = false;
    if (nodeTypeOf(node) === Node.TEXT_NODE) {
      const text = node as Text;
      const offset = text === from.node ? from.offset : 0;
      if (boxed?.[nextBox] === reached && text.length) {
        mark(EDGE);
        nextBox++;
      }
      if (text.length > offset) to.onText(text, offset);
      reached += text.length - offset;
    } else {
      const role = roleOf(node as Element);
      if (role === 'block') return;
      if (role !== 'inline') mark(role === 'break' ? '\n' : EDGE);
      inside = role === 'inline' || role === 'edge';
    }
    node = following(walker, owner, inside, leaveEdge);
  }
}

/** The place that an offset of a flow's text stands for; `undefined` where the page has changed since. */
export function boundaryAt(
  segments: readonly Segment[],
  offset: number,
  side: 'start' | 'end',
): (Boundary & { segment: number }) | undefined {
  let low = 0;
  let high = segments.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    const reached = side === 'start' ? segments[middle]!.start <= offset : segments[middle]!.start < offset;
    if (reached) low = middle;
    else high = middle - 1;
  }
  const segment = segments[low];
  if (!segment) return undefined;
  const within = segment.offset + offset - segment.start;
  return within <= segment.node.length ? { segment: low, node: segment.node, offset: within } : undefined;
}

/**
 * The words from one place of a flow to another, in a string of its own: a slice would keep the whole text in
 * memory. A line break between them reads as a space.
 */
export function wordsBetween(parts: readonly Segment[], start: number, end: number): string {
  return parts
    .map(({ node, start: reached, offset }, i) => {
      const from = i === 0 ? start : offset;
      const to = i === parts.length - 1 ? end : node.length;
      const isApart = i > 0 && parts[i - 1]!.start + parts[i - 1]!.node.length - parts[i - 1]!.offset < reached;
      return (isApart ? ' ' : '') + node.substringData(from, to - from);
    })
    .join('');
}
