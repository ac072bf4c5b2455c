import { browser } from 'wxt/browser';
import type { Sender } from './border/sender';
import { datasetInUse } from './feeds/browser-ports';

/** Rest between two tabs that one tab's card may open, ms: readers are slower, scripts are not. */
const REST = 1_000;

const lastOpened = new Map<number, number>();

/**
 * Shows an entity's dossier in a tab of its own. From a card only while the reader has its tab before them, which
 * ends by it; so a page's process that sends this by itself can do it once.
 */
export async function openDossier(id: string, sender: Sender): Promise<void> {
  const { records } = await datasetInUse.open();
  if (!records.label(id) || (sender.kind === 'frame' && !mayOpen(sender.tab, sender.isInFront))) return;
  await browser.tabs.create({ url: browser.runtime.getURL(`/dossier.html#${id}`) });
}

function mayOpen(tab: number, isInFront: boolean): boolean {
  const now = Date.now();
  if (!isInFront || now - (lastOpened.get(tab) ?? Number.NEGATIVE_INFINITY) < REST) return false;
  lastOpened.set(tab, now);
  return true;
}

export function forgetOpened(tab: number): void {
  lastOpened.delete(tab);
}
