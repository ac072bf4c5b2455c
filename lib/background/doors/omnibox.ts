import { browser } from 'wxt/browser';
import { i18n } from '#i18n';
import { addressFor, nameSearch } from './look-up';
import { description } from './suggestion';

const MOST_SUGGESTIONS = 6;

/** The keyword of the address bar (the manifest's `omnibox`): names as they are typed, Enter opens the dossier. */
export function offerOmnibox(): void {
  browser.omnibox.setDefaultSuggestion({ description: i18n.t('doors.omnibox') });
  browser.omnibox.onInputChanged.addListener((text, suggest) => {
    void nameSearch().then((search) => {
      const hits = search.find(text).hits.slice(0, MOST_SUGGESTIONS);
      suggest(hits.map((hit) => ({ content: hit.entry.id, description: description(hit) })));
    });
  });
  browser.omnibox.onInputEntered.addListener((text, disposition) => {
    void addressFor(text).then((address) => {
      const url = browser.runtime.getURL(address as '/dossier.html');
      if (disposition === 'currentTab') return browser.tabs.update({ url });
      return browser.tabs.create({ url, active: disposition === 'newForegroundTab' });
    });
  });
}
