import { autoUpdate, computePosition, flip, hide, inline, offset, shift, size } from '@floating-ui/dom';
import { render } from 'preact';
import type { Mention, MentionNumber } from '../model/mention';
import type { EntityId } from '../model/record';
import type { EntityLabel, EntityView } from '../model/view';
import { Card, type CardSource } from '../ui/Card';
import { direction, language } from '../ui/language/language';
import { keepKeys, keepPlace, tabStopBeside } from './keys';
import { containerFor, contextOf, unzoom } from './surroundings';

/** What the card is opened for: a mention and where its words lie. */
export interface CardTarget {
  mention: Mention;
  written: string;
  /** Which mention of the page it is, for a reader who came by keyboard. */
  number?: MentionNumber;
  /**
   * The element around the words, the node that they begin in, and the rectangles that the card stands beside; these
   * are asked again on every scroll.
   */
  anchor: { element: Element; words: Node; rects: () => DOMRect[] };
}

export interface CardPorts {
  view(id: string): Promise<EntityView | null>;
  labels(ids: string[]): Promise<EntityLabel[]>;
  openDossier(id: string): void;
  mute(id: EntityId): void;
  /** The reader closed the card from inside, or its words scrolled away. */
  onClose(): void;
}

export interface MountedCard {
  show(target: CardTarget, options: { focus: boolean; theme: 'light' | 'dark' }): void;
  hide(): void;
  /** Whether an event came from the card. */
  holds(event: Event): boolean;
}

/** Name of the host element. The only thing the extension ever adds to a page, while a card is open. */
const HOST = 'attribution-lens-card';
const GAP = 7;
const MARGIN = 8;
/** Below this a card is no use; then it may cover its words. CSS px. */
const LEAST_HEIGHT = 180;
/** In a window lower than this, as at 400 % zoom, the card takes all of it. CSS px. */
const LOW_WINDOW = 400;
/** Where the card goes that does not fit below. Beside the words it fits only a wide window, CSS px. */
const NARROW = ['top-start'] as const;
const WIDE = ['top-start', 'right', 'left'] as const;
const SIDES_FROM = 640;

/**
 * Prepares a card for this frame. Its element is put into the page by `show` and taken away by `hide`.
 *
 * @param css the card's rules, lengths in px: a page's root font size must not scale the card.
 */
export function mountCard(css: string, ports: CardPorts): MountedCard {
  const host = document.createElement(HOST);
  const shadow = host.attachShadow({ mode: 'closed' });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  shadow.adoptedStyleSheets = [sheet];
  const root = document.createElement('div');
  // The card's own language, whatever the page's is.
  root.lang = language();
  root.dir = direction();
  shadow.append(root);
  let stopFollowing: (() => void) | undefined;
  let returnFocus: HTMLElement | null = null;
  let words: Node = document;
  let forgetPlace: (() => void) | undefined;
  keepKeys(root, {
    onEscape: ports.onClose,
    onLeave: (step) => {
      const stop = tabStopBeside(words, step);
      ports.onClose();
      stop?.focus();
    },
  });

  const close = () => {
    forgetPlace?.();
    stopFollowing?.();
    stopFollowing = undefined;
    if (host.isConnected) {
      const hadFocus = document.activeElement === host;
      render(null, root);
      host.remove();
      if (hadFocus && returnFocus) returnFocus.focus({ preventScroll: true });
      else if (hadFocus) forgetPlace = keepPlace(words);
    }
    returnFocus = null;
  };

  return {
    show({ mention, written, number, anchor }, { focus, theme }) {
      close();
      words = anchor.words;
      const { activeElement } = document;
      returnFocus = activeElement instanceof HTMLElement && activeElement !== document.body ? activeElement : null;
      harden(host);
      root.dataset.theme = theme;
      containerFor(anchor.element).append(host);
      unzoom(host);
      host.showPopover();
      const source: CardSource = {
        mention,
        written,
        number,
        view: ports.view,
        labels: ports.labels,
        openDossier: ports.openDossier,
        mute: ports.mute,
      };
      render(<Card source={source} takesFocus={focus} onClose={ports.onClose} />, root);
      const reference = {
        contextElement: contextOf(anchor.element),
        getBoundingClientRect: () => bounds(anchor.rects()),
        getClientRects: () => anchor.rects(),
      };
      stopFollowing = autoUpdate(reference, host, () => void place(reference, host, ports.onClose));
    },
    hide: close,
    holds: (event) => event.composedPath().includes(host),
  };
}

/** Page rules can't reach into the closed root; these keep them off the host itself. */
function harden(host: HTMLElement): void {
  host.setAttribute('popover', 'manual');
  const rules = {
    all: 'initial',
    position: 'fixed',
    inset: '0 auto auto 0',
    margin: '0',
    padding: '0',
    border: '0',
    background: 'transparent',
    overflow: 'visible',
    'z-index': '2147483647',
    display: 'block',
    zoom: '1',
  };
  for (const [property, value] of Object.entries(rules)) host.style.setProperty(property, value, 'important');
}

type Reference = { contextElement: Element; getBoundingClientRect: () => DOMRect; getClientRects: () => DOMRect[] };

async function place(reference: Reference, host: HTMLElement, onLost: () => void): Promise<void> {
  // Measured at its full height, the card goes where it fits whole; only then is it cut to the room there.
  host.style.removeProperty('--card-room');
  const least = innerHeight < LOW_WINDOW ? innerHeight - 2 * MARGIN : LEAST_HEIGHT;
  const { x, y, middlewareData } = await computePosition(reference, host, {
    strategy: 'fixed',
    placement: 'bottom-start',
    middleware: [
      inline(),
      offset(GAP),
      flip({ padding: MARGIN, fallbackPlacements: [...(innerWidth < SIDES_FROM ? NARROW : WIDE)] }),
      shift({ padding: MARGIN }),
      // What does not fit scrolls inside the card; on a small screen it is lower, never cut off.
      size({
        padding: MARGIN,
        apply: ({ availableHeight }) =>
          host.style.setProperty('--card-room', `${Math.max(least, Math.floor(availableHeight))}px`),
      }),
      hide(),
    ],
  });
  if (middlewareData.hide?.referenceHidden || !reference.getClientRects().length) {
    onLost();
    return;
  }
  host.style.setProperty('left', `${Math.round(x)}px`, 'important');
  const lowest = innerHeight - host.offsetHeight - MARGIN;
  host.style.setProperty('top', `${Math.round(Math.max(MARGIN, Math.min(y, lowest)))}px`, 'important');
}

function bounds(rects: DOMRect[]): DOMRect {
  const left = Math.min(...rects.map((rect) => rect.left));
  const top = Math.min(...rects.map((rect) => rect.top));
  const right = Math.max(...rects.map((rect) => rect.right));
  const bottom = Math.max(...rects.map((rect) => rect.bottom));
  return rects.length ? new DOMRect(left, top, right - left, bottom - top) : new DOMRect();
}
