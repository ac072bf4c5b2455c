import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { PRESETS } from '../../feeds/presets';
import { CORE, type FeedsView, type FeedView } from '../../feeds/subscription';
import { numberText } from '../../ui/language/formats';
import { Licence } from '../Licence';
import { OutsideLink } from '../OutsideLink';
import { Changes } from './Changes';
import { FeedMore } from './FeedMore';
import { FeedProgress } from './FeedProgress';
import { agoText, dayText, feedName, formText, stateOf, versionInUse, versionText } from './feed-text';
import { failureText } from './refusal-text';
import { askForHost, type FeedsInHand } from './use-feeds';

interface FeedRowProps {
  feed: FeedView;
  view: FeedsView;
  act: FeedsInHand['act'];
}

/** One feed: switch, name, what it holds, version, state in words, and what can be done with it. */
export function FeedRow({ feed, view, act }: FeedRowProps) {
  const [shows, setShows] = useState<'nothing' | 'more' | 'changes'>('nothing');
  const { progress } = view;
  const isBusy = progress?.feed === feed.id || Boolean(progress?.queue.includes(feed.id));
  const showsChanges =
    feed.waiting && !isBusy && (shows === 'changes' || (shows === 'nothing' && !feed.waiting.isPutOff));
  const isCore = feed.id === CORE;
  const more = `feed-${feed.id}-more`;
  return (
    <li class="feed" aria-label={feedName(feed)}>
      <div class="f-row">
        <input
          class="switch"
          type="checkbox"
          role="switch"
          aria-label={feedName(feed)}
          checked={feed.isOn}
          disabled={isCore || feed.byPolicy === 'enforced' || isBusy}
          onChange={(event) => switchFeed(feed, event.currentTarget.checked, act)}
        />
        <Title feed={feed} />
        <p class="num f-n">
          <span class="cap">{i18n.t('feeds.head.entities')}</span>
          {entitiesText(feed, view)}
        </p>
        <Version feed={feed} view={view} />
        <State feed={feed} view={view} />
        <div class="f-act">
          <MainButton
            feed={feed}
            view={view}
            isBusy={isBusy}
            showsChanges={Boolean(showsChanges)}
            act={act}
            onChanges={(open) => setShows(open ? 'changes' : 'more')}
          />
          <button
            class="btn small icon"
            type="button"
            aria-label={i18n.t('feeds.more', { name: feedName(feed) })}
            aria-expanded={shows === 'more'}
            aria-controls={more}
            onClick={() => setShows(shows === 'more' ? 'nothing' : 'more')}
          >
            ⋯
          </button>
        </div>
      </div>
      {progress?.feed === feed.id && (
        <FeedProgress progress={progress} onStop={() => void act({ do: 'stop', feed: feed.id })} />
      )}
      {feed.failure && !isBusy && (
        <p class="f-why" role="status">
          {i18n.t('join.sentences', { first: failureText(feed.failure), second: staysText(feed) })}
        </p>
      )}
      <div id={more}>{shows === 'more' && <FeedMore feed={feed} view={view} act={act} />}</div>
      {showsChanges && feed.waiting && (
        <Changes key={feed.waiting.number} feed={feed} waiting={feed.waiting} act={act} />
      )}
    </li>
  );
}

function switchFeed(feed: FeedView, isOn: boolean, act: FeedsInHand['act']): void {
  const { id, origin, versions } = feed;
  const asks = isOn && !versions.length && origin.from === 'address';
  const leave = asks ? askForHost(origin.url) : Promise.resolve(true);
  void leave.then(() => act({ do: 'switch', feed: id, isOn }));
}

