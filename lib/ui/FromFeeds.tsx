import { i18n } from '#i18n';
import type { EntityView } from '../model/view';
import { listText } from './language/formats';
import { Rich } from './language/Rich';

/** Which of the card is not core's: the feeds that brought the entity, or names of it. Whoever reads it can weigh it. */
export function FromFeeds({ view }: { view: EntityView }) {
  if (!view.feeds?.length) return null;
  return (
    <p class="from-feeds">
      {view.feeds.map(({ feed, isOwn, isWhole, names }) => {
        const name = <bdi>{isOwn ? i18n.t('feeds.list.title') : feed}</bdi>;
        return (
          <span key={feed}>
            {isWhole ? (
              <Rich of="feeds.card.whole" values={{ feed: name }} />
            ) : (
              <Rich of="feeds.card.names" values={{ feed: name, names: <bdi>{listText(names)}</bdi> }} />
            )}
          </span>
        );
      })}
    </p>
  );
}
