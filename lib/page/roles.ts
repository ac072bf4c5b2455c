import { attributeOf, localNameOf, nodeTypeOf, parentOf } from './dom-access';
import { type ProseRole, proseRole } from './prose';

/** What an element is to its reader. Style is asked only of custom elements, whose name tells nothing. */
export function roleOf(element: Element): ProseRole {
  const name = localNameOf(element);
  const role = proseRole(name);
  if (role === 'skip') return isPlainTextBody(element) ? 'block' : 'skip';
  if (isEditor(element)) return 'skip';
  return name.includes('-') && getComputedStyle(element).display === 'inline' ? 'inline' : role;
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

function isEditor(element: Element): boolean {
  const editable = attributeOf(element, 'contenteditable');
  return editable !== null && editable.toLowerCase() !== 'false';
}

/** Browsers show a text file as one `<pre>`. */
function isPlainTextBody(element: Element): boolean {
  return localNameOf(element) === 'pre' && element.ownerDocument.contentType === 'text/plain';
}
