import { browser } from 'wxt/browser';
import { type PageSettings, toPage } from '../messages';
import { isOnFor } from '../model/sites';
import { loadSettings, watchSettings } from '../settings';

/** What a frame of this host has to know of the settings: no list of sites, and not whom the reader has muted. */
export async function settingsFor(host: string): Promise<PageSettings> {
  const { sites, categories, style, uncertain, described, mentions, openDelay, closeGrace } = await loadSettings();
  const isOn = isOnFor(sites, host);
  return { isOn, categories, style, uncertain, described, mentions, openDelay, closeGrace };
}

/**
 * Tells every open page when the reader has changed something.
 *
 * @param onMuted called first where others are muted than before: what pages ask now is answered by the new list.
 */
export function tellPagesOfSettings(onMuted: () => void): void {
  watchSettings((settings, before) => {
    tellPages('settingsChanged');
    if (before?.muted.join() === settings.muted.join()) return;
    onMuted();
    tellPages('answersChanged');
  });
}

type News = 'settingsChanged' | 'answersChanged' | 'datasetChanged';

/** Tells every open page; nobody waits for it. */
export function tellPages(what: News): void {
  void tellAll(what).catch(() => undefined);
}

async function tellAll(what: News): Promise<void> {
  const tabs = await browser.tabs.query({});
  await Promise.allSettled(
    // All frames of a tab at once. A tab without our script, or asleep, has nobody to tell.
    tabs.flatMap(({ id, discarded }) => (id === undefined || discarded ? [] : toPage(id, undefined, what, {}))),
  );
}
