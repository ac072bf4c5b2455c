import { i18n } from '#i18n';
import type { EntityId } from '../model/record';
import type { EntityLabel } from '../model/view';
import { Rich } from './language/Rich';
import { placeName } from './places';

interface UnresolvedCardProps {
  written: string;
  labels: readonly EntityLabel[];
  onEntity: (id: EntityId) => void;
  onClose: () => void;
}

/** The card of a shared name that the page does not resolve: the choice is the reader's. */
export function UnresolvedCard({ written, labels, onEntity, onClose }: UnresolvedCardProps) {
  const kind = labels[0]?.kind ?? 'agency';
  const name = <bdi>{written}</bdi>;
  return (
    <>
      <header class="card-head">
        <p class="card-cat">
          <span class={`key ${kind}`} aria-hidden="true" />
          {i18n.t('card.notResolved', { kind: i18n.t(`kind.${kind}.title`) })}
          <span class="end">
            <button class="card-close" type="button" aria-label={i18n.t('card.close')} onClick={onClose}>
              ×
            </button>
          </span>
        </p>
        <h2 class="card-name" id="card-name" tabIndex={-1}>
          {labels.length === 2 ? (
            <Rich of="card.either" values={{ name }} />
          ) : (
            <Rich of="card.anyOf" values={{ name, count: labels.length }} />
          )}
        </h2>
        <p class="card-written">{i18n.t('reason.unresolved')}</p>
      </header>
      <div class="card-body">
        <ul class="either">
          {labels.map((label) => (
            <li key={label.id}>
              <div>
                <b>{label.name}</b>
                {label.country && <span>{placeName(label.country)}</span>}
              </div>
              <button class="btn small" type="button" onClick={() => onEntity(label.id)}>
                {i18n.t('card.thisOne')}
              </button>
            </li>
          ))}
        </ul>
      </div>
    </>
  );
}
