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
      const shadow = (node as Element).shadowRoot;
      if (shadow) ids.push(...this.forgetTree(shadow));
    }
    return ids;
  }

  get owners(): Iterable<Node> {
    return this.#byOwner.keys();
  }
}

/**
 * Reads the flows below `root` in document order; blocks that the registry knows are passed over, so the
 * same call serves a first read, a mended block and new content. A generator, so that the caller may
 * stop between flows. `onShadowRoot` is told of every open shadow root met, to be read and observed.
 */
export function* readFlows(
  root: Node,
  registry: FlowRegistry,
  onShadowRoot: (root: ShadowRoot) => void,
): Generator<TextFlow> {
  const builder = new FlowBuilder();
  const owners: Node[] = [root];
  registry.markWalked(root);
  const finished = (): TextFlow | undefined => {
    const flow = builder.finish(owners.at(-1)!);
    if (flow) registry.add(flow);
    return flow;
  };
  let node: Node | null = root.firstChild;
  while (node) {
    let inside = false;
    if (node.nodeType === Node.TEXT_NODE) {
      builder.addText(node as Text);
    } else if (node.nodeType === Node.ELEMENT_NODE) {
      const element = node as Element;
      const role = roleOf(element);
      if (element.shadowRoot) onShadowRoot(element.shadowRoot);
      if (role === 'block') {
        const flow = finished();
        if (flow) yield flow;
        inside = !registry.hasWalked(element);
        if (inside) {
          owners.push(element);
          registry.markWalked(element);
          if (!element.firstChild) owners.pop();
        }
      } else if (role === 'break') builder.addMark('\n');
      else if (role === 'skip') builder.addMark(EDGE);
      else {
        if (role === 'edge') builder.addMark(EDGE);
        inside = true;
      }
    }
    if (inside && node.firstChild) {
      node = node.firstChild;
      continue;
    }
    while (node && node !== root && !node.nextSibling) {
      node = node.parentNode;
      if (!node || node === root) break;
      if (node === owners.at(-1)) {
        const flow = finished();
        if (flow) yield flow;
        owners.pop();
      } else if (roleOf(node as Element) === 'edge') builder.addMark(EDGE);
    }
    node = !node || node === root ? null : node.nextSibling;
  }
  const last = finished();
  if (last) yield last;
}

/** The block, shadow root or document node whose own runs a node belongs to. */
export function ownerOf(node: Node): Node {
  let at: Node = node;
  while (!(at.nodeType === Node.ELEMENT_NODE && roleOf(at as Element) === 'block')) {
    const parent: Node | null = at.parentNode;
    if (!parent) return at;
    at = parent;
  }
  return at;
}

/** Whether a node lies in something that is never read: code, a form field, an editor. */
export function isUnread(node: Node): boolean {
  for (let at: Node | null = node; at; at = at.parentNode) {
    if (at.nodeType === Node.ELEMENT_NODE && roleOf(at as Element) === 'skip') return true;
  }
  return false;
}

export function roleOf(element: Element): ProseRole {
  const role = proseRole(element.localName);
  if (role === 'skip') return isPlainTextBody(element) ? 'block' : 'skip';
  if (isEditor(element)) return 'skip';
  return element.localName.includes('-') && getComputedStyle(element).display === 'inline' ? 'inline' : role;
}

function isEditor(element: Element): boolean {
  const editable = element.getAttribute('contenteditable');
  return editable !== null && editable.toLowerCase() !== 'false';
}

/** Browsers show a text file as one `<pre>`. */
function isPlainTextBody(element: Element): boolean {
  return element.localName === 'pre' && element.ownerDocument.contentType === 'text/plain';
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
