import { browser } from 'wxt/browser';
import { i18n } from '#i18n';
import { isHost } from '../model/sites';

/** Stands for the host of files, which have none. */
export const LOCAL_FILES = 'files';

/** The tab that the popup speaks of. */
export interface ReaderTab {
  id: number;
  /** Host for the site's switch; `''` where the browser keeps extensions out. */
  host: string;
}

/**
 * The active tab; or the one named in the address (`popup.html?tab=7`), when the popup's page is opened
 * by itself, as tests and screenshots do.
 */
export async function readerTab(): Promise<ReaderTab | undefined> {
  const named = new URLSearchParams(location.search).get('tab');
  const tab = named
    ? await browser.tabs.get(Number(named))
    : (await browser.tabs.query({ active: true, currentWindow: true }))[0];
  if (tab?.id === undefined) return undefined;
  return { id: tab.id, host: readableHost(tab.url) };
}

/** The tab's site as the reader knows it. */
export function siteName({ host }: ReaderTab): string {
  return host === LOCAL_FILES ? i18n.t('popup.localFiles') : host;
}

function readableHost(address: string | undefined): string {
  if (!address || !/^(https?|file):/.test(address)) return '';
  const { hostname, protocol } = new URL(address);
  return protocol === 'file:' ? LOCAL_FILES : isHost(hostname) ? hostname : '';
}
