import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { PageUnderTest } from './harness/driver.ts';

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
