/** A form's fields can shadow its properties (`<input name="parentNode">`); the prototype's getter they can't. */
const parentOf = Object.getOwnPropertyDescriptor(Node.prototype, 'parentNode')!.get! as (this: Node) => Node | null;

const { querySelector } = Element.prototype;

/**
 * Where the card goes: outside an open modal dialog everything is inert, so it goes into the one around its words,
 * which may lie in a shadow root, or into the topmost.
 */
export function containerFor(words: Element): Element {
  for (let at: Node | null = words; at; at = flatParentOf(at))
    if (at instanceof HTMLDialogElement && at.matches(':modal')) return at;
  const modal = [...document.querySelectorAll('dialog:modal')].at(-1);
  return modal ?? document.fullscreenElement ?? document.documentElement;
}

/**
 * The element by which the place of the card is reckoned: its words' own, or the page's root where the page has
 * shadowed what such a reckoning asks of the elements between.
 */
export function contextOf(words: Element): Element {
  for (let at: Node | null = words; at; at = flatParentOf(at))
    if (at instanceof HTMLFormElement && querySelector.call(at, '[name], [id]')) return document.documentElement;
  return words;
}

/** A page that zooms its root would scale the card and put it elsewhere. */
export function unzoom(host: HTMLElement): void {
  const { currentCSSZoom } = host as { currentCSSZoom?: number };
  if (currentCSSZoom && currentCSSZoom !== 1) host.style.setProperty('zoom', String(1 / currentCSSZoom), 'important');
}

/** The node around a node as it is shown: slots and the hosts of shadow roots included. */
function flatParentOf(node: Node): Node | null {
  if (node instanceof ShadowRoot) return node.host;
  return (node instanceof Element && !(node instanceof HTMLFormElement) && node.assignedSlot) || parentOf.call(node);
}
