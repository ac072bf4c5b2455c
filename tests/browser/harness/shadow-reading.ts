import type { Rect } from './driver.ts';

/** Runs in the browser. Text as a reader sees it: what is not shown, and style sheets, are left out. */
export function renderedText(root: ShadowRoot): string {
  if (!root.host.checkVisibility()) return '';
  const lines: string[] = [];
  for (const node of root.childNodes) {
    if (node.nodeType === 3) lines.push((node as Text).data.trim());
    const element = node as HTMLElement;
    if (node.nodeType !== 1 || getComputedStyle(element).display === 'none') continue;
    lines.push((element.innerText ?? element.textContent ?? '').trim());
  }
  return lines.filter((line) => line !== '').join('\n');
}

/** Runs in the browser. */
export function innerRect(root: ShadowRoot, selector: string): Rect | null {
  const element = root.querySelector(selector);
  if (element === null) return null;
  const { x, y, width, height } = element.getBoundingClientRect();
  return { x, y, width, height };
}
