import { localNameOf, nodeTypeOf, shadowRootOf } from './dom-access';
import type { FlowRegistry, Reading, TextFlow } from './flow-registry';
import { walkOwnRuns } from './own-runs';
import { plainTextOf } from './plain-block';
import { isUnread } from './roles';

/** What a reader of flows is told on the way. */
export interface FlowVisitor {
  /** A flow and its text, which is not kept: `textOfFlow` gives it again. */
  onFlow(flow: TextFlow, text: string): void;
  /** An open shadow root, to be read and observed by itself. */
  onShadowRoot(root: ShadowRoot): void;
  /** An element of the page's own making that has no open shadow root, or not yet. */
  onCustomElement(element: Element): void;
  /** Flows given before that are void, since the page moved the text while it was being read. */
  onVoid(flows: number[]): void;
}

/** Blocks read in one step. A step is short, yet long enough that stepping itself costs nothing. */
const STRIDE = 8;
const VISIBLE = /\S/;

/**
 * Reads flows block by block: first a block's own runs, then the blocks in it, in document order. Blocks that the
 * registry knows are passed over, so the same way serves a first read, a mended block and new content.
 */
export class FlowReader {
  readonly #registry: FlowRegistry;
  readonly #visitor: FlowVisitor;
  /** Blocks to read; the last comes first. */
  readonly #pending: Node[] = [];
  /** A block whose runs are being walked through, between two steps. */
  #walk: Walk | undefined;
  /** Whether the page may have put pending blocks elsewhere: into an editor, say. */
  #mayHaveMoved = false;

  constructor(registry: FlowRegistry, visitor: FlowVisitor) {
    this.#registry = registry;
    this.#visitor = visitor;
  }

  get isDone(): boolean {
    return !this.#walk && !this.#pending.length;
  }

  /** Has a node and what lies below it read before all else. */
  add(root: Node): void {
    this.#pending.push(root);
  }

  /** The page has changed: what is to be read may no longer be prose. */
  distrust(): void {
    this.#mayHaveMoved = this.#pending.length > 0;
  }

  /** Reads a little further. The caller may pause between two steps. */
  step(): void {
    if (this.#walk) this.#walkOn(this.#walk);
    for (let i = 0; i < STRIDE && !this.#walk; i++) {
      const owner = this.#pending.pop();
      if (!owner) break;
      if (owner.isConnected && !this.#registry.reading(owner) && !(this.#mayHaveMoved && isUnread(owner)))
        this.#read(owner);
    }
    if (!this.#pending.length) this.#mayHaveMoved = false;
  }

  #read(owner: Node): void {
    if (nodeTypeOf(owner) === Node.ELEMENT_NODE) {
      this.#lookInto(owner as Element);
      const text = plainTextOf(owner as Element);
      if (text !== undefined) {
        const reading = this.#registry.begin(owner);
        if (VISIBLE.test(text))
          this.#visitor.onFlow(this.#registry.add(reading, owner, text.length, undefined, undefined), text);
        return;
      }
    }
    const reading = this.#registry.begin(owner);
    const blocks: Element[] = [];
    const steps = walkOwnRuns(owner, {
      onRun: (text, start, boxed) =>
        this.#visitor.onFlow(this.#registry.add(reading, owner, text.length, start, boxed), text),
      onBlock: (block) => blocks.push(block),
      onElement: (element) => this.#lookInto(element),
    });
    this.#walk = { owner, reading, blocks, steps };
    this.#walkOn(this.#walk);
  }

  #walkOn(walk: Walk): void {
    const { owner, reading, blocks, steps } = walk;
    const isCurrent = this.#registry.reading(owner) === reading;
    const { done, value: isWhole } = isCurrent ? steps.next() : { done: true, value: true };
    if (!done) return;
    this.#walk = undefined;
    // A page that changed in the pause has voided the reading: whoever noticed has it read again.
    if (!isCurrent) return;
    if (isWhole) {
      for (let i = blocks.length - 1; i >= 0; i--) this.#pending.push(blocks[i]!);
      return;
    }
    this.#visitor.onVoid(this.#registry.forget(owner));
    this.add(owner);
  }

  #lookInto(element: Element): void {
    const shadow = shadowRootOf(element);
    if (shadow) this.#visitor.onShadowRoot(shadow);
    else if (localNameOf(element).includes('-')) this.#visitor.onCustomElement(element);
  }
}

interface Walk {
  owner: Node;
  reading: Reading;
  blocks: Element[];
  steps: Generator<void, boolean>;
}
