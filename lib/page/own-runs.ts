import { nodeTypeOf } from './dom-access';
import type { TextFlow } from './flow-registry';
import { EDGE } from './prose';
import { roleOf } from './roles';

/** Text longer than this is cut, at a line's end or between two words; UTF-16 units. */
const LONGEST = 40_000;
/** Nodes after which the reading may be interrupted. */
const STRETCH = 64;

/** What a walk through a block's own runs meets on its way. */
export interface WalkVisitor {
  /** A run as it was read, or a piece of a very long one. */
  onRun(text: string, start: TextFlow['start'], boxed: TextFlow['boxed']): void;
  /** A block in the block: its text is a matter of its own. */
  onBlock(block: Element): void;
  /** Any other element. */
  onElement(element: Element): void;
}

/**
 * Walks through a block's own runs in document order, without its inner blocks. A generator, so that the caller may
 * pause and see whether the place still stands; it returns false where the page has taken the place away meanwhile.
 */
export function* walkOwnRuns(owner: Node, visitor: WalkVisitor): Generator<void, boolean> {
  const builder = new RunBuilder(visitor);
  const walker = walkerOf(owner);
  let count = 0;
  for (let node = walker.firstChild(); node; ) {
    let inside = false;
    if (nodeTypeOf(node) === Node.TEXT_NODE) builder.addText(node as Text);
    else {
      const element = node as Element;
      const role = roleOf(element);
      if (role !== 'block') visitor.onElement(element);
      if (role === 'block') {
        builder.finish();
        visitor.onBlock(element);
      } else if (role === 'break') builder.addMark('\n');
      else if (role === 'inline') inside = true;
      else {
        builder.addMark(EDGE);
        inside = role === 'edge';
      }
    }
    if (++count % STRETCH === 0) {
      yield;
      if (!owner.contains(node)) return false;
    }
    node = following(walker, owner, inside, () => builder.addMark(EDGE));
  }
  builder.finish();
  return true;
}

/** Elements and texts below a node. The walker is ours, so a page can't shadow what it is asked. */
export function walkerOf(root: Node): TreeWalker {
  return document.createTreeWalker(root, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
}

/** The next node in document order, inside the current one or behind it; `onEdge` is told of footnote marks left. */
export function following(walker: TreeWalker, root: Node, inside: boolean, onEdge: () => void): Node | null {
  const child = inside ? walker.firstChild() : null;
  if (child) return child;
  for (;;) {
    const next = walker.nextSibling();
    if (next) return next;
    const parent = walker.parentNode();
    if (!parent || parent === root) return null;
    if (roleOf(parent as Element) === 'edge') onEdge();
  }
}

const WORD = /[\p{L}\p{N}]/u;
const VISIBLE = /\S/;

class RunBuilder {
  readonly #visitor: WalkVisitor;
  #text = '';
  #start: { node: Text; offset: number } | undefined;
  #boxed: number[] | undefined;
  #last: { node: Text; from: number } | undefined;

  constructor(visitor: WalkVisitor) {
    this.#visitor = visitor;
  }

  addText(node: Text): void {
    const { data } = node;
    if (!data) return;
    if (this.#last && this.#gluesWords(this.#last.node, node, data)) {
      this.#boxed ??= [];
      this.#boxed.push(this.#text.length);
      this.#text += EDGE;
    }
    this.#start ??= { node, offset: 0 };
    this.#last = { node, from: this.#text.length };
    this.#text += data;
    while (this.#text.length > LONGEST) this.#cut(node);
  }

  addMark(mark: string): void {
    if (this.#text) this.#text += mark;
  }

  finish(): void {
    this.#give(this.#text);
    this.#text = '';
    this.#start = undefined;
    this.#boxed = undefined;
    this.#last = undefined;
  }

  /** Gives away the first part of a text that has become too long with `node`, and goes on behind it. */
  #cut(node: Text): void {
    const from = this.#last!.from;
    const line = this.#text.lastIndexOf('\n', LONGEST - 1);
    const word = this.#text.lastIndexOf(' ', LONGEST - 1);
    const end = line >= from ? line + 1 : word >= from ? word + 1 : Math.max(from, LONGEST);
    this.#give(this.#text.slice(0, end));
    const offset = this.#start!.node === node ? this.#start!.offset + end : end - from;
    this.#start = { node, offset };
    this.#boxed = undefined;
    this.#text = this.#text.slice(end);
    this.#last = { node, from: 0 };
  }

  #give(text: string): void {
    if (this.#start && VISIBLE.test(text)) this.#visitor.onRun(text, this.#start, this.#boxed);
  }

  /**
   * Two letters meet across a tag. Mostly that is one word ("Fan<b>cy</b>"), but inline tags laid out as
   * boxes ("<span class=badge>APT28</span><span class=badge>APT29") are seen apart. Only here is the
   * costly question after the layout asked.
   */
  #gluesWords(previous: Text, next: Text, data: string): boolean {
    const last = this.#text.at(-1);
    if (!last || !WORD.test(last) || !WORD.test(data[0]!)) return false;
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
