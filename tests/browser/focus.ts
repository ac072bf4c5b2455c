import { CARD_HOST } from './extension.ts';
import type { PageUnderTest } from './harness/driver.ts';
import { poll } from './harness/poll.ts';

/** Presses of Tab after which a reader would have given up. */
const PATIENCE = 80;

/**
 * Presses Tab until the focus is on what `selector` names. Throws where it never gets there, and where a stop on the
 * way is not to be seen: without an outline, or outside the window.
 */
export async function tabTo(page: PageUnderTest, selector: string): Promise<void> {
  for (let press = 0; press < PATIENCE; press++) {
    await page.press('Tab');
    const stop = await page.evaluate(stopInPage, selector);
    if (stop.fault) throw new Error(stop.fault);
    if (stop.isWanted) return;
  }
  throw new Error(`Tab does not lead to ${selector}.`);
}

/** The same in the open card. */
export async function tabToInCard(page: PageUnderTest, selector: string): Promise<void> {
  for (let press = 0; press < PATIENCE; press++) {
    await page.press('Tab');
    if (
      await page.evaluateInShadow(CARD_HOST, (root, wanted) => root.activeElement?.matches(wanted) ?? false, selector)
    )
      return;
  }
  throw new Error(`Tab does not lead to ${selector} in the card.`);
}

/** Waits until the focus is on the card's name, as when it was opened by keys. */
export function focusOnName(page: PageUnderTest): Promise<unknown> {
  return poll(
    async () => (await page.evaluateInShadow(CARD_HOST, (root) => root.activeElement?.id ?? '')) === 'card-name',
    { what: 'the focus on the name in the card' },
  );
}

/** What the card has told screen readers. */
export function announced(page: PageUnderTest): Promise<string> {
  return poll(
    async () =>
      page.evaluateInShadow(
        CARD_HOST,
        (root) => root.querySelector('.visually-hidden[role=status]')?.textContent ?? '',
      ),
    { what: 'an announcement of the card' },
  ) as Promise<string>;
}

function stopInPage(wanted: string): { isWanted: boolean; fault: string } {
  const stop = document.activeElement;
  if (!stop || stop === document.body) return { isWanted: false, fault: '' };
  const { top, bottom, left, right } = stop.getBoundingClientRect();
  const isInWindow = bottom > 0 && right > 0 && top < innerHeight && left < innerWidth;
  const { outlineStyle, outlineWidth } = getComputedStyle(stop);
  const name = `${stop.localName}.${stop.getAttribute('class') ?? ''} “${(stop.textContent ?? '').trim().slice(0, 30)}”`;
  const fault = !isInWindow
    ? `The focus is outside the window: ${name}`
    : outlineStyle === 'none' || outlineWidth === '0px'
      ? `The focus cannot be seen: ${name}`
      : '';
  return { isWanted: stop.matches(wanted), fault };
}
