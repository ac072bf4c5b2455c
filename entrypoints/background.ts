import { browser } from 'wxt/browser';
import { defineBackground } from 'wxt/utils/define-background';
import { backgroundAnswers } from '../lib/background/answers';
import { showBadge } from '../lib/background/badge';
import { obeyCommands } from '../lib/background/doors/commands';
import { offerContextMenu } from '../lib/background/doors/context-menu';
import { offerOmnibox } from '../lib/background/doors/omnibox';
import { welcomeNewcomers } from '../lib/background/doors/welcome';
import { Summaries } from '../lib/background/summaries';
import { answer, type ToBackground } from '../lib/messages';
import { watchSettings } from '../lib/settings';

export default defineBackground(() => {
  const summaries = new Summaries();
  summaries.onChange((tab) => void showBadge(tab, summaries));
  answer<ToBackground>(backgroundAnswers(summaries));
  watchSettings(() => void summaries.tabs().then((tabs) => Promise.all(tabs.map((tab) => showBadge(tab, summaries)))));
  browser.tabs.onRemoved.addListener((tab) => void summaries.forget(tab));
  obeyCommands(summaries);
  offerContextMenu();
  offerOmnibox();
  welcomeNewcomers();
});
