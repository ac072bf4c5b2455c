import { browser } from 'wxt/browser';
import { i18n } from '#i18n';
import { lookUp } from './look-up';

const LOOK_UP = 'look-up';

/** "Look up … in Attribution Lens" in the menu of selected text. */
export function offerContextMenu(): void {
  browser.runtime.onInstalled.addListener(() => void makeMenu());
  // The browser's language may have changed since; and Firefox forgets the menu of a temporary add-on.
  browser.runtime.onStartup.addListener(() => void makeMenu());
  browser.contextMenus.onClicked.addListener(({ menuItemId, selectionText }) => {
    if (menuItemId === LOOK_UP && selectionText) void lookUp(selectionText);
  });
}

async function makeMenu(): Promise<void> {
  await browser.contextMenus.removeAll();
  browser.contextMenus.create({ id: LOOK_UP, title: i18n.t('doors.lookUp'), contexts: ['selection'] });
}
