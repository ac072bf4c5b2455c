import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { Mention } from '../model/mention';
import type { EntityId } from '../model/record';
import { verdictOf } from '../model/verdict';
import type { EntityLabel, EntityView } from '../model/view';
import { CardActions } from './CardActions';
import { Category } from './Category';
import { confusionPhrases, confusionView } from './confusion-text';
import { dateText } from './dates';
import { FromFeeds } from './FromFeeds';
import { Lifetime } from './Lifetime';
import { LocalNameLine } from './LocalNameLine';
import { Counted, Rich } from './language/Rich';
import { NameRows } from './NameRows';
import { writtenNote } from './names';
import { Phrases } from './Phrases';
import { placeName } from './places';
import { reasonText } from './reason-text';
import { Timeline } from './Timeline';
import { denialText, verdictPhrases } from './verdict-text';
import { labelText } from './words';

interface EntityCardProps {
  view: EntityView;
  onDossier: (id: EntityId) => void;
  /** The mention the reader came from; absent after turning the card to another entity. */
  mention?: { mention: Mention; written: string; others: EntityLabel[] };
  back?: { name: string; go: () => void };
  onEntity: (id: EntityId) => void;
  /** Mutes the entity: its names are not marked any more. */
  onMute: (id: EntityId) => void;
  onClose: () => void;
}

/** The card of one entity: who says so, since when, how sure, with what response, and who denies it. */
export function EntityCard({ view, mention, back, onEntity, onDossier, onMute, onClose }: EntityCardProps) {
  const [said, setSaid] = useState('');
  const verdict = verdictOf(view);
  const denial = denialText(verdict, view);
  const note = mention && writtenNote(view.entity, mention.written);
  return (
    <>
      <header class="card-head">
        <p class="card-cat">
          {back ? (
            <button class="textbtn" type="button" onClick={back.go}>
              <span aria-hidden="true">‹ </span>
              {i18n.t('card.back', { name: back.name })}
            </button>
          ) : (
            <Category view={view} verdict={verdict} />
          )}
          <span class="end">
            <button class="card-close" type="button" aria-label={i18n.t('card.close')} onClick={onClose}>
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
        <LocalNameLine entity={view.entity} />
        {note && (
          <p class="card-written">
            <Rich of="written.says" values={note} />
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
          {verdict.clauses.length > 0 && !verdict.isReviewed && <small>{i18n.t('verdict.unreviewed')}</small>}
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
        <NameRows view={view} />
        <FromFeeds view={view} />
        <Related labels={view.related} onEntity={onEntity} />
      </div>
      <p class="card-said" role="status">
        {said}
      </p>
      <footer class="card-foot">
        <span class="ver num">
          {i18n.t('card.core', { version: view.stamp.version, date: dateText(view.stamp.date) })}
          <span>{i18n.t(view.entity.review.state === 'reviewed' ? 'card.reviewed' : 'card.unreviewed')}</span>
        </span>
        <button class="textbtn lead" type="button" onClick={() => onDossier(view.entity.id)}>
          {i18n.t('card.dossier')}
        </button>
        <CardActions view={view} onMute={() => onMute(view.entity.id)} onSaid={setSaid} />
      </footer>
    </>
  );
}

/** An agency's history tells of what it said, of what is said of it, or of both. */
function historyTitle(view: EntityView): string {
  if (view.label.kind !== 'agency') return i18n.t('history.title.attributed');
  const { id } = view.entity;
  const isAccused = view.events.some(
    ({ event }) => event.accused?.agency === id || event.accused?.companies?.some((company) => company === id),
  );
  const accuses = view.events.some(({ event }) => event.by?.agencies?.some((agency) => agency === id));
  if (isAccused && accuses) return i18n.t('history.title.both');
  return i18n.t(isAccused ? 'history.title.accused' : 'history.title.speaks');
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
  const choices = others.map((label) => (
    <button key={label.id} class="textbtn" type="button" onClick={() => onEntity(label.id)}>
      {label.country ? placeName(label.country) : label.name}
    </button>
  ));
  return (
    <div class="why">
      <p>
        {others.length > 0 && (
          <>
            <Counted of="card.shared" count={others.length + 1} values={{ name: written }} />{' '}
          </>
        )}
        {why}
      </p>
      {others.length > 0 && (
        <p class="others">
          <Rich of="card.readAs" values={{ choices }} />
        </p>
      )}
    </div>
  );
}

export function Related({ labels, onEntity }: { labels: readonly EntityLabel[]; onEntity: (id: EntityId) => void }) {
  if (!labels.length) return null;
  const count = new Map<string, number>();
  for (const label of labels) count.set(labelText(label, false), (count.get(labelText(label, false)) ?? 0) + 1);
  return (
    <section class="card-sec" aria-label={i18n.t('card.linked')}>
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
