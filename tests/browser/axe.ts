import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { CARD_HOST, type Reader } from './extension.ts';
import type { ColorScheme, PageUnderTest } from './harness/driver.ts';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

interface Violation {
  id: string;
  nodes: { target: string[]; failureSummary?: string }[];
}

/** Runs axe-core over the page and says each violation, of WCAG A and AA and of good practice, in a line. */
export async function axeViolations(page: PageUnderTest): Promise<string[]> {
  // One script, since Firefox gives each a scope of its own.
  const violations = (await page.evaluate(`(() => {
    ${AXE};
    return window.axe.run(document, { resultTypes: ['violations'] }).then(({ violations }) =>
      violations.map(({ id, nodes }) => ({ id, nodes: nodes.map(({ target, failureSummary }) => ({ target, failureSummary })) })));
  })()`)) as Violation[];
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')}: ${failureSummary?.replace(/\s+/g, ' ')}`),
  );
}

/**
 * The same for the open card. Its root is closed to axe as to the page, so its elements are looked at in a copy, in a
 * page of the extension with the same rules (`popup.html`).
 */
export async function cardViolations(
  page: PageUnderTest,
  own: PageUnderTest,
  reader: Reader,
  scheme: ColorScheme,
): Promise<string[]> {
  const card = await page.evaluateInShadow(CARD_HOST, (root) => root.innerHTML);
  if (!card) throw new Error('No card is open.');
  await own.goto(reader.browser.extensionUrl('popup.html'));
  await own.waitFor(() => document.querySelector('main') !== null);
  await own.emulateColorScheme(scheme);
  await own.evaluate((html: string) => {
    const copy = new DOMParser().parseFromString(html, 'text/html');
    document.body.replaceChildren(document.createElement('main'));
    document.querySelector('main')?.append(...copy.body.children);
    for (const themed of document.querySelectorAll<HTMLElement>('[data-theme]')) delete themed.dataset.theme;
  }, card);
  return axeViolations(own);
}
