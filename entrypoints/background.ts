import { defineBackground } from 'wxt/utils/define-background';
import { attendMessages } from '../lib/background/attend';
import { showBadge } from '../lib/background/badge';
import { closeStorageToPages } from '../lib/background/closed-storage';
import { Documents } from '../lib/background/documents';
import { obeyCommands } from '../lib/background/doors/commands';
import { offerContextMenu } from '../lib/background/doors/context-menu';
import { offerOmnibox } from '../lib/background/doors/omnibox';
import { welcomeNewcomers } from '../lib/background/doors/welcome';
import { enterOpenPages } from '../lib/background/open-pages';
import { tellPagesOfChanges } from '../lib/background/page-settings';
import { Summaries } from '../lib/background/summaries';
import { watchSettings } from '../lib/settings';

export default defineBackground(() => {
  const summaries = new Summaries();
  void closeStorageToPages();
  summaries.onChange((tab) => showBadge(tab, summaries));
  attendMessages(summaries, new Documents());
  tellPagesOfChanges();
  watchSettings(() => void summaries.tabs().then((tabs) => Promise.all(tabs.map((tab) => showBadge(tab, summaries)))));
  obeyCommands(summaries);
  offerContextMenu();
  offerOmnibox();
  welcomeNewcomers();
  void enterOpenPages();
});
