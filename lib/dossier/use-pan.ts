import type { RefObject } from 'preact';
import { useEffect, useRef } from 'preact/hooks';

/** Wheel steps are of many sizes; this many px of turning halve or double what is shown. */
const WHEEL = 300;
/** A pointer that has moved less was a click, px. */
const CLICK = 4;

/**
 * Dragging moves along the axis, and the wheel zooms while Ctrl or ⌘ is held (a pinch on a trackpad comes as
 * that); without it the page scrolls, as everywhere.
 *
 * @param pan by a part of what is shown; positive is later.
 * @param zoom by a factor, around a share of the width.
 */
export function usePan(
  element: RefObject<HTMLElement | null>,
  pan: (part: number) => void,
  zoom: (factor: number, share: number) => void,
): void {
  const latest = useRef({ pan, zoom });
  latest.current = { pan, zoom };
  useEffect(() => {
    const { current } = element;
    if (!current) return;
    const listening = new AbortController();
    const { signal } = listening;
    let last: number | undefined;
    let travelled = 0;
    current.addEventListener(
      'pointerdown',
      (event) => {
        if (event.button !== 0 || event.pointerType === 'touch') return;
        last = event.clientX;
        travelled = 0;
      },
      { signal },
    );
    addEventListener(
      'pointermove',
      (event) => {
        if (last === undefined) return;
        const step = event.clientX - last;
        travelled += Math.abs(step);
        last = event.clientX;
        if (travelled > CLICK) latest.current.pan((runsLeft(current) ? step : -step) / current.clientWidth);
      },
      { signal },
    );
    addEventListener(
      'pointerup',
      () => {
        last = undefined;
      },
      { signal },
    );
    current.addEventListener(
      'wheel',
      (event) => {
        if (!event.ctrlKey && !event.metaKey) return;
        event.preventDefault();
        const { left, width } = current.getBoundingClientRect();
        const share = (event.clientX - left) / width;
        latest.current.zoom(2 ** (event.deltaY / WHEEL), runsLeft(current) ? 1 - share : share);
      },
      { signal, passive: false },
    );
    return () => listening.abort();
  }, [element]);
}

/** Whether later lies to the left. */
function runsLeft(element: HTMLElement): boolean {
  return getComputedStyle(element).direction === 'rtl';
}
