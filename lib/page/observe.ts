import { localNameOf, nodeTypeOf } from './dom-access';
import type { FlowRegistry } from './flow-registry';
import { isUnread, ownerOf, roleOf } from './roles';

/** What a batch of changes on the page means for the flows. */
export interface PageChange {
  /** Flows that are void from now on; their highlights are wrong already. */
  voided: number[];
  /** Roots whose flows have to be read (again). */
  toRead: Node[];
}

/** Attributes that decide whether text is prose at all. Others change no text and are not watched. */
const TELLING_ATTRIBUTES = ['contenteditable'];
/** From so many changes within one element on, it is looked through as a whole. */
const MANY = 100;

/**
 * Watches a document and its open shadow roots, and says which flows a change voids. Only the runs next
 * to a change are read again, however large the page. What is void is asked of the registry: an element may be
 * laid out otherwise now than when it was read.
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

  #interpret(records: readonly MutationRecord[]): PageChange {
    const toRead = new Set<Node>();
    const left = new Set<Element>();
    const counts = new Map<Node, number>();
    for (const record of records) {
      const { target, type } = record;
      const count = counts.get(target) ?? 0;
      counts.set(target, count + 1);
      if (type === 'attributes') left.add(target as Element);
      if (type === 'childList') {
        for (const node of record.removedNodes) if (nodeTypeOf(node) === Node.ELEMENT_NODE) left.add(node as Element);
        if (count < MANY && this.#isApart(record)) {
          for (const node of record.addedNodes) if (nodeTypeOf(node) === Node.ELEMENT_NODE) toRead.add(node);
          continue;
        }
      }
      // Once more tells nothing new of the same place; its whole run is read again.
      if (count > MANY) continue;
      toRead.add(ownerOf(target));
      const ownerThen = this.#registry.ownerAround(target);
      if (ownerThen) toRead.add(ownerThen);
    }
    const voided = left.size ? this.#registry.forgetTrees([...left]) : [];
    for (const root of toRead) voided.push(...this.#registry.forget(root));
    return { voided, toRead: [...toRead].filter((root) => root.isConnected && !isUnread(root)) };
  }

  /** Blocks that came or went among other blocks: no run of text beside them is touched. */
  #isApart({ addedNodes, removedNodes, previousSibling, nextSibling }: MutationRecord): boolean {
    if (!isBlock(previousSibling) || !isBlock(nextSibling)) return false;
    for (const node of addedNodes) if (!isBlock(node)) return false;
    for (const node of removedNodes) if (!this.#wasBlock(node)) return false;
    return true;
  }

  /** Off the page nothing has a style to tell whether an element of the page's own was a block. */
  #wasBlock(node: Node): boolean {
    if (!isBlock(node)) return false;
    const isOwnMaking = nodeTypeOf(node) === Node.ELEMENT_NODE && localNameOf(node as Element).includes('-');
    return !isOwnMaking || this.#registry.reading(node) !== undefined;
  }
}

function isBlock(node: Node | null): boolean {
  if (!node || nodeTypeOf(node) === Node.COMMENT_NODE) return true;
  if (nodeTypeOf(node) === Node.TEXT_NODE) return !/\S/.test((node as Text).data);
  return nodeTypeOf(node) === Node.ELEMENT_NODE && roleOf(node as Element) === 'block';
}
