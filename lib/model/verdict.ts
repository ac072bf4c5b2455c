import type { AttributionEvent, EventKind, Strength } from './event';
import type { EntityLabel, EntityView, EventView } from './view';

/** Who is accused, as specific as the accuser was. */
export interface Accused {
  country?: string;
  agency?: EntityLabel;
  /** The agency above it, to say "MSS (Hubei)". */
  parent?: EntityLabel;
  actor?: EntityLabel;
  strength: Strength;
  wording?: string;
}

/** One clause of the verdict: these accusers say the same of the same. */
export interface VerdictClause {
  accused: Accused;
  /** Countries, blocs or organisations, in the order in which they spoke. */
  by: string[];
  /** Who has only agreed with them. */
  supporters: string[];
  /** Official term of confidence, where one accuser stands alone. */
  confidence?: string;
  isOfficial: boolean;
  since: string;
}

/** The verdict of a card: generated from the events alone, never written by hand. */
export interface Verdict {
  clauses: VerdictClause[];
  /** Date of the oldest accusation counted. */
  since?: string;
  /** Who denies or disputes it. */
  deniedBy: string[];
  /** An official body is on record as having named nobody. */
  isUnattributed: boolean;
  /** Whether every event behind it has been reviewed. */
  isReviewed: boolean;
}

/** Kinds in which nobody speaks for a government. */
const UNOFFICIAL: ReadonlySet<EventKind> = new Set([
  'vendor-report',
  'media-report',
  'self-claim',
  'no-official-attribution',
]);

/**
 * Sums up who attributes this entity (an actor's deeds, an incident) to whom. Each accuser counts once,
 * with the most specific accusation it ever made; those who say the same share a clause.
 */
export function verdictOf(view: EntityView): Verdict {
  const retracted = new Set<string>(
    view.events.flatMap(({ event }) => (event.kind === 'retraction' ? (event.answers ?? []) : [])),
  );
  const standing = view.events.filter(({ event }) => !retracted.has(event.id));
  const accusations = standing.filter(({ event }) => event.accused && !event.answers && isAbout(event, view));
  const ids = new Set<string>(accusations.map(({ event }) => event.id));
  const isUnattributed = standing.some(({ event }) => event.kind === 'no-official-attribution');
  // Where it is on record that nobody has attributed it officially, what officials remarked is no attribution.
  const official = accusations.filter(
    ({ event }) => !UNOFFICIAL.has(event.kind) && !(isUnattributed && event.kind === 'remark'),
  );
  // The firmest records that there are: what is unreviewed counts only where nothing better is on file.
  const counted =
    [official.filter(isReviewed), official, accusations.filter(isReviewed)].find((events) => events.length) ??
    accusations;
  // "Since" counts from the first who named a state, where anybody did.
  const namingStates = counted.filter(({ event }) => namesState(event.accused!.strength));
  const clauses = groupClauses(counted, view, official.length > 0);
  const answers = standing.filter(
    ({ event }) => event.kind !== 'retraction' && event.answers?.some((id) => ids.has(id)),
  );
  return {
    clauses,
    since: earliest(namingStates.length ? namingStates : counted),
    deniedBy: unique(answers.map(({ event }) => speakerName(event))),
    isUnattributed,
    isReviewed: counted.length > 0 && counted.every(isReviewed),
  };
}

function isReviewed({ event }: EventView): boolean {
  return event.review.state === 'reviewed';
}

/** An agency's card speaks of what it is accused of, not of what it says of others. */
function isAbout(event: AttributionEvent, view: EntityView): boolean {
  const { id } = view.entity;
  if (view.label.kind !== 'agency') return true;
  return event.accused?.agency === id || Boolean(event.accused?.companies?.some((company) => company === id));
}

/** The name under which a speaker is shown: the country, else the organisation or actor. */
export function speakerName(event: AttributionEvent): string {
  return event.by?.country ?? event.by?.org ?? event.by?.actor ?? '';
}

