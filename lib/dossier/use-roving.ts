import { useEffect, useRef } from 'preact/hooks';

/**
 * One stop of the Tab key for many buttons: arrow keys move between those that match, in the order in which
 * they lie from start to end, Home and End to the ends.
 */
export function useRoving(selector: string) {
  const root = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const buttons = inOrder(root.current, selector);
    if (buttons.length && !buttons.some((button) => button.tabIndex === 0)) buttons[0]!.tabIndex = 0;
  });
  const onKeyDown = (event: KeyboardEvent) => {
    const buttons = inOrder(root.current, selector);
    const at = buttons.indexOf(document.activeElement as HTMLElement);
    if (at < 0) return;
    const to = {
      ArrowRight: at + 1,
      ArrowDown: at + 1,
      ArrowLeft: at - 1,
      ArrowUp: at - 1,
      Home: 0,
      End: buttons.length - 1,
    }[event.key];
    const next = to === undefined ? undefined : buttons[to];
    if (!next) return;
    event.preventDefault();
    buttons[at]!.tabIndex = -1;
    next.tabIndex = 0;
    next.focus();
  };
  return { ref: root, onKeyDown };
}

function inOrder(root: HTMLElement | null, selector: string): HTMLElement[] {
  return [...(root?.querySelectorAll<HTMLElement>(selector) ?? [])].sort((a, b) => a.offsetLeft - b.offsetLeft);
}
