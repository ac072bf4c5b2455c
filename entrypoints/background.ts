import { defineBackground } from 'wxt/utils/define-background';
import { attendMessages } from '../lib/background/attend';
import { showBadge } from '../lib/background/badge';
import { closeStorageToPages } from '../lib/background/closed-storage';
import { Documents } from '../lib/background/documents';
import { obeyCommands } from '../lib/background/doors/commands';
import { offerContextMenu } from '../lib/background/doors/context-menu';
import { offerOmnibox } from '../lib/background/doors/omnibox';
import { welcomeNewcomers } from '../lib/background/doors/welcome';
import { FeedAlarm } from '../lib/background/feeds/alarm';
import { feedAnswers } from '../lib/background/feeds/answers';
import { browserPorts, datasetInUse, storage } from '../lib/background/feeds/browser-ports';
import { FeedWork } from '../lib/background/feeds/feed-work';
import { enterOpenPages } from '../lib/background/open-pages';
import { tellPages, tellPagesOfSettings } from '../lib/background/page-settings';
import { Summaries } from '../lib/background/summaries';
import { loadSettings, watchSettings } from '../lib/settings';
import { watchDataset } from '../lib/store/pointer';

export default defineBackground(() => {
  void closeStorageToPages();
  const summaries = new Summaries();
  summaries.onChange((tab) => showBadge(tab, summaries));
  const documents = new Documents(
    () => datasetInUse.open(),
    async () => (await loadSettings()).muted,
  );
  const feeds = new FeedWork(browserPorts());
  const alarm = new FeedAlarm(storage, feeds);
  datasetInUse.onSwitch(() => documents.forgetAll());
  datasetInUse.onUnreadable(() => void feeds.rebuild());
  alarm.listen();
  attendMessages(summaries, documents, feedAnswers(feeds, alarm));
  tellPagesOfSettings(() => documents.forgetMuted());
  watchDataset(() => tellPages('datasetChanged'));
  watchSettings(() => void summaries.tabs().then((tabs) => Promise.all(tabs.map((tab) => showBadge(tab, summaries)))));
  obeyCommands(summaries);
  offerContextMenu();
  offerOmnibox();
  welcomeNewcomers();
  void enterOpenPages();
});
