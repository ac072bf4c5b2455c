import { nodeTypeOf } from './dom-access';
import { type FlowRegistry, isUnread, ownerOf, roleOf } from './text-flow';

/** What a batch of changes on the page means for the flows. */
export interface PageChange {
  /** Flows that are void from now on; their highlights are wrong already. */
  voided: number[];
  /** Roots whose flows have to be read (again). */
  toRead: Node[];
}

/** Attributes that decide whether text is prose at all. Others change no text and are not watched. */
const TELLING_ATTRIBUTES = ['contenteditable'];

/**
 * Watches a document and its open shadow roots, and says which flows a change voids. Only the runs next
 * to a change are read again, however large the page. What is void is asked of the registry, node by node:
 * an element may be laid out otherwise now than when it was read.
 */
export class PageObserver {
  readonly #registry: FlowRegistry;
  readonly #observer: MutationObserver;
  readonly #options: MutationObserverInit = {
    subtree: true,
    childList: true,
    characterData: true,
    attributeFilter: TELLING_ATTRIBUTES,
  };

  constructor(registry: FlowRegistry, onChange: (change: PageChange) => void) {
    this.#registry = registry;
    this.#observer = new MutationObserver((records) => onChange(this.#interpret(records)));
  }

  watch(root: Node): void {
    this.#observer.observe(root, this.#options);
  }

  stop(): void {
    this.#observer.disconnect();
  }

  #interpret(records: MutationRecord[]): PageChange {
    const voided: number[] = [];
    const toRead = new Set<Node>();
    for (const record of records) {
      for (const node of record.removedNodes) this.#take(node, voided, toRead);
      if (record.type === 'attributes') this.#take(record.target, voided, toRead);
      if (record.type === 'characterData') this.#voidFlowOf(record.target as Text, voided, toRead);
      if (
        record.type === 'childList' &&
        isApart([...record.addedNodes, ...record.removedNodes], record.previousSibling, record.nextSibling)
      ) {
        for (const node of record.addedNodes) if (nodeTypeOf(node) === Node.ELEMENT_NODE) toRead.add(node);
        continue;
      }
      toRead.add(ownerOf(record.target));
    }
    for (const root of toRead) voided.push(...this.#registry.forget(root));
    return { voided, toRead: [...toRead].filter((root) => root.isConnected && !isUnread(root)) };
  }

  /** Everything read below a node is void; runs that it was a part of are read again. */
  #take(node: Node, voided: number[], toRead: Set<Node>): void {
    if (nodeTypeOf(node) === Node.TEXT_NODE) {
      this.#voidFlowOf(node as Text, voided, toRead);
      return;
    }
    if (nodeTypeOf(node) !== Node.ELEMENT_NODE) return;
    voided.push(...this.#registry.forgetTree(node));
    const texts = document.createTreeWalker(node, NodeFilter.SHOW_TEXT);
    for (let text = texts.nextNode(); text; text = texts.nextNode()) this.#voidFlowOf(text as Text, voided, toRead);
  }

  #voidFlowOf(text: Text, voided: number[], toRead: Set<Node>): void {
    const owner = this.#registry.flowOf(text)?.owner;
    if (!owner) return;
    voided.push(...this.#registry.forget(owner));
    toRead.add(owner);
  }
}

/** Blocks that came or went among other blocks: no run of text beside them is touched. */
function isApart(nodes: Node[], previous: Node | null, next: Node | null): boolean {
  return nodes.every(isBlock) && isBlock(previous) && isBlock(next);
}

function isBlock(node: Node | null): boolean {
  if (!node || nodeTypeOf(node) === Node.COMMENT_NODE) return true;
  if (nodeTypeOf(node) === Node.TEXT_NODE) return !/\S/.test((node as Text).data);
  return nodeTypeOf(node) === Node.ELEMENT_NODE && roleOf(node as Element) === 'block';
}
