import type { VerdictClause } from '../model/verdict';
import type { EntityView } from '../model/view';
import { type Phrase, sentence } from './language/template';
import { listNames } from './lists';
import { inSentence } from './places';
import { whomText } from './whom-text';

/** Ways to tie something to somebody; the rest say all by themselves. */
type Tie = 'attributed' | 'linked' | 'tied' | 'placed';
type Claim = Tie | 'pursued' | 'charged' | 'noState' | 'named' | 'reported';

/**
 * One clause of the verdict: who says it, of whom.
 *
 * @param before the clause that it follows, whose verb it need not repeat.
 */
export function claimText(clause: VerdictClause, view: EntityView, before?: VerdictClause): Phrase[] {
  const isActor = view.label.kind === 'actor';
  const claim = claimOf(clause, isActor);
  const by = listNames(clause.by.map((name) => speakerText(name, view)));
  if (!isTie(claim)) return sentence(`claim.${claim}`, { by });
  const form = before && claimOf(before, isActor) === claim ? 'again' : 'first';
  const whom = whomText(clause.accused, isActor);
  return sentence(`claim.${claim}.${form}`, { whom, by });
}

/** A speaker in a sentence; groups speak too, and are on record by their id. */
export function speakerText(name: string, view: EntityView): string {
  return view.labels[name]?.name ?? inSentence(name);
}

function isTie(claim: Claim): claim is Tie {
  return claim === 'attributed' || claim === 'linked' || claim === 'tied' || claim === 'placed';
}

/** Officials attribute, others link; where less than a state's own deed is claimed, both only tie. */
function claimOf({ accused, isOfficial }: VerdictClause, isActor: boolean): Claim {
  const verb = isOfficial ? 'attributed' : 'linked';
  const hasActor = !isActor && Boolean(accused.actor);
  if (accused.agency) return accused.strength === 'state-affiliated' ? 'tied' : verb;
  switch (accused.strength) {
    case 'criminal':
      return hasActor ? verb : isActor ? 'pursued' : 'charged';
    case 'actor-only':
      return hasActor ? verb : 'noState';
    case 'unstated':
      return hasActor ? verb : isOfficial ? 'named' : 'reported';
    case 'from-territory':
      return 'placed';
    case 'state-sponsored':
    case 'state-affiliated':
      return isActor ? 'tied' : verb;
    case 'unnamed-state':
    case 'state-direct':
      return verb;
  }
}
