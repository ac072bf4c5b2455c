/**
 * What a designer would call broken, said in a line each: a page that scrolls sideways, words that are cut off, lie
 * outside the window or on other words, and targets that are too small and too close (WCAG 2.5.8). Sent to the
 * browser as its source, so it stands alone. `root` is a document's, or the card's shadow root.
 */
export function layoutFaults(root: Document | ShadowRoot): string[] {
  const faults: string[] = [];
  const LEAST_TARGET = 24;
  const SLACK = 2;
  const scope = root instanceof Document ? root.body : root;
  const isHidden = (element: Element) =>
    element.closest('.visually-hidden, [hidden], details:not([open]) > :not(summary)') !== null ||
    !element.checkVisibility({ opacityProperty: true, visibilityProperty: true });
  const name = (element: Element) => {
    const text = (element.getAttribute('aria-label') ?? element.textContent ?? '').replace(/\s+/g, ' ').trim();
    return `${element.localName}.${element.getAttribute('class') ?? ''} “${text.slice(0, 40)}”`;
  };
  const ancestors = (element: Element): Element[] => {
    const chain: Element[] = [];
    for (let at: Element | null = element; at; at = at.parentElement) chain.push(at);
    return chain;
  };
  /** What of a box is not cut away by those around it; `undefined` where nothing is left to see. */
  const visible = (element: Element, box: DOMRect): DOMRect | undefined => {
    let [left, top, right, bottom] = [box.left, box.top, box.right, box.bottom];
    for (const one of ancestors(element)) {
      const { overflowX, overflowY } = getComputedStyle(one);
      if (overflowX === 'visible' && overflowY === 'visible') continue;
      if (one === document.body || one === document.documentElement) continue;
      const frame = one.getBoundingClientRect();
      [left, right] = [Math.max(left, frame.left), Math.min(right, frame.right)];
      [top, bottom] = [Math.max(top, frame.top), Math.min(bottom, frame.bottom)];
    }
    return right - left > 1 && bottom - top > 1 ? new DOMRect(left, top, right - left, bottom - top) : undefined;
  };

  if (root instanceof Document && root.documentElement.scrollWidth > innerWidth)
    faults.push(`scrolls sideways: ${root.documentElement.scrollWidth} px in ${innerWidth}`);

  const words: { element: Element; box: DOMRect }[] = [];
  const walker = document.createTreeWalker(scope, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const element = node.parentElement;
    if (!element || !node.textContent?.trim() || isHidden(element) || element.closest('style, script, svg, option'))
      continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    for (const whole of range.getClientRects()) {
      const box = visible(element, whole);
      if (box) words.push({ element, box });
    }
    const style = getComputedStyle(element);
    const isCut = style.overflowX !== 'visible' && element.scrollWidth > element.clientWidth + 1;
    if (isCut && style.textOverflow !== 'ellipsis' && !/auto|scroll/.test(style.overflowX))
      faults.push(`cut off: ${name(element)}`);
  }

  for (const { element, box } of words) {
    if (box.left < -1 || box.right > innerWidth + 1) faults.push(`outside the window: ${name(element)}`);
  }

  /** What an element floats in, above the flow around it: menus, sticky heads. */
  const layerOf = (element: Element) =>
    ancestors(element).find((one) => /absolute|fixed|sticky/.test(getComputedStyle(one).position));
  const shown = words
    .filter(({ box }) => box.bottom > 0 && box.top < innerHeight)
    .map((word) => ({ ...word, layer: layerOf(word.element), chain: new Set(ancestors(word.element)) }));
  shown.forEach((a, i) => {
    for (const b of shown.slice(i + 1)) {
      if (a.element === b.element || a.layer !== b.layer || a.chain.has(b.element) || b.chain.has(a.element)) continue;
      const wide = Math.min(a.box.right, b.box.right) - Math.max(a.box.left, b.box.left);
      const high = Math.min(a.box.bottom, b.box.bottom) - Math.max(a.box.top, b.box.top);
      // Lines of type overlap by their leading, words do not.
      if (wide > SLACK && high > Math.min(a.box.height, b.box.height) / 2)
        faults.push(`on one another: ${name(a.element)} and ${name(b.element)}`);
    }
  });

  const targets = [...scope.querySelectorAll('button, summary, select, input, a[href], [role="button"]')]
    .filter((element) => !isHidden(element) && !(element as HTMLButtonElement).disabled)
    .flatMap((element) => {
      const whole = (element.closest('label') ?? element).getBoundingClientRect();
      const box = visible(element, whole);
      // Half scrolled away, a target is as large as it will be when it is back.
      const isWhole = box && box.width > whole.width - 1 && box.height > whole.height - 1;
      return isWhole && box.bottom > 0 && box.top < innerHeight ? [{ element, box, layer: layerOf(element) }] : [];
    });
  const isInline = (element: Element) =>
    getComputedStyle(element).display === 'inline' || element.classList.contains('inline');
  for (const { element, box, layer } of targets) {
    if (isInline(element) || (box.width >= LEAST_TARGET - 0.5 && box.height >= LEAST_TARGET - 0.5)) continue;
    const [x, y] = [box.left + box.width / 2, box.top + box.height / 2];
    const close = targets.find((other) => {
      if (other.element === element || other.layer !== layer || isInline(other.element)) return false;
      const dx = Math.max(other.box.left - x, 0, x - other.box.right);
      const dy = Math.max(other.box.top - y, 0, y - other.box.bottom);
      return Math.hypot(dx, dy) < LEAST_TARGET / 2;
    });
    if (close) faults.push(`small and close: ${name(element)} to ${name(close.element)}`);
  }
  return [...new Set(faults)];
}
