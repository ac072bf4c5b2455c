import type { PageUnderTest } from '../harness/driver.ts';

/** What a page is to its reader and to its own scripts. */
export interface Snapshot {
  /** The whole tree, open shadow roots included. */
  dom: string;
  /** Boxes of elements all over the page: `x,y,width,height` in CSS pixels. */
  boxes: string[];
  /** Console errors, uncaught errors and breaches of policy, content scripts included. */
  errors: string[];
}

/** Elements whose boxes are compared. */
const SAMPLE = 500;

export async function snapshotOf(page: PageUnderTest): Promise<Snapshot> {
  const { dom, boxes } = await page.evaluate((most: number) => {
    const roots: ShadowRoot[] = [];
    const collect = (root: Document | ShadowRoot) => {
      for (const element of root.querySelectorAll('*')) {
        if (!element.shadowRoot) continue;
        roots.push(element.shadowRoot);
        collect(element.shadowRoot);
      }
    };
    collect(document);
    const elements = [...document.querySelectorAll('*')];
    const step = Math.max(1, Math.floor(elements.length / most));
    const sampled = elements.filter((_, i) => i % step === 0);
    return {
      dom: [document.documentElement.outerHTML, ...roots.map((root) => root.innerHTML)].join('\n'),
      boxes: sampled.map((element) => {
        const { x, y, width, height } = element.getBoundingClientRect();
        return [x, y, width, height].map((length) => length.toFixed(2)).join(',');
      }),
    };
  }, SAMPLE);
  // Each load has an address of its own.
  const errors = (await page.consoleErrors()).map((error) => error.replace(/page-[\d.e-]+/g, 'page'));
  return { dom, boxes, errors: errors.sort() };
}

/** What differs, in words; nothing where all is the same. */
export function differences(without: Snapshot, withUs: Snapshot): string[] {
  const found: string[] = [];
  if (without.dom !== withUs.dom) found.push(`DOM at ${firstDifference(without.dom, withUs.dom)}`);
  const moved = without.boxes.filter((box, i) => box !== withUs.boxes[i]).length;
  if (moved || without.boxes.length !== withUs.boxes.length) found.push(`layout: ${moved} boxes`);
  for (const error of withUs.errors) if (!without.errors.includes(error)) found.push(`console: ${error.slice(0, 100)}`);
  return found;
}

function firstDifference(a: string, b: string): string {
  let at = 0;
  while (at < a.length && a[at] === b[at]) at++;
  return `${at}: ${JSON.stringify(a.slice(at, at + 50))} / ${JSON.stringify(b.slice(at, at + 50))}`;
}
