import { browser } from 'wxt/browser';
import { type PageSettings, toPage } from '../messages';
import { isOnFor } from '../model/sites';
import { loadSettings, watchSettings } from '../settings';

/** What a frame of this host has to know of the settings. */
export async function settingsFor(host: string): Promise<PageSettings> {
  const { sites, categories, style, uncertain, described, mentions, muted, openDelay, closeGrace } =
    await loadSettings();
  const isOn = isOnFor(sites, host);
  return { isOn, categories, style, uncertain, described, mentions, muted, openDelay, closeGrace };
}

/** Tells every open page when the reader has changed something. */
export function tellPagesOfSettings(): void {
  watchSettings(() => tellPages('settingsChanged'));
}

/** Tells every open page; nobody waits for it. */
export function tellPages(what: 'settingsChanged' | 'datasetChanged'): void {
  void tellAll(what).catch(() => undefined);
}

async function tellAll(what: 'settingsChanged' | 'datasetChanged'): Promise<void> {
  const tabs = await browser.tabs.query({});
  await Promise.allSettled(
    // All frames of a tab at once. A tab without our script, or asleep, has nobody to tell.
    tabs.flatMap(({ id, discarded }) => (id === undefined || discarded ? [] : toPage(id, undefined, what, {}))),
  );
}
