import type { DatasetAbout } from '../model/view';
import { dateText } from '../ui/words';
import { DatasetProblem } from './DatasetProblem';

/** What the extension knows and from when. The place where feeds will stand. */
export function FeedsSection({ about }: { about: DatasetAbout | null | undefined }) {
  return (
    <section class="sec" id="feeds" aria-labelledby="feeds-title">
      <h2 id="feeds-title">Data feeds</h2>
      <p class="lead">
        Everything that cards say comes from the core dataset. Subscribing to feeds that add to it comes with a later
        version; until then it changes only when the extension is updated.
      </p>
      {about === null ? <DatasetProblem /> : <CoreDataset about={about} />}
    </section>
  );
}

function CoreDataset({ about }: { about: DatasetAbout | undefined }) {
  return (
    <div class="feed" aria-busy={!about}>
      <div class="f-name">
        <h3>Core dataset</h3>
        <p>Bundled with the extension</p>
      </div>
      {about && (
        <dl class="f-facts num">
          <Fact of="Version" note={dateText(about.stamp.date)}>
            {about.stamp.version}
          </Fact>
          <Fact of="Actors">{count(about.counts.actors)}</Fact>
          <Fact of="Agencies">{count(about.counts.agencies)}</Fact>
          <Fact of="Incidents">{count(about.counts.incidents)}</Fact>
          <Fact of="Events" note={`${count(about.counts.reviewedEvents)} reviewed`}>
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

const count = (n: number) => n.toLocaleString('en');
