import { countryName } from '../../model/country';
import { ANSWER_KINDS, type AttributionEvent, type Strength } from '../../model/event';
import { OWN_SOURCE_NAME } from '../../model/own-format';
import type { Source } from '../../model/source';
import { stixConfidence } from './confidence';
import type { RefOf } from './entities';
import { type Common, extended, PRODUCER } from './frame';
import { filled, type StixObject, stixId } from './object';
import type { Parties } from './parties';

/** What the events of one bundle share. */
export interface EventContext {
  common: Common;
  parties: Parties;
  refOf: RefOf;
  sources: ReadonlyMap<string, Source>;
  /** Ids of events that a later one takes back. */
  retracted: ReadonlySet<string>;
}

/** Strengths in which the accuser ties the deed to the state itself. */
const NAMES_STATE: ReadonlySet<Strength> = new Set(['state-direct', 'state-sponsored', 'state-affiliated']);

/**
 * The objects that an accusation makes: one relationship for each pair that it ties together, or a note where
 * it ties none (a group named, and nothing else). Made on behalf of the accuser, who stands in `created_by_ref`.
 */
export function accusationObjects(event: AttributionEvent, context: EventContext): StixObject[] {
  const pairs = pairsOf(event, context);
  if (!pairs.length) return [noteOf(event, context)];
  const { common, retracted } = context;
  return pairs.map(([source, type, target]) =>
    filled({
      type: 'relationship',
      id: stixId('relationship', [event.id, source, type, target].join(' ')),
      ...common,
      ...spoken(event, context),
      relationship_type: type,
      source_ref: source,
      target_ref: target,
      description: wordsOf(event),
      // Taken back by who said it: STIX's own word for that.
      revoked: retracted.has(event.id) ? true : undefined,
    }),
  );
}

/**
 * A denial, dispute or retraction: an opinion on the objects that it answers. `undefined` where the bundle
 * holds none of those.
 */
export function answerObject(
  event: AttributionEvent,
  answered: readonly string[],
  context: EventContext,
): StixObject | undefined {
  if (!answered.length) return undefined;
  return filled({
    type: 'opinion',
    id: stixId('opinion', event.id),
    ...context.common,
    ...spoken(event, context),
    opinion: event.kind === 'dispute' ? 'disagree' : 'strongly-disagree',
    explanation: wordsOf(event),
    object_refs: [...answered],
  });
}

export function isAnswer({ kind }: AttributionEvent): boolean {
  return ANSWER_KINDS.has(kind);
}

type Pair = [source: string, type: 'attributed-to' | 'originates-from', target: string];

function pairsOf({ accused, incidents }: AttributionEvent, { parties, refOf }: EventContext): Pair[] {
  if (!accused) return [];
  const actor = refOf(accused.actor);
  const deeds = (incidents ?? []).flatMap((id) => refOf(id) ?? []);
  const pairs: Pair[] = actor ? deeds.map((deed) => [deed, 'attributed-to', actor]) : [];
  const doers = actor ? [actor] : deeds;
  const bodies = [accused.agency, ...(accused.companies ?? [])].flatMap((id) => refOf(id) ?? []);
  const { country, strength } = accused;
  if (country && !refOf(accused.agency) && NAMES_STATE.has(strength)) bodies.push(parties.government(country));
  for (const doer of doers) {
    for (const body of bodies) pairs.push([doer, 'attributed-to', body]);
    // Territory is not responsibility, and blocs are no territory.
    if (strength === 'from-territory' && country && /^(?!EU)[A-Z]{2}$/.test(country))
      pairs.push([doer, 'originates-from', parties.territory(country)]);
  }
  return pairs;
}

function noteOf(event: AttributionEvent, context: EventContext): StixObject {
  const { by, accused, incidents } = event;
  const { refOf, parties, common, retracted } = context;
  const about = [accused?.actor, accused?.agency, ...(accused?.companies ?? []), ...(incidents ?? [])];
  const refs = about.flatMap((id) => refOf(id) ?? []);
  const country = accused?.country ?? by?.country;
  if (!refs.length) refs.push(country ? parties.government(country) : PRODUCER);
  return filled({
    type: 'note',
    id: stixId('note', event.id),
    ...common,
    ...spoken(event, context),
    content: wordsOf(event),
    object_refs: [...new Set(refs)],
    revoked: retracted.has(event.id) ? true : undefined,
  });
}

/** What all objects of one event have in common: who speaks, how surely, where it stands written. */
function spoken(event: AttributionEvent, { parties, refOf, sources }: EventContext) {
  const { by, accused, confidence, review } = event;
  const organisation = by?.org ? parties.organisation(by.org) : undefined;
  const agencies = (by?.agencies ?? []).flatMap((id) => refOf(id) ?? []);
  const group = refOf(by?.actor);
  return {
    created_by_ref: by?.country ? parties.government(by.country) : (organisation ?? PRODUCER),
    confidence: stixConfidence(event),
    labels: [event.kind, ...(review.state === 'unreviewed' ? ['unreviewed'] : [])],
    external_references: [
      { source_name: OWN_SOURCE_NAME, external_id: event.id },
      ...event.prov.flatMap(({ source }) => referenceTo(sources.get(source))),
    ],
    ...extended({
      record: event.id,
      review: review.state,
      event_date: event.date,
      event_kind: event.kind,
      statement: event.statement,
      mode: by?.mode,
      speaker_country: by?.country,
      speaker_refs: [...agencies, organisation, group].filter(Boolean),
      strength: accused?.strength,
      wording: accused?.wording,
      persons: accused?.persons,
      confidence_level: confidence?.level,
      confidence_wording: confidence?.wording,
      confidence_scale: confidence?.scale,
      responses: event.responses?.map(({ kind, by: whose, date, ref }) => filled({ kind, by: whose, date, ref })),
      answers: event.answers,
      supersedes: event.supersedes,
    }),
  };
}

function referenceTo(source: Source | undefined): object[] {
  if (!source) return [];
  return [filled({ source_name: source.publisher, url: source.url, description: source.title })];
}

/** The act in plain words, for tools that show nothing else: never a claim of our own. */
function wordsOf({ date, kind, by, accused, confidence }: AttributionEvent): string {
  const speaker = by?.country ? countryName(by.country) : (by?.org ?? by?.actor ?? 'Nobody officially');
  const said = [
    `${speaker}, ${kind.replaceAll('-', ' ')}${date ? ` of ${date}` : ''}`,
    accused && `strength: ${accused.strength}`,
    accused?.wording && `accused: “${accused.wording}”`,
    confidence?.wording && `certainty: “${confidence.wording}”`,
  ];
  return `${said.filter(Boolean).join('; ')}.`;
}
