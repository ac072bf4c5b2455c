import { browser } from 'wxt/browser';
import { isOnFor, readableHost, switchSite } from '../../model/sites';
import { changeSettings } from '../../settings';
import { goToMention } from '../go-to';
import type { Summaries } from '../summaries';

/** What the keyboard commands of the manifest do. The browser itself opens the popup. */
export function obeyCommands(summaries: Summaries): void {
  const deeds: Readonly<Record<string, () => Promise<unknown>>> = {
    'next-mention': () => goToMention(summaries, { step: 1, open: true }),
    'previous-mention': () => goToMention(summaries, { step: -1, open: true }),
    'toggle-site': toggleSite,
  };
  browser.commands.onCommand.addListener((command) => void deeds[command]?.());
}

/** Switches the site of the tab in front on or off; what the popup's switch does. */
async function toggleSite(): Promise<void> {
  const [tab] = await browser.tabs.query({ active: true, lastFocusedWindow: true });
  const host = readableHost(tab?.url);
  if (!host) return;
  await changeSettings((settings) => ({
    ...settings,
    sites: switchSite(settings.sites, host, !isOnFor(settings.sites, host)),
  }));
}
