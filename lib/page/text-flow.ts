import {
  attributeOf,
  firstChildOf,
  localNameOf,
  nextSiblingOf,
  nodeTypeOf,
  parentOf,
  shadowRootOf,
} from './dom-access';
import { EDGE, type ProseRole, proseRole } from './prose';

/** Where a piece of a flow's text comes from. */
interface Segment {
  /** Offset in the flow's text, UTF-16 units. */
  start: number;
  node: Text;
}

/** A run of text that a reader sees as one line of prose, across inline elements. */
export interface TextFlow {
  id: number;
  /** The block (or shadow root, or document) whose own run this is. */
  owner: Node;
  segments: Segment[];
  text: string;
}

let nextFlowId = 1;

/** The flows of one page and which nodes they cover: what has been read so far. */
export class FlowRegistry {
  readonly #byOwner = new Map<Node, TextFlow[]>();
  readonly #byNode = new WeakMap<Text, TextFlow>();
  #walked = new WeakSet<Node>();

  flowOf(node: Text): TextFlow | undefined {
    return this.#byNode.get(node);
  }

  /** Whether the block's own runs have been read and nothing has made them void since. */
  hasWalked(owner: Node): boolean {
    return this.#walked.has(owner);
  }

  markWalked(owner: Node): void {
    this.#walked.add(owner);
  }

  add(flow: TextFlow): void {
    const own = this.#byOwner.get(flow.owner);
    if (own) own.push(flow);
    else this.#byOwner.set(flow.owner, [flow]);
    for (const { node } of flow.segments) this.#byNode.set(node, flow);
  }

  /** Forgets a block's own runs and returns their flow ids. */
  forget(owner: Node): number[] {
    this.#walked.delete(owner);
    const flows = this.#byOwner.get(owner) ?? [];
    this.#byOwner.delete(owner);
    for (const flow of flows) for (const { node } of flow.segments) this.#byNode.delete(node);
    return flows.map((flow) => flow.id);
  }

  /** Forgets everything below a node that has left the page. */
  forgetTree(root: Node): number[] {
    const ids = this.forget(root);
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_ELEMENT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      ids.push(...this.forget(node));
      const shadow = shadowRootOf(node as Element);
      if (shadow) ids.push(...this.forgetTree(shadow));
    }
    return ids;
  }
}

/** What a reader of flows is told on the way. */
export interface FlowVisitor {
  /** An open shadow root, to be read and observed by itself. */
  onShadowRoot(root: ShadowRoot): void;
  /** Flows given before that are void, since the page moved the text while it was being read. */
  onVoid(flows: number[]): void;
}

/**
 * Reads the flows below `root` in document order; blocks that the registry knows are passed over, so the
 * same call serves a first read, a mended block and new content. A generator, so that the caller may stop
 * between flows; if the page takes away the place where it stopped, it starts over with what is unread.
 */
export function* readFlows(root: Node, registry: FlowRegistry, visitor: FlowVisitor): Generator<TextFlow> {
  const builder = new FlowBuilder();
  const owners: Node[] = [root];
  registry.markWalked(root);
  const finished = (): TextFlow | undefined => {
    const flow = builder.finish(owners.at(-1)!);
    if (flow) registry.add(flow);
    return flow;
  };
  /** The page has taken away the place where the reading stopped: half-read runs are void. */
  function* startOver(): Generator<TextFlow> {
    for (const owner of owners) visitor.onVoid(registry.forget(owner));
    if (root.isConnected) yield* readFlows(root, registry, visitor);
  }
  let node = firstChildOf(root);
  while (node) {
    let inside = false;
    if (nodeTypeOf(node) === Node.TEXT_NODE) {
      builder.addText(node as Text);
    } else if (nodeTypeOf(node) === Node.ELEMENT_NODE) {
      const element = node as Element;
      const role = roleOf(element);
      const shadow = shadowRootOf(element);
      if (shadow) visitor.onShadowRoot(shadow);
      if (role === 'block') {
        const flow = finished();
        if (flow) yield flow;
        if (!isInside(node, root)) return yield* startOver();
        inside = !registry.hasWalked(element);
        if (inside) {
          registry.markWalked(element);
          if (firstChildOf(element)) owners.push(element);
        }
      } else if (role === 'break') builder.addMark('\n');
      else if (role === 'skip') builder.addMark(EDGE);
      else {
        if (role === 'edge') builder.addMark(EDGE);
        inside = true;
      }
    }
    const child: Node | null = inside ? firstChildOf(node) : null;
    if (child) {
      node = child;
      continue;
    }
    while (node && node !== root && !nextSiblingOf(node)) {
      node = parentOf(node);
      if (!node || node === root) break;
      if (node === owners.at(-1)) {
        const flow = finished();
        owners.pop();
        if (flow) yield flow;
        if (!isInside(node, root)) return yield* startOver();
      } else if (roleOf(node as Element) === 'edge') builder.addMark(EDGE);
    }
    node = !node || node === root ? null : nextSiblingOf(node);
  }
  const last = finished();
  if (last) yield last;
}

