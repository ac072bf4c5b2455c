import { CardController } from '../card/controller';
import type { MountedCard } from '../card/mount';
import { answer, isOrphaned, type ToPage, toBackground } from '../messages';
import type { ReachedMention } from '../model/mention';
import { isOnFor } from '../model/sites';
import type { EntityView } from '../model/view';
import { schemeOf } from '../page/highlight-style';
import { rectsOf } from '../page/hit-test';
import type { PlacedMention } from '../page/placing';
import { PageSession } from '../page/session';
import { type Settings, setMuted } from '../settings';
import { takeCard } from './card-slot';
import { onceReadable } from './frame-size';

/** The extension's presence in one frame: a session while the site is switched on, and its card. */
export class PageGuest {
  #session: PageSession | undefined;
  #controller: CardController<PlacedMention> | undefined;
  #stopAnswering: (() => void) | undefined;
  #card: MountedCard | undefined;
  #cardScript: Promise<void> | undefined;
  #settings: Settings | undefined;
  #current: PlacedMention | undefined;
  #foreseen: { id: string; view: Promise<EntityView | null> } | undefined;
  #address = '';
  #hasReported = false;
  #lifetime: AbortController | undefined;
  #stopWaiting: (() => void) | undefined;

  /** Starts, changes or ends the session as the settings say. */
  apply(settings: Settings): void {
    this.#settings = settings;
    this.#stopWaiting?.();
    if (!isOnFor(settings.sites, siteHost())) this.leave();
    else if (this.#session) {
      this.#session.configure(settings);
      if (this.#controller) this.#controller.delays = delaysOf(settings);
    } else if (window === window.top) this.#enter(settings);
    else this.#stopWaiting = onceReadable(() => this.#enter(settings));
  }

  /** Another dataset is in use: all names of the page are looked up anew. */
  readAnew(): void {
    this.#startOver();
  }

  /** A page that changes its address without loading is another document to its reader. */
  #startOver(): void {
    if (!this.#session || !this.#settings) return;
    this.#quit();
    this.apply(this.#settings);
  }

  /** Takes away everything; the page is as it was. */
  leave(): void {
    if (!this.#session) return;
    this.#quit();
    this.#withdraw();
  }

  #enter(settings: Settings): void {
    const session = new PageSession(
      {
        match: (document, flows, dropped) =>
          this.#ask(toBackground('match', { document, host: siteHost(), flows, dropped })),
        report: (report) => {
          this.#hasReported = true;
          void this.#ask(toBackground('report', { report })).catch(() => undefined);
        },
        onMention: () => this.#serve(session),
        onReplaced: () => this.#startOver(),
      },
      settings,
    );
    this.#session = session;
    this.#address = addressOf();
    this.#lifetime = new AbortController();
    const { signal } = this.#lifetime;
    onMove(signal, () => {
      if (addressOf() !== this.#address) this.#startOver();
    });
    // A page in the browser's cache is not on the screen: it counts again when it comes back.
    addEventListener('pagehide', () => this.#withdraw(), { signal });
    addEventListener('pageshow', (event) => event.persisted && session.reportNow(), { signal });
    session.start();
  }

  /** Listens to pointer, keys and jumps: not before the page has something for them. */
  #serve(session: PageSession): void {
    this.#controller = new CardController<PlacedMention>(
      {
        targetAt: (x, y, element) => session.mentionAt(x, y, element),
        prepare: (target) => this.#prepare(target),
        show: (target, focus) => void this.#show(target, focus),
        hide: () => this.#card?.hide(),
        isInCard: (event) => this.#card?.holds(event) ?? false,
      },
      delaysOf(this.#settings!),
    );
    this.#stopAnswering = answer<ToPage>({
      goTo: ({ step, entity, open, fresh }) => this.#goTo(step, entity, { open, fresh }),
    });
  }

  #withdraw(): void {
    if (!this.#hasReported) return;
    this.#hasReported = false;
    toBackground('withdraw', {}).catch(() => undefined); // The extension itself may be gone.
  }

  /** Passes an answer on; when the extension has been updated or removed meanwhile, leaves the page. */
  async #ask<T>(answer: Promise<T>): Promise<T> {
    try {
      return await answer;
    } catch (error) {
      if (isOrphaned()) this.#quit();
      throw error;
    }
  }

  #quit(): void {
    this.#lifetime?.abort();
    this.#controller?.stop();
    this.#stopAnswering?.();
    this.#session?.stop();
    this.#card?.hide();
    this.#session = undefined;
    this.#controller = undefined;
    this.#stopAnswering = undefined;
    this.#current = undefined;
  }

  #goTo(
    step: 1 | -1,
    entity: Parameters<PageSession['neighbour']>[2],
    { open, fresh }: { open: boolean; fresh: boolean },
  ): ReachedMention | null {
    const placed = this.#session?.neighbour(step, fresh ? undefined : this.#current, entity);
    if (!placed) return null;
    this.#current = placed;
    this.#session!.reveal(placed);
    if (open) this.#controller?.dispatch({ type: 'summon', target: placed });
    return { ...this.#session!.numberOf(placed, entity), written: placed.written };
  }

  /** The pointer rests: what the card will want is fetched while the reader's delay runs. */
  #prepare({ mention }: PlacedMention): void {
    this.#loadCard().catch(() => undefined); // `show` tries again, and gives up
    const [id] = mention.entities;
    if (!id || mention.entities.length > 1) return;
    const view = this.#ask(toBackground('view', { id }));
    view.catch(() => undefined); // The card asks again.
    this.#foreseen = { id, view };
  }

  /** Everything on one entity; once from what was foreseen, as feeds may change the record by the next time. */
  #view(id: string): Promise<EntityView | null> {
    const foreseen = this.#foreseen;
    this.#foreseen = undefined;
    if (foreseen?.id !== id) return this.#ask(toBackground('view', { id }));
    return foreseen.view.catch(() => this.#ask(toBackground('view', { id })));
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
      view: (id) => this.#view(id),
      labels: (ids) => this.#ask(toBackground('labels', { ids })),
      openDossier: (id) => void this.#ask(toBackground('openDossier', { id })).catch(() => undefined),
      mute: (id) => void setMuted(id, true).catch(() => undefined),
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
    const anchor = { element, words: target.range.startContainer, rects: () => rectsOf(target) };
    const number = focus ? session.numberOf(target) : undefined;
    this.#card?.show(
      { mention: target.mention, written: target.written, number, anchor },
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

/** The host that site rules speak of: of frames without one (`about:blank`, `srcdoc`), that of the frame around. */
function siteHost(): string {
  try {
    for (let frame: Window = window; ; frame = frame.parent) {
      if (frame.location.host || frame === frame.parent) return frame.location.hostname;
    }
  } catch {
    return ''; // A sandboxed frame may not look at its parent.
  }
}

function delaysOf({ openDelay, closeGrace }: Settings): { open: number; grace: number } {
  return { open: openDelay, grace: closeGrace };
}
