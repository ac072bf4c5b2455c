import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { PageGuest } from '../lib/content/guest';
import { loadSettings, watchSettings } from '../lib/settings';
import { watchDataset } from '../lib/store/pointer';

/**
 * The script in every page and frame. Declared in the manifest by hand and not as WXT's content script: its
 * context posts messages that pages see and can answer (docs/adr/0008).
 */
export default defineUnlistedScript(async () => {
  const guest = new PageGuest();
  watchSettings((settings) => guest.apply(settings));
  watchDataset(() => guest.readAnew());
  guest.apply(await loadSettings());
});
