import { CardController } from '../card/controller';
import type { MountedCard } from '../card/mount';
import { answer, isOrphaned, type PageSettings, type ToPage, toBackground } from '../messages';
import type { ReachedMention } from '../model/mention';
import type { EntityView } from '../model/view';
import { schemeOf } from '../page/highlight-style';
import { rectsOf } from '../page/hit-test';
import type { PlacedMention } from '../page/placing';
import { type PageReport, PageSession } from '../page/session';
import { takeCard } from './card-slot';
import { onceReadable } from './frame-size';
import { lastWord } from './last-word';

/** Rests before something that got no answer is said again, ms. */
const AGAIN_AFTER = [50, 400, 2_000, 5_000, 10_000];

/** The extension's presence in one frame: a session while the site is switched on, and its card. */
export class PageGuest {
  #session: PageSession | undefined;
  #controller: CardController<PlacedMention> | undefined;
  #card: MountedCard | undefined;
  #cardScript: Promise<void> | undefined;
  #settings: PageSettings | undefined;
  #asked = 0;
  #current: PlacedMention | undefined;
  #foreseen: { id: string; view: Promise<EntityView | null> } | undefined;
  #address = '';
  #hasReported = false;
  #lifetime: AbortController | undefined;
  #stopWaiting: (() => void) | undefined;
  readonly #presence = new AbortController();

  /** Listens to the background, and does what the reader has set. */
  arrive(): void {
    const { signal } = this.#presence;
    answer<ToPage>({
      goTo: ({ step, entity, open, fresh }) => this.#goTo(step > 0 ? 1 : -1, entity, { open, fresh }),
      settingsChanged: () => {
        void this.#askSettings();
        return undefined;
      },
      answersChanged: () => {
        this.#session?.askAgain();
        return undefined;
      },
      datasetChanged: () => {
        this.#startOver();
        return undefined;
      },
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
    this.#stopWaiting?.();
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
    this.#stopWaiting?.();
    if (!settings.isOn) this.#leave();
    else if (this.#session) {
      this.#session.configure(settings);
      if (this.#controller) this.#controller.delays = delaysOf(settings);
    } else if (window === window.top) this.#enter(settings);
    else this.#stopWaiting = onceReadable(() => this.#enter(settings));
  }

  /** Another document to its reader, who has changed the address without loading, or another dataset: all is read anew. */
  #startOver(): void {
    if (!this.#session || !this.#settings) return;
    this.#quit();
    this.#apply(this.#settings);
  }

  /** Takes away everything; the page is as it was. */
  #leave(): void {
    if (!this.#session) return;
    this.#quit();
    this.#withdraw();
  }

  #enter(settings: PageSettings): void {
    this.#lifetime = new AbortController();
    const { signal } = this.#lifetime;
    const report = lastWord<PageReport>(
      (word) => this.#insist(() => toBackground('report', { report: word }), signal),
      signal,
    );
    const session = new PageSession(
      {
        match: (document, flows, dropped) =>
          this.#insist(() => toBackground('match', { document, flows, dropped }), signal),
        report: (word) => {
          this.#hasReported = true;
          report(word);
        },
        onMention: () => this.#serve(session),
        onReplaced: () => this.#startOver(),
      },
      settings,
    );
    this.#session = session;
    this.#address = addressOf();
    onMove(signal, () => {
      if (addressOf() !== this.#address) this.#startOver();
    });
    // A page in the browser's cache is not on the screen: it counts again when it comes back.
    addEventListener('pagehide', () => this.#withdraw(), { signal });
    addEventListener('pageshow', (event) => event.persisted && session.comeBack(), { signal });
    session.start();
  }

  /** Listens to pointer and keys: not before the page has something for them. */
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
      if (isOrphaned()) this.#die();
      throw error;
    }
  }

  /** The browser may stop the background before it has answered: then it is told again, and starts anew. */
  async #insist<T>(tell: () => Promise<T>, signal: AbortSignal): Promise<T> {
    for (const rest of AGAIN_AFTER) {
      try {
        const answer = await this.#ask(tell());
        // Browsers make `undefined` of a background that is gone before it has answered.
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
      mute: (id) => void this.#ask(toBackground('mute', { id })).catch(() => undefined),
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

function delaysOf({ openDelay, closeGrace }: PageSettings): { open: number; grace: number } {
  return { open: openDelay, grace: closeGrace };
}
