import { browser } from 'wxt/browser';
import { defineBackground } from 'wxt/utils/define-background';
import { backgroundAnswers } from '../lib/background/answers';
import { showBadge } from '../lib/background/badge';
import { Documents } from '../lib/background/documents';
import { FeedAlarm } from '../lib/background/feeds/alarm';
import { feedAnswers } from '../lib/background/feeds/answers';
import { browserPorts, datasetInUse, storage } from '../lib/background/feeds/browser-ports';
import { FeedWork } from '../lib/background/feeds/feed-work';
import { goToMention } from '../lib/background/go-to';
import { Summaries } from '../lib/background/summaries';
import { answer, type ToBackground } from '../lib/messages';
import { watchSettings } from '../lib/settings';

export default defineBackground(() => {
  const summaries = new Summaries();
  summaries.onChange((tab) => void showBadge(tab, summaries));
  const documents = new Documents(() => datasetInUse.open());
  const feeds = new FeedWork(browserPorts());
  const alarm = new FeedAlarm(storage, feeds);
  datasetInUse.onSwitch(() => documents.forgetAll());
  datasetInUse.onUnreadable(() => void feeds.rebuild());
  alarm.listen();
  answer<ToBackground>({ ...backgroundAnswers(summaries, documents), ...feedAnswers(feeds, alarm) });
  watchSettings(() => void summaries.tabs().then((tabs) => Promise.all(tabs.map((tab) => showBadge(tab, summaries)))));
  browser.tabs.onRemoved.addListener((tab) => void summaries.forget(tab));
  browser.commands.onCommand.addListener((command) => {
    if (command === 'next-mention') void goToMention(summaries, { step: 1, open: true });
    if (command === 'previous-mention') void goToMention(summaries, { step: -1, open: true });
  });
});
