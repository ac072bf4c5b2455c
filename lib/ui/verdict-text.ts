import { i18n } from '#i18n';
import type { Verdict, VerdictClause } from '../model/verdict';
import type { EntityView } from '../model/view';
import { claimText, speakerText } from './claim-text';
import { dateText, monthText } from './dates';
import { countedSentence, type Phrase, sentence } from './language/template';
import { listNames } from './lists';
import { begun, sentences, subdued } from './phrase';
import { capital } from './words';

/** Clauses beyond these are left to the history. */
const MOST_CLAUSES = 3;

/** Accusations that name a state, however loosely; they share a sentence and its "since". */
export const STATES: ReadonlySet<string> = new Set(['state-direct', 'state-sponsored', 'state-affiliated']);

/** The verdict line: who attributes it to whom, since when. Never the product's own voice. */
export function verdictPhrases(verdict: Verdict, view: EntityView): Phrase[] {
  const { clauses, since } = verdict;
  if (!clauses.length) return withoutAccusation(verdict, view);
  if (view.label.kind === 'agency') return accusedAgency(view, since);
  const main = mainClauses(clauses);
  const rest = clauses.filter((clause) => !main.includes(clause));
  const isUnofficial = verdict.isUnattributed && !main.some((clause) => clause.isOfficial);
  const lead = claimsSentence(main.slice(0, MOST_CLAUSES), view, since);
  return sentences([
    isUnofficial ? sentence('verdict.notOfficial', {}) : [],
    isUnofficial ? subdued(lead) : lead,
    rest.length ? subdued(claimsSentence(rest.slice(0, 1), view, undefined)) : [],
    whatIsNotNamed(clauses, view),
  ]);
}

/** Its first sentence alone, where there is little room. */
export function leadPhrases(verdict: Verdict, view: EntityView): Phrase[] {
  const main = mainClauses(verdict.clauses);
  if (!main.length || view.label.kind === 'agency') return verdictPhrases(verdict, view);
  return claimsSentence(main.slice(0, MOST_CLAUSES), view, verdict.since);
}

/** Claims that name a state, where there are any. */
function mainClauses(clauses: readonly VerdictClause[]): readonly VerdictClause[] {
  const isState = ({ accused }: VerdictClause) => STATES.has(accused.strength);
  return clauses.some(isState) ? clauses.filter(isState) : clauses;
}

/** Clauses in one sentence, with its month; of one clause, its certainty and who supports it. */
function claimsSentence(clauses: readonly VerdictClause[], view: EntityView, since: string | undefined): Phrase[] {
  const texts = clauses.map((clause, i) => {
    const text = claimText(clause, view, clauses[i - 1]);
    return i ? subdued(text) : text;
  });
  const [only] = clauses;
  const said = clauses.length === 1 ? withSupport(texts[0]!, only!, view) : undefined;
  const claims = begun(said ?? texts.reduce((first, second) => sentence('join.semicolon', { first, second })), capital);
  if (!since) return sentence('verdict.plain', { claims });
  return isOnce(view)
    ? sentence('verdict.in', { claims, month: dateText(since.slice(0, 7), 'long') })
    : sentence('verdict.since', { claims, month: monthText(since) });
}

function withSupport(claim: Phrase[], { confidence, supporters }: VerdictClause, view: EntityView): Phrase[] {
  const term = { text: confidence ?? '', quote: true };
  const who = listNames(supporters.map((name) => speakerText(name, view)));
  if (who && confidence) return sentence('verdict.sureSupported', { claim, term, who });
  if (who) return sentence('verdict.supported', { claim, who });
  return confidence ? sentence('verdict.sure', { claim, term }) : claim;
}

function whatIsNotNamed(clauses: readonly VerdictClause[], view: EntityView): Phrase[] {
  const namesGroup = clauses.some(({ accused }) => accused.actor || accused.agency);
  if (view.label.kind !== 'incident' || namesGroup) return [];
  const isCrime = clauses.every(({ accused }) => accused.strength === 'criminal');
  return [{ text: i18n.t(isCrime ? 'verdict.noState' : 'verdict.noGroup') }];
}

/** "China denies it." */
export function denialText({ deniedBy }: Verdict, view: EntityView): string | undefined {
  if (!deniedBy.length) return undefined;
  const names = deniedBy.map((name) => speakerText(name, view));
  return capital(i18n.t(`verdict.denies.${deniedBy.length > 1 ? 'several' : 'single'}`, { who: listNames(names, 3) }));
}

function accusedAgency(view: EntityView, since: string | undefined): Phrase[] {
  const { id } = view.entity;
  const count = view.events.filter(
    ({ event }) => event.accused?.agency === id || event.accused?.companies?.some((c) => c === id),
  ).length;
  return since
    ? countedSentence('verdict.accusedSince', count, { month: monthText(since) })
    : countedSentence('verdict.accused', count);
}

function withoutAccusation(verdict: Verdict, view: EntityView): Phrase[] {
  const said = view.events.filter(({ event }) => event.by?.agencies?.some((agency) => agency === view.entity.id));
  const isAgency = view.label.kind === 'agency';
  if (isAgency && said.length) {
    const oldest = said.map(({ event }) => event.date ?? '').sort()[0]!;
    return countedSentence('verdict.speaksSince', said.length, {
      month: monthText(oldest),
    });
  }
  if (verdict.isUnattributed) return sentence('verdict.notOfficial', {});
  return [{ text: i18n.t(isAgency ? 'verdict.notNamed' : 'verdict.noAttribution') }];
}

function isOnce(view: EntityView): boolean {
  return (
    new Set(view.events.filter(({ event }) => event.accused).map(({ event }) => event.date?.slice(0, 7))).size === 1
  );
}
