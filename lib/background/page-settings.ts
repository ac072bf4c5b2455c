import { browser } from 'wxt/browser';
import { type PageSettings, toPage } from '../messages';
import { isOnFor } from '../model/sites';
import { loadSettings, watchSettings } from '../settings';

/** What a frame of this host has to know of the settings. */
export async function settingsFor(host: string): Promise<PageSettings> {
  const { categories, style, uncertain, described, openDelay, closeGrace, sites } = await loadSettings();
  return { isOn: isOnFor(sites, host), categories, style, uncertain, described, openDelay, closeGrace };
}

/** Tells every open page when the reader has changed something. */
export function tellPagesOfChanges(): void {
  watchSettings(() => void tellAll().catch(() => undefined));
}

async function tellAll(): Promise<void> {
  const tabs = await browser.tabs.query({});
  await Promise.allSettled(
    // All frames of a tab at once. A tab without our script, or asleep, has nobody to tell.
    tabs.flatMap(({ id, discarded }) =>
      id === undefined || discarded ? [] : toPage(id, undefined, 'settingsChanged', {}),
    ),
  );
}
