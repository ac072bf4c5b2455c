import { defineContentScript } from 'wxt/utils/define-content-script';
import { PageGuest } from '../lib/content/guest';
import { loadSettings, watchSettings } from '../lib/settings';

export default defineContentScript({
  matches: ['<all_urls>'],
  allFrames: true,
  matchAboutBlank: true,
  runAt: 'document_idle',
  async main(context) {
    const guest = new PageGuest();
    context.onInvalidated(() => guest.leave());
    context.onInvalidated(watchSettings((settings) => guest.apply(settings)));
    context.addEventListener(window, 'wxt:locationchange', () => guest.startOver());
    guest.apply(await loadSettings());
  },
});
