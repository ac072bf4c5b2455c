import { i18n } from '#i18n';
import type { DatasetAbout } from '../model/view';
import { dateText } from '../ui/dates';
import { numberText as count } from '../ui/language/formats';
import { DatasetProblem } from './DatasetProblem';

/** What the extension knows and from when. The place where feeds will stand. */
export function FeedsSection({ about }: { about: DatasetAbout | null | undefined }) {
  return (
    <section class="sec" id="feeds" aria-labelledby="feeds-title">
      <h2 id="feeds-title">{i18n.t('options.section.feeds')}</h2>
      <p class="lead">{i18n.t('options.dataset.lead')}</p>
      {about === null ? <DatasetProblem /> : <CoreDataset about={about} />}
    </section>
  );
}

function CoreDataset({ about }: { about: DatasetAbout | undefined }) {
  return (
    <div class="feed" aria-busy={!about}>
      <div class="f-name">
        <h3>{i18n.t('options.dataset.name')}</h3>
        <p>{i18n.t('options.dataset.bundled')}</p>
      </div>
      {about && (
        <dl class="f-facts num">
          <Fact of={i18n.t('options.dataset.version')} note={dateText(about.stamp.date)}>
            {about.stamp.version}
          </Fact>
          <Fact of={i18n.t('options.dataset.actors')}>{count(about.counts.actors)}</Fact>
          <Fact of={i18n.t('options.dataset.agencies')}>{count(about.counts.agencies)}</Fact>
          <Fact of={i18n.t('options.dataset.incidents')}>{count(about.counts.incidents)}</Fact>
          <Fact
            of={i18n.t('options.dataset.events')}
            note={i18n.t('options.dataset.reviewed', { count: count(about.counts.reviewedEvents) })}
          >
            {count(about.counts.events)}
          </Fact>
        </dl>
      )}
    </div>
  );
}

function Fact({ of, note, children }: { of: string; note?: string; children: string }) {
  return (
    <div>
      <dt>{of}</dt>
      <dd>
        {children}
        {note && <small>{note}</small>}
      </dd>
    </div>
  );
}
