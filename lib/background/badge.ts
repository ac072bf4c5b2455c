import { browser } from 'wxt/browser';
import { loadSettings } from '../settings';
import type { Summaries } from './summaries';

const INK = '#14181d';

/** Shows on the toolbar icon how many different names the tab's pages hold; nothing for none. */
export async function showBadge(tab: number, summaries: Summaries): Promise<void> {
  try {
    const { badge, categories } = await loadSettings();
    const names = new Set<string>();
    for (const report of Object.values(await summaries.of(tab))) {
      for (const { kind, entities } of report.mentions) if (categories[kind]) names.add(entities.join(' '));
    }
    const text = badge && names.size ? (names.size > 99 ? '99+' : String(names.size)) : '';
    await browser.action.setBadgeText({ tabId: tab, text });
    if (text) await browser.action.setBadgeBackgroundColor({ tabId: tab, color: INK });
  } catch {
    // The tab has been closed since, or the browser is closing.
  }
}
