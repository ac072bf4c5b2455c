import { type FlowRegistry, isUnread, ownerOf, roleOf } from './text-flow';

/** What a batch of changes on the page means for the flows. */
export interface PageChange {
  /** Flows that are void from now on; their highlights are wrong already. */
  voided: number[];
  /** Roots whose flows have to be read (again). */
  toRead: Node[];
}

/**
 * Watches a document and its open shadow roots, and says which flows a change voids. Only the runs next
 * to a change are read again, however large the page. Attributes are not watched: they change no text.
 */
export class PageObserver {
  readonly #registry: FlowRegistry;
  readonly #observer: MutationObserver;
  readonly #options: MutationObserverInit = { subtree: true, childList: true, characterData: true };

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
    for (const { type, target, addedNodes, removedNodes, previousSibling, nextSibling } of records) {
      for (const node of removedNodes)
        if (node.nodeType === Node.ELEMENT_NODE) voided.push(...this.#registry.forgetTree(node));
      if (type === 'childList' && isApart([...addedNodes, ...removedNodes], previousSibling, nextSibling)) {
        for (const node of addedNodes) if (node.nodeType === Node.ELEMENT_NODE) toRead.add(node);
        continue;
      }
      toRead.add(ownerOf(target));
    }
    const roots = [...toRead].filter((root) => root.isConnected && !isUnread(root));
    for (const root of roots) voided.push(...this.#registry.forget(root));
    return { voided, toRead: roots };
  }
}

/** Blocks that came or went among other blocks: no run of text beside them is touched. */
function isApart(nodes: Node[], previous: Node | null, next: Node | null): boolean {
  return nodes.every(isBlock) && isBlock(previous) && isBlock(next);
}

function isBlock(node: Node | null): boolean {
  if (!node || node.nodeType === Node.COMMENT_NODE) return true;
  if (node.nodeType === Node.TEXT_NODE) return !/\S/.test((node as Text).data);
  return node.nodeType === Node.ELEMENT_NODE && roleOf(node as Element) === 'block';
}
