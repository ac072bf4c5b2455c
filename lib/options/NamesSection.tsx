import { useEffect, useRef, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { toBackground } from '../messages';
import type { EntityId } from '../model/record';
import type { EntityLabel } from '../model/view';
import { labelText } from '../ui/words';
import { MuteField } from './MuteField';
import type { SavedSettings } from './use-saved-settings';

/** Names that the reader has muted, in a card or here. */
export function NamesSection({ muted, save }: { muted: readonly EntityId[]; save: SavedSettings['save'] }) {
  const labels = useLabels(muted);
  const [news, setNews] = useState('');
  const section = useRef<HTMLElement>(null);
  const nameOf = (id: EntityId) => {
    const label = labels.get(id);
    return label ? labelText(label, true) : id.slice(id.indexOf(':') + 1);
  };
  const mute = (label: Pick<EntityLabel, 'id' | 'name'>) => {
    save((s) => ({ ...s, muted: [...new Set([...s.muted, label.id])].sort() }));
    setNews(i18n.t('options.names.muted', { name: label.name }));
  };
  const unmute = (id: EntityId) => {
    // The button goes with its row; the focus must not go with it.
    section.current?.querySelector<HTMLElement>('input[type="search"]')?.focus();
    save((s) => ({ ...s, muted: s.muted.filter((other) => other !== id) }));
    setNews(i18n.t('options.names.unmuted', { name: nameOf(id) }));
  };
  return (
    <section class="sec" id="names" aria-labelledby="names-title" ref={section}>
      <h2 id="names-title">{i18n.t('options.section.names')}</h2>
      <p class="lead">{i18n.t('options.names.lead')}</p>
      {muted.length === 0 && <p class="note">{i18n.t('options.names.none')}</p>}
      {muted.length > 0 && (
        <ul class="sites" aria-label={i18n.t('options.names.list')}>
          {muted.map((id) => (
            <li key={id}>
              <span>
                <bdi>{nameOf(id)}</bdi> {!labels.has(id) && <small>{i18n.t('options.names.gone')}</small>}
              </span>
              <button
                class="textbtn"
                type="button"
                aria-label={i18n.t('options.names.unmuteOf', { name: nameOf(id) })}
                onClick={() => unmute(id)}
              >
                {i18n.t('options.names.unmute')}
              </button>
            </li>
          ))}
        </ul>
      )}
      <MuteField muted={muted} onMute={mute} />
      <p class="visually-hidden" role="status">
        {news}
      </p>
    </section>
  );
}

function useLabels(ids: readonly EntityId[]): ReadonlyMap<EntityId, EntityLabel> {
  const [labels, setLabels] = useState<ReadonlyMap<EntityId, EntityLabel>>(new Map());
  const key = ids.join(' ');
  useEffect(() => {
    let isWanted = true;
    toBackground('labels', { ids: key.split(' ').filter(Boolean) }).then(
      (found) => isWanted && setLabels(new Map(found.map((label) => [label.id, label]))),
      () => undefined, // The section on the dataset says so.
    );
    return () => {
      isWanted = false;
    };
  }, [key]);
  return labels;
}
