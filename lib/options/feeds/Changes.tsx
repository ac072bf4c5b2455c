import { useEffect, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { ChangesPage, FeedView, Waiting } from '../../feeds/subscription';
import { toBackground } from '../../messages';
import { numberText } from '../../ui/language/formats';
import { changeLine, countsText } from './change-text';
import { feedName, versionInUse, versionText } from './feed-text';
import type { FeedsInHand } from './use-feeds';

interface ChangesProps {
  feed: FeedView;
  waiting: Waiting;
  act: FeedsInHand['act'];
}

/** Fewer are seen at a glance. */
const WORTH_A_SEARCH = 8;

/** What a version would change: in a sentence, and entity by entity. Nothing of it is in use before the reader says so. */
export function Changes({ feed, waiting, act }: ChangesProps) {
  const [search, setSearch] = useState('');
  const [page, setPage] = useState<ChangesPage | null>();
  const { changes } = waiting;
  const since = changes?.since;
  useEffect(() => {
    if (since === undefined) return;
    let isWanted = true;
    void toBackground('feedChanges', { feed: feed.id, search, from: 0 }).then(
      (found) => isWanted && setPage(found),
      () => undefined,
    );
    return () => {
      isWanted = false;
    };
  }, [feed.id, search, since]);
  const showMore = () =>
    void toBackground('feedChanges', { feed: feed.id, search, from: page?.changes.length ?? 0 }).then(
      (next) => page && next && setPage({ ...next, changes: [...page.changes, ...next.changes] }),
      () => undefined,
    );
  const version = versionInUse(feed);
  const said = changes && countsText(changes.counts);
  return (
    <section class="diff" aria-label={i18n.t('feeds.changes', { name: feedName(feed) })}>
      <p class="d-sum">
        <b>
          <bdi>
            {version && versionText(version) !== versionText(waiting)
              ? i18n.t('feeds.fromTo', { from: versionText(version), to: versionText(waiting) })
              : i18n.t('feeds.versionIs', { version: versionText(waiting) })}
          </bdi>
        </b>{' '}
        {said === undefined ? i18n.t('feeds.counting') : said || i18n.t('feeds.changesNothing')}
      </p>
      {page && page.total > WORTH_A_SEARCH && (
        <p class="d-find">
          <input
            type="search"
            aria-label={i18n.t('feeds.searchChanges')}
            placeholder={i18n.t('feeds.searchChanges')}
            value={search}
            onInput={(event) => setSearch(event.currentTarget.value)}
          />
          <small role="status">
            {i18n.t('feeds.foundOf', { found: numberText(page.found), total: numberText(page.total) })}
          </small>
        </p>
      )}
      {page && page.changes.length > 0 && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a list that scrolls has to be reached by keyboard
        <ul tabIndex={0} aria-label={i18n.t('feeds.changeList')}>
          {page.changes.map((change) => {
            const { sign, name, note } = changeLine(change);
            return (
              <li key={JSON.stringify(change)}>
                <span class="sg" aria-hidden="true">
                  {sign}
                </span>
                <b>
                  <bdi>{name}</bdi>
                </b>
                <span>{note}</span>
              </li>
            );
          })}
          {page.changes.length < page.found && (
            <li>
              <button class="textbtn" type="button" onClick={showMore}>
                {i18n.t('feeds.moreChanges')}
              </button>
            </li>
          )}
        </ul>
      )}
      <p class="d-act">
        <button class="btn primary" type="button" onClick={() => void act({ do: 'install', feed: feed.id })}>
          {i18n.t('feeds.install', { version: versionText(waiting) })}
        </button>
        <button class="btn" type="button" onClick={() => void act({ do: 'decline', feed: feed.id, forGood: false })}>
          {i18n.t('feeds.notNow')}
        </button>
        <button
          class="btn quiet"
          type="button"
          onClick={() => void act({ do: 'decline', feed: feed.id, forGood: true })}
        >
          {i18n.t('feeds.skip')}
        </button>
        {version && <small>{i18n.t('feeds.canGoBack', { version: versionText(version) })}</small>}
      </p>
    </section>
  );
}
