/**
 * Reading the tree on pages that shadow its properties: `<input name="nextSibling">` makes the form's
 * `nextSibling` that input (DOM clobbering), by accident or malice, and a walk would never end. The getters of
 * the prototypes can't be shadowed.
 */
export const firstElementOf = getter<Element, Element | null>(Element.prototype, 'firstElementChild');
export const parentOf = getter<Node, Node | null>(Node.prototype, 'parentNode');
export const nodeTypeOf = getter<Node, number>(Node.prototype, 'nodeType');
export const textOf = getter<Node, string>(Node.prototype, 'textContent');
export const localNameOf = getter<Element, string>(Element.prototype, 'localName');
export const shadowRootOf = getter<Element, ShadowRoot | null>(Element.prototype, 'shadowRoot');

const { getAttribute, getElementsByTagName, querySelector } = Element.prototype;

export function attributeOf(element: Element, name: string): string | null {
  return getAttribute.call(element, name);
}

export function hasWithin(element: Element, selector: string): boolean {
  return querySelector.call(element, selector) !== null;
}

/** How many elements lie below one. */
export function sizeOf(element: Element): number {
  return getElementsByTagName.call(element, '*').length;
}

function getter<Target, Value>(prototype: object, name: string): (target: Target) => Value {
  const { get } = Object.getOwnPropertyDescriptor(prototype, name)!;
  return (target) => get!.call(target) as Value;
}
