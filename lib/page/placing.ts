import type { Mention } from '../model/mention';
import type { TextFlow } from './flow-registry';
import { boundaryAt, segmentsOf, wordsBetween } from './places';

/** A mention with its place in the document. `StaticRange`: live ranges make every edit of a page slow. */
export interface PlacedMention {
  mention: Mention;
  range: StaticRange;
  /** The words as the page writes them. */
  written: string;
  /** The text nodes that it runs through, where there are several. */
  nodes?: Text[];
}

/** Places in the document for the mentions of a flow; none for those whose text has changed since. */
export function placed(flow: TextFlow, mentions: readonly Mention[]): PlacedMention[] {
  const segments = segmentsOf(flow);
  const found: PlacedMention[] = [];
  for (const mention of mentions) {
    const start = boundaryAt(segments, mention.start, 'start');
    const end = boundaryAt(segments, mention.end, 'end');
    if (!start || !end) continue;
    const range = new StaticRange({
      startContainer: start.node,
      startOffset: start.offset,
      endContainer: end.node,
      endOffset: end.offset,
    });
    if (start.node === end.node) {
      found.push({ mention, range, written: start.node.substringData(start.offset, end.offset - start.offset) });
      continue;
    }
    const parts = segments.slice(start.segment, end.segment + 1);
    const written = wordsBetween(parts, start.offset, end.offset);
    found.push({ mention, range, written, nodes: parts.map(({ node }) => node) });
  }
  return found;
}
