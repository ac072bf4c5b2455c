import { useEffect, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { type TabSummary, toBackground } from '../messages';
import type { EntityId } from '../model/record';
import { verdictOf } from '../model/verdict';
import type { EntityView } from '../model/view';
import { Rich } from '../ui/language/Rich';
import { Phrases } from '../ui/Phrases';
import { subdued } from '../ui/phrase';
import { denialText, leadPhrases } from '../ui/verdict-text';

/** "On this page": what the record says of the actors and incidents that the page speaks of most, in a paragraph. */
export function PageStory({ mentions, onOpen }: { mentions: TabSummary['mentions']; onOpen: (id: EntityId) => void }) {
  const views = useViews(subjectsOf(mentions));
  if (!views.length) return null;
  return (
    <section class="p-story" aria-labelledby="story-title">
      <h2 id="story-title">{i18n.t('popup.story')}</h2>
      {views.map((view) => (
        <p key={view.entity.id}>
          <Told view={view} onOpen={onOpen} />
        </p>
      ))}
    </section>
  );
}

function Told({ view, onOpen }: { view: EntityView; onOpen: (id: EntityId) => void }) {
  const { label } = view;
  const verdict = verdictOf(view);
  const name = (
    <button type="button" class="textbtn inline" onClick={() => onOpen(label.id)}>
      <span class={`u ${label.kind}`}>{label.name}</span>
    </button>
  );
  const said = subdued(leadPhrases(verdict, view));
  const claim = (
    <>
      <Phrases phrases={said} /> {denialText(verdict, view)}
    </>
  );
  return <Rich of="popup.told" values={{ name, claim }} />;
}

/** The actor and the incident that are named most and without doubt; agencies mostly speak. More stands in the list. */
function subjectsOf(mentions: TabSummary['mentions']): EntityId[] {
  const sure = mentions.filter(({ labels, count, faint }) => labels.length === 1 && faint < count);
  return (['actor', 'incident'] as const).flatMap(
    (wanted) => sure.find(({ kind }) => kind === wanted)?.labels[0]?.id ?? [],
  );
}

function useViews(ids: readonly EntityId[]): EntityView[] {
  const [views, setViews] = useState<EntityView[]>([]);
  const key = ids.join(' ');
  useEffect(() => {
    let isWanted = true;
    const asked = key.split(' ').filter(Boolean);
    Promise.all(asked.map((id) => toBackground('view', { id }))).then(
      (found) => isWanted && setViews(found.filter((view) => view !== null)),
      () => isWanted && setViews([]),
    );
    return () => {
      isWanted = false;
    };
  }, [key]);
  return views;
}
