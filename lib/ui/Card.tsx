import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { Mention, MentionNumber } from '../model/mention';
import type { EntityId } from '../model/record';
import type { EntityLabel, EntityView } from '../model/view';
import { Announcement } from './Announcement';
import { EntityCard } from './EntityCard';
import { numberText } from './language/formats';
import { UnresolvedCard } from './UnresolvedCard';
import { quoted } from './words';

/** A mention and where to ask for records. */
export interface CardSource {
  mention: Mention;
  written: string;
  /** Told to screen readers. */
  number?: MentionNumber;
  view(id: string): Promise<EntityView | null>;
  labels(ids: string[]): Promise<EntityLabel[]>;
  /** Opens the entity's dossier, in a tab of its own. */
  openDossier(id: string): void;
  /** Marks the entity's names no more. */
  mute(id: EntityId): void;
}

/** Waits this long before it shows that it waits, ms. */
const PATIENCE = 150;

type Shown =
  | { is: 'loading'; isSlow: boolean }
  | { is: 'failed' }
  | { is: 'unresolved'; labels: EntityLabel[] }
  | { is: 'entity'; view: EntityView; others: EntityLabel[] };

/** The hover card: one entity at a time, with the way back through those turned to from here. */
export function Card({
  source,
  takesFocus,
  onClose,
}: {
  source: CardSource;
  takesFocus: boolean;
  onClose: () => void;
}) {
  const { mention, written, number } = source;
  const [path, setPath] = useState<EntityId[]>(mention.entities.length === 1 ? [mention.entities[0]!] : []);
  const shown = useRecord(source, path.at(-1));
  const panel = useRef<HTMLDivElement>(null);
  const place = useMemo(
    () =>
      number && {
        text: i18n.t('mention.number', { at: numberText(number.at), of: numberText(number.of), name: written }),
      },
    [number, written],
  );
  const [names, setNames] = useState<Record<string, string>>({});

  // With the content, not a frame later: a summoned card is where the reader's keys go.
  useLayoutEffect(() => {
    if (shown.is === 'loading') return;
    if (shown.is === 'entity') setNames((known) => ({ ...known, [shown.view.entity.id]: shown.view.entity.name }));
    if (takesFocus || path.length > 1)
      panel.current?.querySelector<HTMLElement>('#card-name')?.focus({ preventScroll: true });
  }, [shown, takesFocus, path.length]);

  const turnTo = (id: EntityId) => setPath((steps) => [...steps, id]);
  const previous = path.at(-2);
  const isFirst = path.length === (mention.entities.length === 1 ? 1 : 0);
  return (
    <div class="card" role="dialog" aria-labelledby="card-name" aria-busy={shown.is === 'loading'} ref={panel}>
      {place && <Announcement of={place} />}
      {shown.is === 'loading' && shown.isSlow && (
        <div class="card-body">
          <p class="sk" role="status">
            <span class="visually-hidden">{i18n.t('card.opening')}</span>
            <i style="inline-size:96%" />
            <i style="inline-size:71%" />
          </p>
        </div>
      )}
      {shown.is === 'failed' && (
        <div class="card-failed" role="alert">
          <h2 class="card-name" id="card-name" tabIndex={-1}>
            {written}
          </h2>
          <p>{i18n.t('card.failed')}</p>
        </div>
      )}
      {shown.is === 'unresolved' && (
        <UnresolvedCard written={written} labels={shown.labels} onEntity={turnTo} onClose={onClose} />
      )}
      {shown.is === 'entity' && (
        <EntityCard
          view={shown.view}
          mention={isFirst ? { mention, written, others: shown.others } : undefined}
          back={
            isFirst
              ? undefined
              : {
                  name: previous ? (names[previous] ?? i18n.t('card.lastCard')) : quoted(written),
                  go: () => setPath((steps) => steps.slice(0, -1)),
                }
          }
          onEntity={turnTo}
          onDossier={source.openDossier}
          onMute={(id) => {
            source.mute(id);
            onClose();
          }}
          onClose={onClose}
        />
      )}
    </div>
  );
}

/** The record to show; keeps the last one on screen while the next is fetched. */
function useRecord(source: CardSource, id: EntityId | undefined): Shown {
  const [shown, setShown] = useState<Shown>({ is: 'loading', isSlow: false });
  useEffect(() => {
    let isCurrent = true;
    const set = (next: Shown) => isCurrent && setShown(next);
    const slow = setTimeout(() => set({ is: 'loading', isSlow: true }), PATIENCE);
    const { mention } = source;
    const others = id && id === mention.entities[0] ? (mention.others ?? []) : [];
    const fetched = id
      ? Promise.all([source.view(id), others.length ? source.labels(others) : []]).then(
          ([view, labels]): Shown => (view ? { is: 'entity', view, others: labels } : { is: 'failed' }),
        )
      : source.labels(mention.entities).then((labels): Shown => ({ is: 'unresolved', labels }));
    fetched
      .then(
        (next) => set(next),
        () => set({ is: 'failed' }),
      )
      .finally(() => clearTimeout(slow));
    return () => {
      isCurrent = false;
      clearTimeout(slow);
    };
  }, [source, id]);
  return shown;
}
