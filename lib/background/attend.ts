import { browser } from 'wxt/browser';
import { answer, type ToBackground } from '../messages';
import { backgroundAnswers } from './answers';
import { behindBorder } from './border/border';
import { RULES } from './border/rules';
import { Turnstile } from './border/turnstile';
import type { Documents } from './documents';
import type { FeedAnswers } from './feeds/answers';
import { forgetOpened } from './open-dossier';
import type { Summaries } from './summaries';

/** Answers messages, all of them behind the border, and forgets what was known of a tab when it is closed. */
export function attendMessages(
  summaries: Summaries,
  documents: Documents,
  feeds: FeedAnswers,
  turnstile = new Turnstile(),
): void {
  const own = browser.runtime.getURL('').replace(/\/$/, '');
  const answers = { ...backgroundAnswers(summaries, documents), ...feeds };
  answer<ToBackground>(behindBorder(answers, RULES, turnstile, own));
  browser.tabs.onRemoved.addListener((tab) => {
    void summaries.forget(tab).catch(() => undefined);
    documents.forget(tab);
    turnstile.forget(tab);
    forgetOpened(tab);
  });
}