function isInside(node: Node, root: Node): boolean {
  let at: Node | null = node;
  while (at && at !== root) at = parentOf(at);
  return at === root;
}

/** The block, shadow root or document node whose own runs a node belongs to. */
export function ownerOf(node: Node): Node {
  let at: Node = node;
  while (!(nodeTypeOf(at) === Node.ELEMENT_NODE && roleOf(at as Element) === 'block')) {
    const parent: Node | null = parentOf(at);
    if (!parent) return at;
    at = parent;
  }
  return at;
}

/** Whether a node lies in something that is never read: code, a form field, an editor. */
export function isUnread(node: Node): boolean {
  for (let at: Node | null = node; at; at = parentOf(at)) {
    if (nodeTypeOf(at) === Node.ELEMENT_NODE && roleOf(at as Element) === 'skip') return true;
  }
  return false;
}

export function roleOf(element: Element): ProseRole {
  const name = localNameOf(element);
  const role = proseRole(name);
  if (role === 'skip') return isPlainTextBody(element) ? 'block' : 'skip';
  if (isEditor(element)) return 'skip';
  return name.includes('-') && getComputedStyle(element).display === 'inline' ? 'inline' : role;
}

function isEditor(element: Element): boolean {
  const editable = attributeOf(element, 'contenteditable');
  return editable !== null && editable.toLowerCase() !== 'false';
}

/** Browsers show a text file as one `<pre>`. */
function isPlainTextBody(element: Element): boolean {
  return localNameOf(element) === 'pre' && element.ownerDocument.contentType === 'text/plain';
}

/** A place in the document: the node and UTF-16 offset that an offset of a flow stands for. */
export function boundaryAt(
  flow: TextFlow,
  offset: number,
  side: 'start' | 'end',
): { node: Text; offset: number } | undefined {
  const { segments } = flow;
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
  const within = offset - segment.start;
  return within <= segment.node.data.length ? { node: segment.node, offset: within } : undefined;
}

const WORD = /[\p{L}\p{N}]/u;
const VISIBLE = /\S/;

class FlowBuilder {
  #segments: Segment[] = [];
  #text = '';
  #previous: Text | undefined;

  addText(node: Text): void {
    const { data } = node;
    if (!data) return;
    if (this.#previous && this.#gluesWords(this.#previous, node)) this.addMark(EDGE);
    this.#segments.push({ start: this.#text.length, node });
    this.#text += data;
    this.#previous = node;
  }

  addMark(mark: string): void {
    if (this.#text) this.#text += mark;
  }

  finish(owner: Node): TextFlow | undefined {
    const flow = VISIBLE.test(this.#text)
      ? { id: nextFlowId++, owner, segments: this.#segments, text: this.#text }
      : undefined;
    this.#segments = [];
    this.#text = '';
    this.#previous = undefined;
    return flow;
  }

  /**
   * Two letters meet across a tag. Mostly that is one word ("Fan<b>cy</b>"), but inline tags laid out as
   * boxes ("<span class=badge>APT28</span><span class=badge>APT29") are seen apart. Only here is the
   * costly question after the layout asked.
   */
  #gluesWords(previous: Text, next: Text): boolean {
    const last = this.#text.at(-1);
    if (!last || !WORD.test(last) || !WORD.test(next.data[0]!)) return false;
    return isBoxed(previous, next) || isBoxed(next, previous);
  }
}

/** Whether an element around `node`, but not around `other`, is laid out as a box of its own. */
function isBoxed(node: Text, other: Text): boolean {
  for (let element = node.parentElement; element && !element.contains(other); element = element.parentElement) {
    const { display } = getComputedStyle(element);
    if (display !== 'inline' && display !== 'contents') return true;
  }
  return false;
}
