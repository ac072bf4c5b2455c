import type { PlacedMention } from './placing';

const HEADINGS = 'h1, h2, h3, h4, h5, h6, [role="heading"]';
/** Flows after which the sorting out may be interrupted. */
const STRETCH = 50;

/**
 * Of each entity only the first mention in each section: from one heading to the next, within one document or
 * shadow root. A generator, as there may be ten thousands of flows.
 */
export function* firstInSections(
  byFlow: ReadonlyMap<number, readonly PlacedMention[]>,
): Generator<void, Map<number, PlacedMention[]>> {
  const shown = new Map<number, PlacedMention[]>();
  for (const [root, flows] of flowsByRoot(byFlow)) {
    flows.sort((a, b) => (isBefore(nodeOf(a.mentions), nodeOf(b.mentions)) ? -1 : 1));
    yield;
    const headings = [...root.querySelectorAll(HEADINGS)];
    const seen = new Set<string>();
    let next = 0;
    for (const [i, { flow, mentions }] of flows.entries()) {
      for (; next < headings.length && isBefore(headings[next]!, nodeOf(mentions)); next++) seen.clear();
      shown.set(
        flow,
        mentions.filter(({ mention }) => {
          const key = mention.entities.join(' ');
          return !seen.has(key) && seen.add(key);
        }),
      );
      if (i % STRETCH === STRETCH - 1) yield;
    }
  }
  return shown;
}

interface FlowOfRoot {
  flow: number;
  mentions: readonly PlacedMention[];
}

function flowsByRoot(byFlow: ReadonlyMap<number, readonly PlacedMention[]>): Map<ParentNode, FlowOfRoot[]> {
  const roots = new Map<ParentNode, FlowOfRoot[]>();
  for (const [flow, mentions] of byFlow) {
    if (!mentions.length) continue;
    const root = nodeOf(mentions).getRootNode();
    // What was taken out of the page since is in no section.
    if (!(root instanceof Document || root instanceof DocumentFragment)) continue;
    const flows = roots.get(root);
    if (flows) flows.push({ flow, mentions });
    else roots.set(root, [{ flow, mentions }]);
  }
  return roots;
}

function nodeOf(mentions: readonly PlacedMention[]): Node {
  return mentions[0]!.range.startContainer;
}

/** Whether a node begins before another, be it around it. */
function isBefore(node: Node, other: Node): boolean {
  return Boolean(node.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING);
}
