import { expect } from 'vitest';
import { CARD_HOST, cardIsOpen, highlights, hover, placeOf, type Reader } from '../browser/extension.ts';
import type { PageUnderTest } from '../browser/harness/driver.ts';
import type { Answer } from '../browser/harness/site.ts';
import type { HostileCase } from './case.ts';

/** Opens a case's page, lets it do its worst, and checks that it works and that we came through. */
export async function runCase(one: HostileCase, reader: Reader, tab: PageUnderTest): Promise<void> {
  const pages = pagesOf(one);
  // A host for each: the history of one case is not another's.
  const host = `case-${Math.random().toString(36).slice(2)}.localhost`;
  reader.proxy.site(host, ({ url }) => asAnswer(pages[url.pathname]));
  await tab.mouseMove(1, 1);
  await tab.goto(`http://${host}/`);
  const timeoutMs = one.timeoutMs ?? 6_000;
  if (one.before) await marked(tab, one.before, timeoutMs);
  await one.act?.(tab);
  if (one.marked) await marked(tab, one.marked, timeoutMs);
  if (one.holds) await tab.waitFor(one.holds, { timeoutMs });
  if (one.card) await opensCard(tab, one.card);
  const errors = (await tab.consoleErrors()).filter((error) => !one.ownErrors?.test(error));
  if (errors.length) throw new Error(`Errors: ${errors.join(' | ')}`);
}

/** The card stands on the screen, above all else, beside the words, at its own size; Escape takes it away. */
async function opensCard(tab: PageUnderTest, words: string): Promise<void> {
  expect((await hover(tab, words)).length).toBeGreaterThan(40);
  const { x, y } = await placeOf(tab, words);
  await tab.waitFor(
    `(() => {
      const { left, top, width, height } = document.querySelector('${CARD_HOST}').getBoundingClientRect();
      const at = document.elementFromPoint(left + width / 2, top + Math.min(30, height / 2));
      const near = Math.max(left - ${x}, ${x} - left - width, top - ${y}, ${y} - top - height);
      return at?.localName === '${CARD_HOST}' && near < 60 && width > 300 && width < 480;
    })()`,
  );
  await tab.press('Escape');
  await tab.waitFor(`!document.querySelector('${CARD_HOST}')`);
  expect(await cardIsOpen(tab)).toBe(false);
}

async function marked(tab: PageUnderTest, wanted: readonly string[], timeoutMs: number): Promise<void> {
  const end = Date.now() + timeoutMs;
  for (;;) {
    const found = await highlights(tab).then(
      (byName) =>
        Object.values(byName ?? {})
          .flat()
          .sort(),
      (error: unknown) => [String(error)], // A document that is being replaced can't be asked.
    );
    if (JSON.stringify(found) === JSON.stringify(wanted)) return;
    if (Date.now() > end) throw new Error(`marked ${JSON.stringify(found)}, wanted ${JSON.stringify(wanted)}`);
    await new Promise((resolve) => setTimeout(resolve, 30));
  }
}

function pagesOf({ page }: HostileCase): Record<string, string | Answer> {
  const isMap = typeof page === 'object' && Object.keys(page).every((key) => key.startsWith('/'));
  return isMap ? (page as Record<string, string | Answer>) : { '/': page as string | Answer };
}

function asAnswer(page: string | Answer | undefined): Answer | undefined {
  return typeof page === 'string' ? { headers: { 'content-type': 'text/html; charset=utf-8' }, body: page } : page;
}
