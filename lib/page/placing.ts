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
  return mentions.flatMap((mention) => {
    const start = boundaryAt(segments, mention.start, 'start');
    const end = boundaryAt(segments, mention.end, 'end');
    if (!start || !end) return [];
    const parts = segments.slice(start.segment, end.segment + 1);
    const range = new StaticRange({
      startContainer: start.at.node,
      startOffset: start.at.offset,
      endContainer: end.at.node,
      endOffset: end.at.offset,
    });
    const written = wordsBetween(parts, start.at.offset, end.at.offset);
    return [{ mention, range, written, ...(parts.length > 1 && { nodes: parts.map(({ node }) => node) }) }];
  });
}
