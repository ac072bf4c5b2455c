import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { PageGuest } from '../lib/content/guest';
import { isOnlyCopy } from '../lib/content/only-copy';

/**
 * The script in every page and frame. Declared in the manifest by hand and not as WXT's content script: its
 * context posts messages that pages see and can answer (docs/adr/0008).
 */
export default defineUnlistedScript(() => {
  if (isOnlyCopy()) new PageGuest().arrive();
});
