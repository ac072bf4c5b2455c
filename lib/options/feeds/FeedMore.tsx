import { i18n } from '#i18n';
import { CORE, type FeedsView, type FeedView } from '../../feeds/subscription';
import { plural } from '../../ui/language/plural';
import { dayText, leftOutText, versionText } from './feed-text';
import type { FeedsInHand } from './use-feeds';

interface FeedMoreProps {
  feed: FeedView;
  view: FeedsView;
  act: FeedsInHand['act'];
}

/** Versions to go back to, pin and remove: in the row itself, so that no other row is hidden. */
export function FeedMore({ feed, view, act }: FeedMoreProps) {
  const isCore = feed.id === CORE;
  const others = feed.versions.filter(({ number }) => number !== feed.inUse);
  const leftOut = feed.versions.find(({ number }) => number === feed.inUse)?.leftOut ?? feed.waiting?.leftOut ?? [];
  return (
    <div class="f-more">
      <ul>
        {feed.isOn &&
          others.map((version) => (
            <li key={version.number}>
              <button
                class="textbtn"
                type="button"
                onClick={() => void act({ do: 'back', feed: feed.id, number: version.number })}
              >
                {i18n.t('feeds.backTo', { version: versionText(version) })}
              </button>{' '}
              <small>{i18n.t('feeds.loadedOn', { day: dayText(version.loadedAt) })}</small>
            </li>
          ))}
        {isCore && feed.inUse !== undefined && (
          <li>
            <button class="textbtn" type="button" onClick={() => void act({ do: 'back', feed: CORE, number: 0 })}>
              {i18n.t('feeds.backTo', { version: view.core.bundled.version })}
            </button>{' '}
            <small>{i18n.t('feeds.bundledVersion')}</small>
          </li>
        )}
        {!others.length && !(isCore && feed.inUse !== undefined) && <li class="none">{i18n.t('feeds.noOlder')}</li>}
      </ul>
      {leftOut.length > 0 && <p>{i18n.t('feeds.leftOut', { what: leftOutText(leftOut) })}</p>}
      {feed.brings && (
        <p>
          {i18n.t('feeds.brings', {
            added: plural('feeds.count.entityAdded', feed.brings.added),
            names: plural('feeds.count.aliasAdded', feed.brings.aliases),
          })}
        </p>
      )}
      {feed.origin.from === 'address' && (
        <p class="f-address">
          <bdi>{feed.origin.url}</bdi>
        </p>
      )}
      <p class="f-deeds">
        <label>
          <input
            class="switch"
            type="checkbox"
            role="switch"
            checked={feed.isPinned}
            onChange={(event) => void act({ do: 'pin', feed: feed.id, isPinned: event.currentTarget.checked })}
          />
          {i18n.t('feeds.pin')}
        </label>
        {!isCore && feed.byPolicy !== 'enforced' && (
          <button class="btn small" type="button" onClick={() => void act({ do: 'remove', feed: feed.id })}>
            {i18n.t('feeds.remove')}
          </button>
        )}
      </p>
    </div>
  );
}