function Title({ feed }: { feed: FeedView }) {
  const preset = PRESETS.find(({ id }) => id === feed.preset);
  const { origin } = feed;
  const address = origin.from === 'address' ? origin.url : undefined;
  const holds =
    origin.from === 'core'
      ? i18n.t('feeds.coreHolds')
      : preset
        ? i18n.t(`feeds.holds.${preset.holds}`)
        : feed.format
          ? formText(feed.format)
          : '';
  return (
    <div class="f-name">
      <h3>
        <bdi>{feedName(feed)}</bdi>{' '}
        <span class="tag">
          {i18n.t(origin.from === 'core' ? 'feeds.signed' : origin.from === 'list' ? 'feeds.own' : 'feeds.unsigned')}
        </span>
        {feed.isPinned && <span class="tag">{i18n.t('feeds.pinned')}</span>}
        {feed.byPolicy === 'enforced' && <span class="tag">{i18n.t('feeds.managed')}</span>}
      </h3>
      <p>
        {holds}
        {feed.licence && (
          <>
            {holds && ' · '}
            <Licence spdx={feed.licence} />
          </>
        )}
        {address && (
          <>
            {(holds || feed.licence) && ' · '}
            <OutsideLink to={preset?.about ?? address}>
              {preset ? i18n.t('feeds.source') : new URL(address).hostname}
            </OutsideLink>
          </>
        )}
      </p>
    </div>
  );
}

function entitiesText(feed: FeedView, view: FeedsView): string {
  if (feed.id === CORE && feed.inUse === undefined) return numberText(view.core.entities);
  const version = versionInUse(feed) ?? feed.waiting ?? feed.versions[0];
  return version ? numberText(version.entities) : '–';
}

function Version({ feed, view }: { feed: FeedView; view: FeedsView }) {
  const { bundled } = view.core;
  const version = versionInUse(feed) ?? feed.versions[0];
  const isBundled = feed.id === CORE && feed.inUse === undefined;
  const date = isBundled ? bundled.date : (version?.date ?? version?.loadedAt);
  return (
    <p class="num f-ver">
      <span class="cap">{i18n.t('feeds.head.version')}</span>
      <bdi>{isBundled ? bundled.version : version ? versionText(version) : '–'}</bdi>
      {date !== undefined && <small title={dayText(date)}>{agoText(date)}</small>}
    </p>
  );
}

function State({ feed, view }: { feed: FeedView; view: FeedsView }) {
  const isWaiting = view.progress?.queue.includes(feed.id) && view.progress.feed !== feed.id;
  const { mood, word, note } = stateOf(feed, view.core.address !== undefined);
  if (view.progress?.feed === feed.id || isWaiting)
    return (
      <p class="f-state">
        <b>{i18n.t(isWaiting ? 'feeds.step.waiting' : 'feeds.state.working')}</b>
      </p>
    );
  return (
    <p class={`f-state ${mood}`}>
      <b>{word}</b>
      {note && <small>{note}</small>}
    </p>
  );
}

interface MainButtonProps extends FeedRowProps {
  isBusy: boolean;
  showsChanges: boolean;
  onChanges: (open: boolean) => void;
}

/** What the reader most likely wants to do next. */
function MainButton({ feed, view, act, isBusy, showsChanges, onChanges }: MainButtonProps) {
  const asks = feed.origin.from === 'address' || (feed.origin.from === 'core' && view.core.address !== undefined);
  if (feed.waiting && !isBusy)
    return (
      <button class="btn small" type="button" aria-expanded={showsChanges} onClick={() => onChanges(!showsChanges)}>
        {i18n.t(showsChanges ? 'feeds.hideChanges' : 'feeds.showChanges')}
      </button>
    );
  if (!asks || !feed.isOn) return null;
  const check = () => {
    const leave = feed.origin.from === 'address' ? askForHost(feed.origin.url) : Promise.resolve(true);
    void leave.then(() => act({ do: 'check', feed: feed.id }));
  };
  const text = i18n.t(feed.failure ? 'feeds.tryAgain' : 'feeds.check');
  return (
    <button
      class="btn small"
      type="button"
      disabled={isBusy}
      aria-label={i18n.t('join.colon', { first: text, second: feedName(feed) })}
      onClick={check}
    >
      {text}
    </button>
  );
}

/** What is in use although something failed. */
function staysText(feed: FeedView): string {
  const version = versionInUse(feed);
  if (version) return i18n.t('feeds.stays', { version: versionText(version) });
  return feed.id === CORE ? i18n.t('feeds.staysBundled') : i18n.t('feeds.nothingChanged');
}
