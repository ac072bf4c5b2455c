import type { EntityId } from '../model/record';
import type { Accused, Verdict, VerdictClause } from '../model/verdict';
import type { EntityLabel, EntityView } from '../model/view';
import { inSentence, listNames, monthText, possessive } from './words';

/** A piece of a sentence; `quote` is official wording, `entity` turns the card. */
export interface Phrase {
  text: string;
  strong?: boolean;
  quote?: boolean;
  entity?: EntityId;
}

/** Clauses beyond these are left to the history. */
const MOST_CLAUSES = 3;

/** The verdict line: who attributes it to whom, since when. Never the product's own voice. */
export function verdictPhrases(verdict: Verdict, view: EntityView): Phrase[] {
  const { clauses, since } = verdict;
  if (!clauses.length) return withoutAccusation(verdict, view);
  if (view.label.kind === 'agency') return accusedAgency(view, since);
  const isState = (clause: VerdictClause) => STATES.has(clause.accused.strength);
  const main = clauses.some(isState) ? clauses.filter(isState) : clauses;
  const rest = clauses.filter((clause) => !main.includes(clause));
  const phrases = verdict.isUnattributed && !main.some((clause) => clause.isOfficial) ? [...NOT_OFFICIAL] : [];
  phrases.push(...sentence(main.slice(0, MOST_CLAUSES), view, since, !phrases.length));
  if (rest.length) phrases.push({ text: ' ' }, ...sentence(rest.slice(0, 1), view, undefined, false));
  if (view.label.kind === 'incident' && clauses.every((clause) => !clause.accused.actor && !clause.accused.agency)) {
    phrases.push({
      text: clauses.every((clause) => clause.accused.strength === 'criminal')
        ? ' No state role is alleged.'
        : ' No group is named.',
    });
  }
  return phrases;
}

/** Accusations that name a state, however loosely; they share a sentence and its "since". */
const STATES: ReadonlySet<string> = new Set(['state-direct', 'state-sponsored', 'state-affiliated']);

const SAYS_WHERE_FROM: ReadonlySet<string> = new Set([...STATES, 'from-territory', 'unnamed-state']);

const NOT_OFFICIAL: readonly Phrase[] = [
  { text: 'No official attribution is on record.', strong: true },
  { text: ' ' },
];

function sentence(
  clauses: readonly VerdictClause[],
  view: EntityView,
  since: string | undefined,
  isLead: boolean,
): Phrase[] {
  const isActor = view.label.kind === 'actor';
  const phrases: Phrase[] = [];
  clauses.forEach((clause, i) => {
    const said = claimText(clause, isActor);
    const repeats = i > 0 && said.verb === claimText(clauses[i - 1]!, isActor).verb;
    const text = repeats ? said.object : `${said.verb} ${said.object}`.trim();
    if (i > 0) phrases.push({ text: '; ' });
    phrases.push({ text: i ? text : capital(text), strong: isLead && i === 0 });
    phrases.push({ text: ` by ${listNames(clause.by.map((name) => speakerText(name, view)))}` });
    if (clause.confidence && clauses.length === 1)
      phrases.push({ text: ', ' }, { text: clause.confidence, quote: true }, { text: ',' });
    if (clause.supporters.length && clauses.length === 1)
      phrases.push({
        text: ` with support from ${listNames(clause.supporters.map((name) => speakerText(name, view)))}`,
      });
  });
  if (since)
    phrases.push({
      text: `${phrases.at(-1)?.text === ',' ? '' : ','} ${isOnce(view) ? 'in' : 'since'} ${monthText(since)}`,
    });
  if (phrases.at(-1)?.text === ',') phrases.pop();
  return [...phrases, { text: '.' }];
}

/** A speaker in a sentence; groups speak too, and are on record by their id. */
function speakerText(name: string, view: EntityView): string {
  return view.labels[name]?.name ?? inSentence(name);
}

/** "China denies it." */
export function denialText(verdict: Verdict, view: EntityView): string | undefined {
  if (!verdict.deniedBy.length) return undefined;
  const names = listNames(
    verdict.deniedBy.map((name) => speakerText(name, view)),
    3,
  );
  return `${capital(names)} ${verdict.deniedBy.length > 1 ? 'deny' : 'denies'} it.`;
}

/** The record of a confusable entity in the shape that the verdict is drawn from. */
export function confusionView(view: EntityView, confusion: EntityView['confusions'][number]): EntityView {
  const entity = { ...view.entity, id: confusion.label.id } as EntityView['entity'];
  return { ...view, entity, label: confusion.label, events: confusion.events, confusions: [] };
}

