import { browser } from 'wxt/browser';
import { defineBackground } from 'wxt/utils/define-background';
import { backgroundAnswers } from '../lib/background/answers';
import { showBadge } from '../lib/background/badge';
import { goToMention } from '../lib/background/go-to';
import { Summaries } from '../lib/background/summaries';
import { answer, type ToBackground } from '../lib/messages';
import { watchSettings } from '../lib/settings';

export default defineBackground(() => {
  const summaries = new Summaries();
  summaries.onChange((tab) => void showBadge(tab, summaries));
  answer<ToBackground>(backgroundAnswers(summaries));
  watchSettings(() => void summaries.tabs().then((tabs) => Promise.all(tabs.map((tab) => showBadge(tab, summaries)))));
  browser.tabs.onRemoved.addListener((tab) => void summaries.forget(tab));
  browser.commands.onCommand.addListener((command) => {
    if (command === 'next-mention') void goToMention(summaries, { step: 1, open: true });
    if (command === 'previous-mention') void goToMention(summaries, { step: -1, open: true });
  });
});
