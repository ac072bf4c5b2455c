import { useMemo } from 'preact/hooks';
import { i18n } from '#i18n';
import { toBackground } from '../messages';
import type { EntityId } from '../model/record';
import { kindOf } from '../model/record';
import { setMuted } from '../settings';
import { Card, type CardSource } from '../ui/Card';

/** The card of an entity inside the popup, reached from the list or the search. */
export function EntityPanel({ id, isPanel, onBack }: { id: EntityId; isPanel: boolean; onBack: () => void }) {
  const source = useMemo<CardSource>(
    () => ({
      mention: {
        start: 0,
        end: 0,
        kind: kindOf(id),
        entities: [id],
        certainty: 1,
        reason: { rule: 'distinctive', evidence: [] },
      },
      written: '',
      view: (wanted) => toBackground('view', { id: wanted }),
      labels: (ids) => toBackground('labels', { ids }),
      openDossier: (wanted) => void toBackground('openDossier', { id: wanted }).then(() => isPanel || window.close()),
      mute: (wanted) => void setMuted(wanted, true),
    }),
    [id, isPanel],
  );
  return (
    <main class={isPanel ? 'popup p-entity p-panel' : 'popup p-entity'} aria-label={i18n.t(`kind.${kindOf(id)}.title`)}>
      <Card key={id} source={source} takesFocus onClose={onBack} />
    </main>
  );
}
