import { useState } from 'preact/hooks';
import { countryName } from '../model/country';
import type { Mention } from '../model/mention';
import type { EntityId } from '../model/record';
import { verdictOf } from '../model/verdict';
import type { EntityLabel, EntityView } from '../model/view';
import { Category } from './Category';
import { FromFeeds } from './FromFeeds';
import { Lifetime } from './Lifetime';
import { otherNames, vendorRows, writtenNote } from './names';
import { Phrases } from './Phrases';
import { reasonText } from './reason-text';
import { Timeline } from './Timeline';
import { confusionPhrases, confusionView, denialText, verdictPhrases } from './verdict-text';
import { dateText, labelText, listNames } from './words';

interface EntityCardProps {
  view: EntityView;
  onDossier: (id: EntityId) => void;
  /** The mention the reader came from; absent after turning the card to another entity. */
  mention?: { mention: Mention; written: string; others: EntityLabel[] };
  back?: { name: string; go: () => void };
  onEntity: (id: EntityId) => void;
  onClose: () => void;
}

/** The card of one entity: who says so, since when, how sure, with what response, and who denies it. */
export function EntityCard({ view, mention, back, onEntity, onDossier, onClose }: EntityCardProps) {
  const verdict = verdictOf(view);
  const denial = denialText(verdict, view);
  const note = mention && writtenNote(view.entity, mention.written);
  return (
    <>
      <header class="card-head">
        <p class="card-cat">
          {back ? (
            <button class="textbtn" type="button" onClick={back.go}>
              <span aria-hidden="true">‹ </span>Back to {back.name}
            </button>
          ) : (
            <Category view={view} verdict={verdict} />
          )}
          <span class="end">
            <button class="card-close" type="button" aria-label="Close card" onClick={onClose}>
              ×
            </button>
          </span>
        </p>
        {back && (
          <p class="card-cat">
            <Category view={view} verdict={verdict} />
          </p>
        )}
        <h2 class="card-name" id="card-name" tabIndex={-1}>
          <bdi>{view.entity.name}</bdi>
        </h2>
        {note && (
          <p class="card-written">
            This page says <b>{note.written}</b>: {note.note}.
          </p>
        )}
      </header>
      <div class="card-body">
        {mention && <Why {...mention} view={view} onEntity={onEntity} />}
        <p class="verdict">
          <Phrases phrases={verdictPhrases(verdict, view)} />{' '}
          {denial && (
            <span class="deny">
              <span class="mark denial" aria-hidden="true" />
              {denial}
            </span>
          )}
          {verdict.clauses.length > 0 && !verdict.isReviewed && (
            <small>Rests on records that are not reviewed yet.</small>
          )}
        </p>
        {'kind' in view.entity && <Lifetime incident={view.entity} events={view.events} />}
        {view.confusions.map((confusion) => (
          <p class="note" key={confusion.label.id}>
            <Phrases
              phrases={confusionPhrases(confusion, verdictOf(confusionView(view, confusion)))}
              onEntity={onEntity}
            />
          </p>
        ))}
        <Timeline key={view.entity.id} view={view} title={historyTitle(view)} />
        <Names view={view} />
        <FromFeeds view={view} />
        <Related labels={view.related} onEntity={onEntity} />
      </div>
      <footer class="card-foot">
        <span class="ver num">
          Core {view.stamp.version} · {dateText(view.stamp.date)}
        </span>
        <span>{view.entity.review.state === 'reviewed' ? 'Entry reviewed' : 'Entry unreviewed'}</span>
        <button class="textbtn lead" type="button" onClick={() => onDossier(view.entity.id)}>
          Open dossier
        </button>
      </footer>
    </>
  );
}

/** An agency's history tells of what it said, of what is said of it, or of both. */
function historyTitle(view: EntityView): string {
  if (view.label.kind !== 'agency') return 'Attribution history';
  const { id } = view.entity;
  const isAccused = view.events.some(
    ({ event }) => event.accused?.agency === id || event.accused?.companies?.some((company) => company === id),
  );
  const accuses = view.events.some(({ event }) => event.by?.agencies?.some((agency) => agency === id));
  if (isAccused && accuses) return 'Accusations of it, statements by it';
  return isAccused ? 'Accusations of it' : 'Statements by it';
}

/** Why this entity, where its name alone does not say so, and the other bodies of the same name. */
function Why({
  mention,
  written,
  others,
  onEntity,
}: NonNullable<EntityCardProps['mention']> & { view: EntityView; onEntity: (id: EntityId) => void }) {
  const why = reasonText(mention.reason);
  if (!others.length && !why) return null;
  return (
    <div class="why">
      <p>
        {others.length > 0 && (
          <>
            <b>{written}</b> is the name of {others.length + 1} on file.{' '}
          </>
        )}
        {why}
      </p>
      {others.length > 0 && (
        <p class="others">
          Read as{' '}
          {others.map((label) => (
            <button key={label.id} class="textbtn" type="button" onClick={() => onEntity(label.id)}>
              {label.country ? countryName(label.country) : label.name}
            </button>
          ))}
        </p>
      )}
    </div>
  );
}

const FEW_VENDORS = 4;

function Names({ view }: { view: EntityView }) {
  const [showsAll, setShowsAll] = useState(false);
  const rows = vendorRows(view.entity);
  const others = otherNames(view.entity);
  if (!rows.length && !others.length) return null;
  const shown = showsAll ? rows : rows.slice(0, FEW_VENDORS);
  return (
    <section class="card-sec" aria-label="Names">
      <h3>
        {rows.length ? 'Names by who uses them' : 'Other names'}
        {rows.length > FEW_VENDORS && (
          <button class="textbtn" type="button" aria-expanded={showsAll} onClick={() => setShowsAll(!showsAll)}>
            {showsAll ? 'Show fewer' : `Show all ${rows.length}`}
          </button>
        )}
      </h3>
      {rows.length > 0 && (
        <dl class="vendors">
          {shown.map((row) => [
            <dt key={row.vendor}>{row.vendor}</dt>,
            <dd key={`${row.vendor} names`}>
              {row.names.map((name, i) => (
                <span key={name.text}>
                  {i > 0 && ', '}
                  <bdi>{name.text}</bdi>
                  {name.note && <small> {name.note}</small>}
                </span>
              ))}
            </dd>,
          ])}
        </dl>
      )}
      {others.length > 0 && (showsAll || rows.length <= FEW_VENDORS) && (
        <p class="aka">
          {rows.length > 0 && <b>Also</b>}
          <bdi>{listNames(others, showsAll ? others.length : 8)}</bdi>
        </p>
      )}
    </section>
  );
}

export function Related({ labels, onEntity }: { labels: readonly EntityLabel[]; onEntity: (id: EntityId) => void }) {
  if (!labels.length) return null;
  const count = new Map<string, number>();
  for (const label of labels) count.set(labelText(label, false), (count.get(labelText(label, false)) ?? 0) + 1);
  return (
    <section class="card-sec" aria-label="Linked entities">
      <div class="chips">
        {labels.map((label) => (
          <button
            key={label.id}
            class={`chip ${label.kind}`}
            type="button"
            title={label.name}
            onClick={() => onEntity(label.id)}
          >
            <span>{labelText(label, (count.get(labelText(label, false)) ?? 0) > 1)}</span>
          </button>
        ))}
      </div>
    </section>
  );
}
