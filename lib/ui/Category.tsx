import { i18n } from '#i18n';
import type { Verdict } from '../model/verdict';
import type { EntityView } from '../model/view';
import { keyPart } from './language/keys';
import { placeName } from './places';

/** The category in its own underline, and what kind of it: "Actor · said to be a state group". */
export function Category({ view, verdict }: { view: EntityView; verdict: Verdict }) {
  const { kind } = view.label;
  return (
    <>
      <span class={`key ${kind}`} aria-hidden="true" />
      {[i18n.t(`kind.${kind}.title`), typeWord(view, verdict)].filter(Boolean).join(' · ')}
    </>
  );
}

/** What it is, as far as the record may say so: a group is called a state's only where somebody has said it. */
function typeWord({ entity, label }: EntityView, verdict: Verdict): string {
  if ('kind' in entity) return i18n.t(`incident.${keyPart(entity.kind)}`);
  if ('type' in entity) return label.country ? placeName(label.country) : '';
  const names = verdict.clauses.map((clause) => clause.accused.strength);
  if (names.some((strength) => strength.startsWith('state-'))) return i18n.t('group.state');
  const group = entity.class === 'criminal' || entity.class === 'hacktivist' ? entity.class : 'plain';
  return i18n.t(`group.${group}`);
}
