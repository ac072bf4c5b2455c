import { browser } from 'wxt/browser';
import { i18n } from '#i18n';
import { readableHost } from '../model/sites';

/** Stands for the host of files, which have none. */
export const LOCAL_FILES = 'files';

/** The tab that the popup speaks of. */
export interface ReaderTab {
  id: number;
  /** Host for the site's switch; `''` where the browser keeps extensions out. */
  host: string;
}

/** Tells which tab the reader has in front; returns how to stop. */
export type TabWatch = (onTab: (tab: ReaderTab | undefined) => void) => () => void;

/** For the popup, which closes when the reader turns elsewhere: the active tab, once. */
export const tabOnce: TabWatch = (onTab) => {
  let isWanted = true;
  void readerTab().then((tab) => isWanted && onTab(tab));
  return () => {
    isWanted = false;
  };
};

/** For the side panel, which stays: the active tab of its window, and where it goes. */
export const tabInFront: TabWatch = (onTab) => {
  const stop = tabOnce(onTab);
  const follow = () => void readerTab().then(onTab);
  const followAddress = (_: number, change: { url?: string; status?: string }) => {
    if (change.url || change.status === 'complete') follow();
  };
  browser.tabs.onActivated.addListener(follow);
  browser.tabs.onUpdated.addListener(followAddress);
  return () => {
    stop();
    browser.tabs.onActivated.removeListener(follow);
    browser.tabs.onUpdated.removeListener(followAddress);
  };
};

/**
 * The active tab; or the one named in the address (`popup.html?tab=7`), when the popup's page is opened
 * by itself, as tests and screenshots do.
 */
async function readerTab(): Promise<ReaderTab | undefined> {
  const named = new URLSearchParams(location.search).get('tab');
  const tab = named
    ? await browser.tabs.get(Number(named))
    : (await browser.tabs.query({ active: true, currentWindow: true }))[0];
  if (tab?.id === undefined) return undefined;
  return { id: tab.id, host: tab.url?.startsWith('file:') ? LOCAL_FILES : readableHost(tab.url) };
}

/** The tab's site as the reader knows it. */
export function siteName({ host }: ReaderTab): string {
  return host === LOCAL_FILES ? i18n.t('popup.localFiles') : host;
}
