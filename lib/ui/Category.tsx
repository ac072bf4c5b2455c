import { countryName } from '../model/country';
import type { Verdict } from '../model/verdict';
import type { EntityView } from '../model/view';
import { KIND_WORDS } from './words';

/** The category in its own underline, and what kind of it: "Actor · said to be a state group". */
export function Category({ view, verdict }: { view: EntityView; verdict: Verdict }) {
  const { kind } = view.label;
  return (
    <>
      <span class={`key ${kind}`} aria-hidden="true" />
      {[KIND_WORDS[kind].title, typeWord(view, verdict)].filter(Boolean).join(' · ')}
    </>
  );
}

/** What it is, as far as the record may say so: a group is called a state's only where somebody has said it. */
function typeWord({ entity, label }: EntityView, verdict: Verdict): string {
  if ('kind' in entity) return entity.kind.replace(/-/g, ' ');
  if ('type' in entity) return label.country ? countryName(label.country) : '';
  const names = verdict.clauses.map((clause) => clause.accused.strength);
  if (names.some((strength) => strength.startsWith('state-'))) return 'said to be a state group';
  return entity.class === 'criminal' || entity.class === 'hacktivist' ? `${entity.class} group` : 'group';
}
