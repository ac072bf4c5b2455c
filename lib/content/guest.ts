import { CardController } from '../card/controller';
import type { MountedCard } from '../card/mount';
import { answer, isOrphaned, type PageSettings, type ToPage, toBackground } from '../messages';
import { schemeOf } from '../page/highlight-style';
import { rectsOf } from '../page/hit-test';
import type { PlacedMention } from '../page/painter';
import { type PageReport, PageSession } from '../page/session';
import { takeCard } from './card-slot';
import { lastWord } from './last-word';

/** Frames smaller than this hold no prose: counters, buttons, most advertising. CSS px. */
const SMALLEST_FRAME = { width: 120, height: 60 };
/** Rests before something that got no answer is said again, ms. */
const AGAIN_AFTER = [50, 400, 2_000];

/** The extension's presence in one frame: a session while the site is switched on, and its card. */
export class PageGuest {
  #session: PageSession | undefined;
  #controller: CardController<PlacedMention> | undefined;
  #card: MountedCard | undefined;
  #cardScript: Promise<void> | undefined;
  #settings: PageSettings | undefined;
  #asked = 0;
  #current: PlacedMention | undefined;
  #address = '';
  #lifetime: AbortController | undefined;
  readonly #presence = new AbortController();

  /** Listens to the background, and does what the reader has set. */
  arrive(): void {
    const { signal } = this.#presence;
    answer<ToPage>({
      goTo: ({ step, entity, open, fresh }) => this.#goTo(step > 0 ? 1 : -1, entity, { open, fresh }),
      settingsChanged: () => void this.#askSettings(),
    });
    void this.#askSettings();
    // Firefox ends a script together with its extension and lets it clear up nothing: the card that it left open.
    for (const card of document.querySelectorAll('attribution-lens-card')) card.remove();
    // A page in the browser's cache is not told of changes.
    addEventListener('pageshow', (event) => event.persisted && void this.#askSettings(), { signal });
    // The reader comes back, perhaps from where extensions are switched off: nobody would tell.
    document.addEventListener('visibilitychange', () => isOrphaned() && this.#die(), { signal });
  }

  /** The extension has been updated, switched off or removed: this copy of the script takes itself away. */
  #die(): void {
    this.#quit();
    this.#presence.abort();
  }

  /** Only the newest answer counts. Without one, all stays as it is. */
  async #askSettings(): Promise<void> {
    const turn = ++this.#asked;
    const settings = await this.#insist(() => toBackground('settings', {}), this.#presence.signal).catch(
      () => undefined,
    );
    if (settings && turn === this.#asked) this.#apply(settings);
  }

  /** Starts, changes or ends the session as the settings say. */
  #apply(settings: PageSettings): void {
    this.#settings = settings;
    const isOn = settings.isOn && isReadable();
    if (!isOn) this.#leave();
    else if (!this.#session) this.#enter(settings);
    else {
      this.#session.configure(settings);
      this.#controller!.delays = delaysOf(settings);
    }
  }

  /** A page that changes its address without loading is another document to its reader. */
  #startOver(): void {
    if (!this.#session || !this.#settings) return;
    this.#quit();
    this.#apply(this.#settings);
  }

  /** Takes away everything; the page is as it was. */
  #leave(): void {
    if (!this.#session) return;
    this.#quit();
    toBackground('withdraw', {}).catch(() => undefined); // The extension itself may be gone.
  }

