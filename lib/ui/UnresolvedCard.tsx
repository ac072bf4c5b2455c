import { countryName } from '../model/country';
import type { EntityId } from '../model/record';
import type { EntityLabel } from '../model/view';
import { KIND_WORDS } from './words';

interface UnresolvedCardProps {
  written: string;
  labels: readonly EntityLabel[];
  onEntity: (id: EntityId) => void;
  onClose: () => void;
}

/** The card of a shared name that the page does not resolve: the choice is the reader's. */
export function UnresolvedCard({ written, labels, onEntity, onClose }: UnresolvedCardProps) {
  const kind = labels[0]?.kind ?? 'agency';
  const many = labels.length === 2 ? 'either' : `any of ${labels.length}`;
  return (
    <>
      <header class="card-head">
        <p class="card-cat">
          <span class={`key ${kind}`} aria-hidden="true" />
          {KIND_WORDS[kind].title} · not resolved
          <span class="end">
            <button class="card-close" type="button" aria-label="Close card" onClick={onClose}>
              ×
            </button>
          </span>
        </p>
        <h2 class="card-name" id="card-name" tabIndex={-1}>
          “<bdi>{written}</bdi>” could be {many}
        </h2>
        <p class="card-written">The page gives no clear sign, so none is assumed.</p>
      </header>
      <div class="card-body">
        <ul class="either">
          {labels.map((label) => (
            <li key={label.id}>
              <div>
                <b>{label.name}</b>
                {label.country && <span>{countryName(label.country)}</span>}
              </div>
              <button class="btn small" type="button" onClick={() => onEntity(label.id)}>
                This one
              </button>
            </li>
          ))}
        </ul>
      </div>
    </>
  );
}
