import type { RefObject } from 'preact';
import { useEffect } from 'preact/hooks';
import { CardController } from '../card/controller';
import { mountCard } from '../card/mount';
import { toBackground } from '../messages';
import { type EntityId, kindOf } from '../model/record';
import { DEFAULTS, setMuted } from '../settings';
import { CARD_CSS } from '../ui/card-css';

/** The card as pages get it, for elements that carry an entity's id (`data-entity`) below `root`. */
export function useLiveCard(root: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const controller = new CardController<HTMLElement>(
      {
        targetAt: (_x, _y, element) => entityElement(element, root.current),
        prepare: () => {},
        show: (element, focus) => {
          const id = element.dataset.entity as EntityId;
          const mention = {
            start: 0,
            end: 0,
            kind: kindOf(id),
            entities: [id],
            certainty: 1,
            reason: { rule: 'distinctive' as const, evidence: [] },
          };
          const anchor = { element, words: element, rects: () => [...element.getClientRects()] };
          const theme = matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
          card.show({ mention, written: element.textContent ?? '', anchor }, { focus, theme });
        },
        hide: () => card.hide(),
        isInCard: (event) => card.holds(event),
      },
      { open: DEFAULTS.openDelay, grace: DEFAULTS.closeGrace },
    );
    const card = mountCard(CARD_CSS, {
      view: (id) => toBackground('view', { id }),
      labels: (ids) => toBackground('labels', { ids }),
      openDossier: (id) => void toBackground('openDossier', { id }),
      mute: (id) => void setMuted(id, true),
      onClose: () => controller.dispatch({ type: 'dismiss' }),
    });
    const onClick = (event: MouseEvent) => {
      const element = entityElement(event.target, root.current);
      if (!element || event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      controller.dispatch({ type: 'summon', target: element });
    };
    const sample = root.current;
    sample?.addEventListener('click', onClick);
    return () => {
      sample?.removeEventListener('click', onClick);
      controller.stop();
      card.hide();
    };
  }, [root]);
}

function entityElement(element: EventTarget | null, root: HTMLElement | null): HTMLElement | undefined {
  const marked = element instanceof Element ? element.closest<HTMLElement>('[data-entity]') : null;
  return marked && root?.contains(marked) ? marked : undefined;
}
