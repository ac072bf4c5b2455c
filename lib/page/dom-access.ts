/**
 * Reading the tree on pages that shadow its properties: `<input name="nextSibling">` makes the form's
 * `nextSibling` that input (DOM clobbering), by accident or malice, and a walk would never end. The getters of
 * the prototypes can't be shadowed.
 */
export const firstChildOf = getter<Node, Node | null>(Node.prototype, 'firstChild');
export const nextSiblingOf = getter<Node, Node | null>(Node.prototype, 'nextSibling');
export const parentOf = getter<Node, Node | null>(Node.prototype, 'parentNode');
export const nodeTypeOf = getter<Node, number>(Node.prototype, 'nodeType');
export const localNameOf = getter<Element, string>(Element.prototype, 'localName');
export const shadowRootOf = getter<Element, ShadowRoot | null>(Element.prototype, 'shadowRoot');

const { getAttribute } = Element.prototype;

export function attributeOf(element: Element, name: string): string | null {
  return getAttribute.call(element, name);
}

function getter<Target, Value>(prototype: object, name: string): (target: Target) => Value {
  const { get } = Object.getOwnPropertyDescriptor(prototype, name)!;
  return (target) => get!.call(target) as Value;
}
