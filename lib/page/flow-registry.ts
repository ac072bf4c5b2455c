import { parentOf, shadowRootOf, sizeOf } from './dom-access';

/** A run of text that a reader sees as one line of prose, across inline elements: where it lies, not its text. */
export interface TextFlow {
  id: number;
  /** The block (or shadow root, or document) whose own run this is. */
  owner: Node;
  /** UTF-16 units. */
  length: number;
  /** Where in the owner it starts; with its first text node where undefined. */
  start: { node: Text; offset: number } | undefined;
  /** Offsets in the flow's text of the marks that set boxed words apart, as the layout was when it was read. */
  boxed: number[] | undefined;
}

/** The own runs of one block, in the order in which they were read. */
export type Reading = TextFlow[];

/** The flows of one page: what has been read so far, and what of it still holds. */
export class FlowRegistry {
  readonly #readings = new Map<Node, Reading>();
  readonly #flows = new Map<number, TextFlow>();
  #lastId = 0;

  /** Marks a block's own runs as read, or being read. */
  begin(owner: Node): Reading {
    const reading: Reading = [];
    this.#readings.set(owner, reading);
    return reading;
  }

  /** The block's own runs, if they have been read and nothing has made them void since. */
  reading(owner: Node): Reading | undefined {
    return this.#readings.get(owner);
  }

  /** The reading of the nearest block around a node, or of the node itself; empty where none was read. */
  readingAround(node: Node | null): Reading {
    const owner = this.ownerAround(node);
    return (owner && this.#readings.get(owner)) ?? [];
  }

  ownerAround(node: Node | null): Node | undefined {
    for (let at = node; at; at = parentOf(at)) if (this.#readings.has(at)) return at;
    return undefined;
  }

  add(
    reading: Reading,
    owner: Node,
    length: number,
    start: TextFlow['start'] | undefined,
    boxed: number[] | undefined,
  ): TextFlow {
    const flow: TextFlow = { id: ++this.#lastId, owner, length, start, boxed };
    reading.push(flow);
    this.#flows.set(flow.id, flow);
    return flow;
  }

  flow(id: number): TextFlow | undefined {
    return this.#flows.get(id);
  }

  owners(): Node[] {
    return [...this.#readings.keys()];
  }

  /** Forgets a block's own runs and returns their flow ids. */
  forget(owner: Node): number[] {
    const reading = this.#readings.get(owner);
    if (!reading) return [];
    this.#readings.delete(owner);
    for (const { id } of reading) this.#flows.delete(id);
    return reading.map(({ id }) => id);
  }

  /** Forgets everything in and below nodes that have left their place. Costs what the smaller way costs. */
  forgetTrees(roots: readonly Element[]): number[] {
    const gone = roots.filter((root) => !root.isConnected);
    const moved = roots.filter((root) => root.isConnected);
    let size = 0;
    for (const root of gone) size += 1 + sizeOf(root);
    if (size <= this.#readings.size) return roots.flatMap((root) => this.#forgetTree(root));
    const lost = this.owners().filter((owner) => !owner.isConnected);
    return [...lost.flatMap((owner) => this.forget(owner)), ...moved.flatMap((root) => this.#forgetTree(root))];
  }

  #forgetTree(root: Element | ShadowRoot): number[] {
    const ids = this.forget(root);
    const own = root instanceof Element ? shadowRootOf(root) : null;
    if (own) ids.push(...this.#forgetTree(own));
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_ELEMENT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      ids.push(...this.forget(node));
      const shadow = shadowRootOf(node as Element);
      if (shadow) ids.push(...this.#forgetTree(shadow));
    }
    return ids;
  }
}
