import { localNameOf, nodeTypeOf, shadowRootOf } from './dom-access';
import type { FlowRegistry, TextFlow } from './flow-registry';
import { type Run, walkOwnRuns } from './own-runs';
import { plainTextOf } from './plain-block';
import { isUnread } from './roles';

/** What a reader of flows is told on the way. */
export interface FlowVisitor {
  /** An open shadow root, to be read and observed by itself. */
  onShadowRoot(root: ShadowRoot): void;
  /** An element of the page's own making that has no open shadow root, or not yet. */
  onCustomElement(element: Element): void;
  /** Flows given before that are void, since the page moved the text while it was being read. */
  onVoid(flows: number[]): void;
}

/** A flow and its text, which is not kept: reading it again gives it again. */
export interface ReadFlow {
  flow: TextFlow;
  text: string;
}

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
  /** Whether the page may have put pending blocks elsewhere: into an editor, say. */
  #mayHaveMoved = false;

  constructor(registry: FlowRegistry, visitor: FlowVisitor) {
    this.#registry = registry;
    this.#visitor = visitor;
  }

  get isDone(): boolean {
    return !this.#pending.length;
  }

  /** Has a node and what lies below it read before all else. */
  add(root: Node): void {
    this.#pending.push(root);
  }

  /** The page has changed: what is to be read may no longer be prose. */
  distrust(): void {
    this.#mayHaveMoved = this.#pending.length > 0;
  }

  /** Reads what there is to read. Gives nothing where it only gives way: the caller may pause at each step. */
  *read(): Generator<ReadFlow | undefined> {
    for (let owner = this.#pending.pop(); owner; owner = this.#pending.pop()) {
      if (!this.#isToRead(owner)) continue;
      const element = nodeTypeOf(owner) === Node.ELEMENT_NODE ? (owner as Element) : undefined;
      if (element) this.#lookInto(element);
      const text = element && plainTextOf(element);
      if (text === undefined) yield* this.#walk(owner);
      else {
        const reading = this.#registry.begin(owner);
        if (VISIBLE.test(text)) yield { flow: this.#registry.add(reading, { owner, length: text.length }), text };
      }
    }
    this.#mayHaveMoved = false;
  }

  #isToRead(owner: Node): boolean {
    if (!owner.isConnected || this.#registry.reading(owner)) return false;
    return !this.#mayHaveMoved || !isUnread(owner);
  }

  *#walk(owner: Node): Generator<ReadFlow | undefined> {
    const reading = this.#registry.begin(owner);
    const runs: Run[] = [];
    const blocks: Element[] = [];
    const walk = walkOwnRuns(owner, {
      onRun: (run) => runs.push(run),
      onBlock: (block) => blocks.push(block),
      onElement: (element) => this.#lookInto(element),
    });
    for (let step = walk.next(); ; step = walk.next()) {
      for (const { text, ...run } of runs.splice(0)) {
        // A page that changed in the pause before has voided the reading: whoever did so has it read again.
        if (this.#registry.reading(owner) !== reading) return;
        yield { flow: this.#registry.add(reading, { owner, ...run }), text };
      }
      if (step.done && step.value) break;
      if (!step.done) yield undefined;
      if (this.#registry.reading(owner) !== reading) return;
      if (step.done) {
        this.#visitor.onVoid(this.#registry.forget(owner));
        this.add(owner);
        return;
      }
    }
    for (const block of blocks.reverse()) this.add(block);
  }

  #lookInto(element: Element): void {
    const shadow = shadowRootOf(element);
    if (shadow) this.#visitor.onShadowRoot(shadow);
    else if (localNameOf(element).includes('-')) this.#visitor.onCustomElement(element);
  }
}