function groupClauses(events: EventView[], view: EntityView, isOfficial: boolean): VerdictClause[] {
  const best = new Map<string, AttributionEvent>();
  for (const { event } of [...events].reverse()) {
    // Who accuses two states makes two accusations.
    const key = `${speakerName(event)}|${event.accused?.country ?? ''}`;
    const known = best.get(key);
    if (!known || specificity(event) > specificity(known)) best.set(key, event);
  }
  for (const [key, event] of best)
    if (!event.accused?.country && namesCountry(best, speakerName(event))) best.delete(key);
  const clauses = new Map<string, VerdictClause>();
  for (const event of best.values()) {
    const speaker = speakerName(event);
    const accused = accusedOf(event, view);
    const key = [
      accused.country,
      accused.agency?.id,
      view.label.kind === 'incident' && accused.actor?.id,
      bucket(accused.strength),
    ].join('|');
    const clause = clauses.get(key) ?? { accused, by: [], supporters: [], isOfficial, since: event.date ?? '' };
    clauses.set(key, clause);
    if ((event.date ?? '') < clause.since) clause.since = event.date ?? clause.since;
    if (event.by?.mode === 'supports') {
      clause.supporters.push(speaker);
      continue;
    }
    clause.by.push(speaker);
    clause.confidence = clause.by.length === 1 ? event.confidence?.wording : undefined;
    if (clause.by.length === 1) clause.accused = accused;
  }
  // Support for a statement that this record does not hold is a statement of its own.
  for (const clause of clauses.values()) if (!clause.by.length) clause.by = clause.supporters.splice(0);
  return [...clauses.values()].sort(
    (a, b) =>
      Number(isState(b)) - Number(isState(a)) || depth(b.accused) - depth(a.accused) || b.by.length - a.by.length,
  );
}

/** Whether this speaker has also named a country, which says more than an accusation without one. */
function namesCountry(best: ReadonlyMap<string, AttributionEvent>, speaker: string): boolean {
  return [...best.values()].some((event) => speakerName(event) === speaker && event.accused?.country);
}

function isState({ accused }: VerdictClause): boolean {
  return namesState(accused.strength);
}

function accusedOf(event: AttributionEvent, view: EntityView): Accused {
  const { country, agency, actor, strength, wording } = event.accused!;
  const label = agency ? view.labels[agency] : undefined;
  const parent = label?.parent ? view.labels[label.parent] : undefined;
  const actorLabel = actor && actor !== view.entity.id ? view.labels[actor] : undefined;
  return { country, agency: label, parent, actor: actorLabel, strength, wording };
}

function specificity(event: AttributionEvent): number {
  const { accused } = event;
  if (!accused) return 0;
  const strength = {
    'state-direct': 3,
    'state-sponsored': 2,
    'state-affiliated': 2,
    'from-territory': 1,
    'unnamed-state': 1,
    'actor-only': 0,
    unstated: 0,
    criminal: 0,
  }[accused.strength];
  return (accused.agency ? 16 : 0) + (accused.country ? 8 : 0) + (accused.actor ? 4 : 0) + strength;
}

function depth(accused: Accused): number {
  return (accused.parent ? 4 : 0) + (accused.agency ? 4 : 0) + (accused.country ? 2 : 0) + (accused.actor ? 1 : 0);
}

/** Strengths that one clause may hold together: never a weaker one under a stronger word. */
function bucket(strength: Strength): string {
  return strength === 'state-sponsored' || strength === 'state-affiliated' ? 'affiliated' : strength;
}

function namesState(strength: Strength): boolean {
  return strength === 'state-direct' || bucket(strength) === 'affiliated';
}

function earliest(events: EventView[]): string | undefined {
  return events
    .map(({ event }) => event.date ?? '')
    .filter(Boolean)
    .sort()[0];
}

function unique(names: string[]): string[] {
  return [...new Set(names.filter(Boolean))];
}
