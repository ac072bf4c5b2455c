/** What keys do while the focus is in the card, a dialog that is not modal: nothing keeps the reader in it. */
export interface CardKeys {
  onEscape(): void;
  /** Tab past the last control, or Shift+Tab before the first. */
  onLeave(step: 1 | -1): void;
}

const CONTROLS = [
  'a[href]',
  'area[href]',
  'button',
  'input',
  'select',
  'textarea',
  'summary',
  'iframe',
  '[tabindex]',
  '[contenteditable]',
  'audio[controls]',
  'video[controls]',
].join();

/** Listens in the card's root. No key pressed in the card goes on to the page and its own shortcuts. */
export function keepKeys(root: HTMLElement, keys: CardKeys): void {
  root.addEventListener('keydown', (event) => {
    event.stopPropagation();
    const step =
      event.key === 'Tab' && !event.altKey && !event.ctrlKey && !event.metaKey ? (event.shiftKey ? -1 : 1) : 0;
    const leaves = step !== 0 && event.target instanceof HTMLElement && !staysInside(root, event.target, step);
    if (event.key !== 'Escape' && !leaves) return;
    event.preventDefault();
    if (leaves) keys.onLeave(step);
    else keys.onEscape();
  });
  for (const type of ['keyup', 'keypress']) root.addEventListener(type, (event) => event.stopPropagation());
}

/** Whether there is another tab stop in the card after (before) an element of it. */
function staysInside(root: HTMLElement, from: HTMLElement, step: 1 | -1): boolean {
  return [...root.querySelectorAll<HTMLElement>(CONTROLS)].some((one) => isBeyond(one, from, step) && isTabStop(one));
}

/**
 * The tab stop of the page that follows (goes before) the words, as if the card stood in the text behind them. In the
 * modal dialog that holds the words, if there is one: all else is inert.
 */
export function tabStopBeside(words: Node, step: 1 | -1): HTMLElement | undefined {
  const element = words instanceof Element ? words : words.parentElement;
  const scope = element?.closest('dialog:modal') ?? words.getRootNode();
  if (!(scope instanceof Element || scope instanceof Document || scope instanceof ShadowRoot)) return undefined;
  const all = [...scope.querySelectorAll<HTMLElement>(CONTROLS)];
  const candidates = step > 0 ? all : all.reverse();
  return candidates.find((one) => isBeyond(one, words, step) && isTabStop(one));
}

/**
 * For a reader who closed the card with the focus nowhere in the page: browsers would begin at the top again. The next
 * key, if it is Tab, leads on from the words. Returns how to forget the place sooner.
 */
export function keepPlace(words: Node): () => void {
  const listening = new AbortController();
  const forget = () => listening.abort();
  const options = { capture: true, signal: listening.signal };
  const onKey = (event: KeyboardEvent) => {
    if (event.key === 'Shift') return;
    forget();
    const isPlain = event.key === 'Tab' && !event.altKey && !event.ctrlKey && !event.metaKey;
    if (!isPlain || !event.isTrusted || document.activeElement !== document.body) return;
    const stop = tabStopBeside(words, event.shiftKey ? -1 : 1);
    if (!stop) return;
    event.preventDefault();
    stop.focus();
  };
  document.addEventListener('keydown', onKey, options);
  for (const type of ['pointerdown', 'focusin']) document.addEventListener(type, forget, options);
  return forget;
}

function isBeyond(one: Node, from: Node, step: 1 | -1): boolean {
  const wanted = step > 0 ? Node.DOCUMENT_POSITION_FOLLOWING : Node.DOCUMENT_POSITION_PRECEDING;
  return (from.compareDocumentPosition(one) & wanted) !== 0;
}

function isTabStop(element: HTMLElement): boolean {
  return element.tabIndex >= 0 && !element.matches(':disabled') && !element.closest('[inert]') && isSeen(element);
}

function isSeen(element: HTMLElement): boolean {
  return element.checkVisibility({ visibilityProperty: true }) && element.getClientRects().length > 0;
}
