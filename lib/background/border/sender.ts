import type { BrowserSender } from '../../messages';
import { readableHost } from '../../model/sites';

/** Where a message comes from, as far as the browser vouches for it. Nothing of it is taken from the message. */
export type Sender = FrameSender | OwnPageSender;

/** A frame of a page that the reader has open: our script in it, or whoever has got hold of the frame's process. */
export interface FrameSender {
  kind: 'frame';
  isExtensionPage: false;
  tab: number;
  frame: number;
  /** Host that site rules speak of; `''` for local files and sandboxed frames. */
  host: string;
  /** Whether the tab is the one that its window shows. */
  isInFront: boolean;
}

/** Popup, panel, options, dossier, first-run page. */
export interface OwnPageSender {
  kind: 'own page';
  isExtensionPage: true;
  host: '';
}

export type SenderKind = Sender['kind'];

/**
 * Tells a frame from a page of our own; `undefined` for what is neither. By `origin`, which the browser fills in:
 * `url` comes from the frame's process, and one that is compromised can say there what it likes.
 *
 * @param own origin of the extension's pages
 */
export function senderOf(sender: BrowserSender, own: string): Sender | undefined {
  const { origin, url = '', frameId, tab } = sender;
  // Pages of ours are in no frame of anybody's: none of them is web-accessible.
  if (origin === own) return frameId ? undefined : { kind: 'own page', isExtensionPage: true, host: '' };
  if (origin === undefined || url.startsWith(own)) return undefined;
  if (tab?.id === undefined || tab.id < 0 || frameId === undefined || frameId < 0) return undefined;
  return {
    kind: 'frame',
    isExtensionPage: false,
    tab: tab.id,
    frame: frameId,
    // `about:blank` and `srcdoc` have the origin of the page around; a sandboxed page has only its address.
    host: readableHost(origin) || readableHost(url),
    isInFront: tab.active === true,
  };
}