  #enter(settings: PageSettings): void {
    this.#lifetime = new AbortController();
    const { signal } = this.#lifetime;
    const reporter = lastWord<PageReport>(
      (report) => this.#insist(() => toBackground('report', { report }), signal),
      signal,
    );
    const session = new PageSession(
      {
        match: (document, flows, dropped) =>
          this.#insist(() => toBackground('match', { document, flows, dropped }), signal),
        report: reporter,
        onReplaced: () => this.#startOver(),
      },
      settings,
    );
    this.#session = session;
    this.#controller = new CardController<PlacedMention>(
      {
        targetAt: (x, y, element) => session.mentionAt(x, y, element),
        prepare: () => void this.#loadCard().catch(() => undefined), // `show` tries again, and gives up
        show: (target, focus) => void this.#show(target, focus),
        hide: () => this.#card?.hide(),
        isInCard: (event) => this.#card?.holds(event) ?? false,
      },
      delaysOf(settings),
    );
    this.#address = addressOf();
    onMove(signal, () => {
      if (addressOf() !== this.#address) this.#startOver();
    });
    // A page in the browser's cache is not on the screen: it counts again when it comes back.
    addEventListener('pagehide', () => void toBackground('withdraw', {}).catch(() => undefined), { signal });
    addEventListener('pageshow', (event) => event.persisted && session.reportNow(), { signal });
    session.start();
  }

  /** Passes an answer on; when the extension has been updated or removed meanwhile, leaves the page. */
  async #ask<T>(answer: Promise<T>): Promise<T> {
    try {
      return await answer;
    } catch (error) {
      if (isOrphaned()) this.#die();
      throw error;
    }
  }

  /** The browser may stop the background before it has answered: then it is told again, and starts anew. */
  async #insist<T>(tell: () => Promise<T>, signal: AbortSignal): Promise<T> {
    for (const rest of AGAIN_AFTER) {
      try {
        const answer = await this.#ask(tell());
        // The polyfill makes `undefined` of a background that is gone before it has answered.
        if (answer !== undefined) return answer;
      } catch {
        // As said above.
      }
      await new Promise((resolve) => setTimeout(resolve, rest));
      if (signal.aborted) break;
    }
    throw new Error('no answer');
  }

  #quit(): void {
    this.#lifetime?.abort();
    this.#controller?.stop();
    this.#session?.stop();
    this.#card?.hide();
    this.#session = undefined;
    this.#controller = undefined;
    this.#current = undefined;
  }

  #goTo(
    step: 1 | -1,
    entity: Parameters<PageSession['neighbour']>[2],
    { open, fresh }: { open: boolean; fresh: boolean },
  ): boolean {
    const placed = this.#session?.neighbour(step, fresh ? undefined : this.#current, entity);
    if (!placed) return false;
    this.#current = placed;
    this.#session!.reveal(placed);
    if (open) this.#controller!.dispatch({ type: 'summon', target: placed });
    return true;
  }

  async #loadCard(): Promise<void> {
    this.#cardScript ??= this.#ask(toBackground('loadCard', {})).then(() => undefined);
    try {
      await this.#cardScript;
    } catch (error) {
      this.#cardScript = undefined;
      throw error;
    }
    this.#card ??= takeCard({
      view: (id) => this.#ask(toBackground('view', { id })),
      labels: (ids) => this.#ask(toBackground('labels', { ids })),
      openDossier: (id) => void this.#ask(toBackground('openDossier', { id })).catch(() => undefined),
      onClose: () => this.#controller?.dispatch({ type: 'dismiss' }),
    });
  }

  async #show(target: PlacedMention, focus: boolean): Promise<void> {
    this.#current = target;
    try {
      await this.#loadCard();
    } catch {
      return; // The page forbids it or the extension was replaced: reading goes on without a card.
    }
    const session = this.#session;
    const element = target.range.startContainer.parentElement;
    if (!session || !element || !this.#controller?.isOpen) return;
    const anchor = { element, rects: () => rectsOf(target) };
    this.#card?.show(
      { mention: target.mention, written: session.writtenAs(target), anchor },
      { focus, theme: schemeOf(document) },
    );
  }
}

/** Calls back when the page may have changed its address by itself. */
function onMove(signal: AbortSignal, listener: () => void): void {
  const { navigation } = window as { navigation?: EventTarget };
  navigation?.addEventListener('currententrychange', listener, { signal });
  addEventListener('popstate', listener, { signal });
}

/** What tells documents of one application apart: not the fragment, which is a place within one. */
function addressOf(): string {
  return location.pathname + location.search;
}

function isReadable(): boolean {
  if (window === window.top) return true;
  return innerWidth >= SMALLEST_FRAME.width && innerHeight >= SMALLEST_FRAME.height;
}

function delaysOf({ openDelay, closeGrace }: PageSettings): { open: number; grace: number } {
  return { open: openDelay, grace: closeGrace };
}
