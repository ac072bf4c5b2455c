import { i18n } from '#i18n';
import { PRESETS } from '../../feeds/presets';
import type { FeedsView } from '../../feeds/subscription';
import { Licence } from '../Licence';
import { OutsideLink } from '../OutsideLink';
import { askForHost, type FeedsInHand } from './use-feeds';

/** Well-known public feeds that are not in the list yet. */
export function PresetList({ view, act }: { view: FeedsView; act: FeedsInHand['act'] }) {
  const offered = PRESETS.filter(({ id }) => !view.feeds.some((feed) => feed.id === id));
  if (!offered.length) return null;
  return (
    <>
      <h3>{i18n.t('feeds.presets')}</h3>
      <ul class="presets">
        {offered.map(({ id, name, holds, url, licence, about }) => (
          <li key={id}>
            <p>
              <b>{name}</b>
              <small>
                {i18n.t(`feeds.holds.${holds}`)} · <Licence spdx={licence} /> ·{' '}
                <OutsideLink to={about}>{i18n.t('feeds.source')}</OutsideLink> · {new URL(url).hostname}
              </small>
            </p>
            <button
              class="btn small"
              type="button"
              aria-label={i18n.t('feeds.add.preset', { name })}
              onClick={() => void askForHost(url).then(() => act({ do: 'add-preset', preset: id }))}
            >
              {i18n.t('feeds.add.address')}
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}