/** What must not be confused: "Not the Electoral Commission breach: the UK ties that to …". */
export function confusionPhrases(other: { label: EntityLabel }, otherVerdict: Verdict): Phrase[] {
  const phrases: Phrase[] = [
    { text: 'Not', strong: true },
    { text: other.label.kind === 'incident' ? ' the ' : ' ' },
    { text: other.label.name, entity: other.label.id },
  ];
  const [clause] = otherVerdict.clauses;
  // A claim of its own and a name without a state tell nothing that could be mixed up.
  if (!clause || !SAYS_WHERE_FROM.has(clause.accused.strength)) return [...phrases, { text: '.' }];
  const { object } = claimText(clause, other.label.kind === 'actor');
  const [verb, whom] = clause.accused.strength === 'from-territory' ? ['place', object] : ['tie', object];
  phrases.push({
    text: `: ${listNames(clause.by.map(inSentence))} ${clause.by.length > 1 ? verb : `${verb}s`} that ${whom.replace(/,.*$/, '')}`,
  });
  if (clause.confidence) phrases.push({ text: ', ' }, { text: clause.confidence, quote: true });
  return [...phrases, { text: '.' }];
}

/** Verb and object of one clause: "attributed" – "to China’s MSS (Hubei)". */
function claimText({ accused, isOfficial }: VerdictClause, isActor: boolean): { verb: string; object: string } {
  const { strength, country } = accused;
  const state = country ? inSentence(country) : 'a state';
  const actor = !isActor && accused.actor ? `${accused.actor.name}` : '';
  const verb = isOfficial ? 'attributed' : 'linked';
  if (accused.agency) {
    const whose = `${country ? `${possessive(inSentence(country))} ` : ''}${agencyText(accused)}`;
    const loosely = strength === 'state-affiliated' ? 'tied' : verb;
    return { verb: loosely, object: actor ? `to ${actor}, of ${whose},` : `to ${whose}` };
  }
  switch (strength) {
    case 'criminal':
      return actor
        ? { verb, object: `to ${actor}` }
        : { verb: isActor ? 'pursued as criminals' : 'charged to criminals', object: '' };
    case 'actor-only':
      return actor
        ? { verb, object: `to ${actor}, no state named,` }
        : { verb: 'named, without naming a state,', object: '' };
    case 'unstated':
      return actor ? { verb, object: `to ${actor}` } : { verb: isOfficial ? 'named' : 'reported on', object: '' };
    case 'unnamed-state':
      return { verb, object: 'to a state that is not named' };
    case 'from-territory':
      return { verb: 'placed', object: `on the territory of ${state}${actor ? ` (${actor})` : ''}` };
    case 'state-direct':
      return { verb, object: actor ? `to ${actor} of ${state}` : `to ${state}` };
    case 'state-sponsored':
    case 'state-affiliated': {
      const whose = `${state.replace(/^the /, '')} ${strength}`;
      if (isActor) return { verb: 'tied', object: `to ${state}, as ${strength},` };
      return { verb, object: actor ? `to ${actor}, called ${whose},` : `to an unnamed ${whose} actor` };
    }
  }
}

/** "MSS (Hubei)" for a department, "GRU Unit 26165" where the name holds the parent's. */
function agencyText({ agency, parent }: Accused): string {
  const name = agency!.short ?? agency!.name;
  if (!parent) return name;
  const parentName = parent.short ?? parent.name;
  if (agency!.name.includes(parentName)) return agency!.name;
  return `${parentName} (${agency!.name.replace(/ State Security (?:Department|Bureau)$/, '')})`;
}

function accusedAgency(view: EntityView, since: string | undefined): Phrase[] {
  const { id } = view.entity;
  const count = view.events.filter(
    ({ event }) => event.accused?.agency === id || event.accused?.companies?.some((c) => c === id),
  ).length;
  const times = count === 1 ? 'one recorded event' : `${count} recorded events`;
  return [
    { text: `Accused in ${times}`, strong: true },
    { text: since ? ` ${count === 1 ? 'of' : 'since'} ${monthText(since)}.` : '.' },
  ];
}

function withoutAccusation(verdict: Verdict, view: EntityView): Phrase[] {
  const said = view.events.filter(({ event }) => event.by?.agencies?.some((agency) => agency === view.entity.id));
  if (view.label.kind === 'agency' && said.length) {
    const oldest = said.map(({ event }) => event.date ?? '').sort()[0]!;
    return [
      {
        text: `Speaks in ${said.length === 1 ? 'one recorded event' : `${said.length} recorded events`}`,
        strong: true,
      },
      { text: ` since ${monthText(oldest)}.` },
    ];
  }
  if (verdict.isUnattributed) return [...NOT_OFFICIAL];
  return [
    {
      text: view.label.kind === 'agency' ? 'No recorded event names it.' : 'No dated attribution is on record.',
      strong: false,
    },
  ];
}

function isOnce(view: EntityView): boolean {
  return (
    new Set(view.events.filter(({ event }) => event.accused).map(({ event }) => event.date?.slice(0, 7))).size === 1
  );
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
