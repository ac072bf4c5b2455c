import type { Verdict } from '../model/verdict';
import type { EntityLabel, EntityView } from '../model/view';
import { type Phrase, sentence } from './language/template';
import { listNames } from './lists';
import { inSentence } from './places';
import { STATES } from './verdict-text';
import { briefWhomText } from './whom-text';

const SAYS_WHERE_FROM: ReadonlySet<string> = new Set([...STATES, 'from-territory', 'unnamed-state']);

/** The record of a confusable entity in the shape that the verdict is drawn from. */
export function confusionView(view: EntityView, confusion: EntityView['confusions'][number]): EntityView {
  const entity = { ...view.entity, id: confusion.label.id } as EntityView['entity'];
  return { ...view, entity, label: confusion.label, events: confusion.events, confusions: [] };
}

/** What must not be confused: "Not the Electoral Commission breach: the UK ties that to …". */
export function confusionPhrases({ label }: { label: EntityLabel }, otherVerdict: Verdict): Phrase[] {
  const name = { text: label.name, entity: label.id };
  const not = sentence(label.kind === 'incident' ? 'confusion.notIncident' : 'confusion.not', { name });
  const [clause] = otherVerdict.clauses;
  // A claim of its own and a name without a state tell nothing that could be mixed up.
  if (!clause || !SAYS_WHERE_FROM.has(clause.accused.strength)) return sentence('verdict.plain', { claims: not });
  const tie = clause.accused.strength === 'from-territory' ? 'placed' : 'tied';
  const number = clause.by.length > 1 ? 'several' : 'single';
  const by = listNames(clause.by.map(inSentence));
  const whom = briefWhomText(clause.accused, label.kind === 'actor');
  const claim: Phrase[] = sentence(`confusion.${tie}.${number}`, { not, by, whom });
  const term = { text: clause.confidence ?? '', quote: true };
  return sentence('verdict.plain', { claims: clause.confidence ? sentence('verdict.sure', { claim, term }) : claim });
}
