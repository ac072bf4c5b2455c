import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { mountCard } from '../lib/card/mount';
import { offerCard } from '../lib/content/card-slot';
import { CARD_CSS } from '../lib/ui/card-css';

/** Put into a frame on the first rest of its reader's pointer; offers the card to the content script. */
export default defineUnlistedScript(() => {
  offerCard((ports) => mountCard(CARD_CSS, ports));
});
