import { type DefaultTreeAdapterTypes, parse } from 'parse5';
import { type ProseRole, proseRole } from '../page/prose';
import { FlowText } from './flow-text';
import type { FlowRange } from './text-document';

type Element = DefaultTreeAdapterTypes.Element;
type ChildNode = DefaultTreeAdapterTypes.ChildNode;

/** An element that is being read, and how far. */
interface Visit {
  children: readonly ChildNode[];
  next: number;
  role: ProseRole;
}

/**
 * The prose of an HTML page, cut into flows as the extension's page walker cuts it (`lib/page/text-flow.ts`).
 * What depends on style sheets is not known here: custom elements count as blocks, and no inline element
 * as a box. Never fails: like a browser, the parser makes a page of anything.
 */
export function htmlText(html: string): { text: string; flows: FlowRange[] } {
  const text = new FlowText();
  // A stack of its own: pages nest deeper than the call stack.
  const visits: Visit[] = [{ children: parse(html).childNodes, next: 0, role: 'block' }];
  for (let visit = visits.at(-1); visit; visit = visits.at(-1)) {
    const node = visit.children[visit.next++];
    if (!node) {
      mark(visit.role, text);
      visits.pop();
    } else if (node.nodeName === '#text' && 'value' in node) {
      text.addText(node.value);
    } else if ('tagName' in node) {
      const role = roleOf(node);
      mark(role, text);
      if (isRead(node, role)) visits.push({ children: node.childNodes, next: 0, role });
    }
  }
  return text.finish();
}

function mark(role: ProseRole, text: FlowText): void {
  if (role === 'block') text.endFlow();
  else if (role === 'break') text.addBreak();
  else if (role !== 'inline') text.addEdge();
}

function isRead(element: Element, role: ProseRole): boolean {
  return role !== 'skip' && role !== 'break' && !isHidden(element);
}

function roleOf(element: Element): ProseRole {
  const role = proseRole(element.tagName);
  if (role === 'skip') return role;
  if (isHidden(element)) return role === 'block' ? 'block' : 'skip';
  return isEditor(element) ? 'skip' : role;
}

function isEditor(element: Element): boolean {
  const editable = attribute(element, 'contenteditable');
  return editable !== undefined && editable.toLowerCase() !== 'false';
}

function isHidden(element: Element): boolean {
  return attribute(element, 'hidden') !== undefined;
}

function attribute(element: Element, name: string): string | undefined {
  return element.attrs.find((attr) => attr.name === name)?.value;
}
