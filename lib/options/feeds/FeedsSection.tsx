import { i18n } from '#i18n';
import { DatasetProblem } from '../DatasetProblem';
import { AddFeed } from './AddFeed';
import { FeedRow } from './FeedRow';
import { OwnNames } from './OwnNames';
import { PresetList } from './PresetList';
import { ScheduleBar } from './ScheduleBar';
import { useFeeds } from './use-feeds';

/** Every feed with its state, and how to get more of them. */
export function FeedsSection() {
  const { view, act } = useFeeds();
  return (
    <section class="sec" id="feeds" aria-labelledby="feeds-title">
      <h2 id="feeds-title">{i18n.t('options.section.feeds')}</h2>
      <p class="lead">{i18n.t('feeds.lead')}</p>
      {view === null && <DatasetProblem />}
      {view && (
        <>
          <ScheduleBar view={view} act={act} />
          <div class="f-head" aria-hidden="true">
            <span />
            <span>{i18n.t('feeds.head.feed')}</span>
            <span class="f-n">{i18n.t('feeds.head.entities')}</span>
            <span>{i18n.t('feeds.head.version')}</span>
            <span>{i18n.t('feeds.head.state')}</span>
            <span />
          </div>
          <ul class="feeds">
            {view.feeds.map((feed) => (
              <FeedRow key={feed.id} feed={feed} view={view} act={act} />
            ))}
          </ul>
          <AddFeed act={act} />
          <PresetList view={view} act={act} />
          <OwnNames act={act} />
        </>
      )}
    </section>
  );
}
