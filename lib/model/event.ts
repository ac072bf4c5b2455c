import * as v from 'valibot';
import { actorId, agencyId, countryOrBloc, eventId, incidentId, line, partialDate, provenance } from './primitives';
import { review } from './review';

/** What somebody did on that day. Denials, disputes and retractions stand in the same line of time. */
export const EVENT_KINDS = [
  'statement',
  'remark',
  'advisory',
  'indictment',
  'sanction',
  'arrest-warrant',
  'arrest',
  'conviction',
  'investigation',
  'takedown',
  'reward',
  'expulsion',
  'vendor-report',
  'media-report',
  'self-claim',
  'denial',
  'dispute',
  'retraction',
  'no-official-attribution',
] as const;
export type EventKind = (typeof EVENT_KINDS)[number];

/** Kinds that answer other events instead of accusing anyone. */
export const ANSWER_KINDS: ReadonlySet<EventKind> = new Set(['denial', 'dispute', 'retraction']);

/** How far the accusation goes, weakest wording of the statement counted. */
export const STRENGTHS = [
  'state-direct',
  'state-sponsored',
  'state-affiliated',
  'from-territory',
  'unnamed-state',
  'actor-only',
  'criminal',
  /** Imported without anybody having read how far the text went; never in a reviewed record. */
  'unstated',
] as const;
export type Strength = (typeof STRENGTHS)[number];

export const RESPONSE_KINDS = [
  'sanction',
  'indictment',
  'arrest',
  'expulsion',
  'summons',
  'diplomatic-break',
  'ambassador-recall',
  'takedown',
  'seizure',
  'reward',
  'advisory',
  'directive',
  'support-statement',
] as const;

/** Who speaks. Exactly one accuser to a record: a joint statement is one record per government. */
export const speaker = v.pipe(
  v.strictObject({
    country: v.optional(countryOrBloc),
    agencies: v.optional(v.pipe(v.array(agencyId), v.minLength(1))),
    /** A company, news organisation or other body that is not an agency in `data/agencies`. */
    org: v.optional(line(80)),
    /** The actor itself, in a self-claim or a denial of its own. */
    actor: v.optional(actorId),
    /** `joint`: one text by several; `supports`: agrees with another's; else `independent`. */
    mode: v.picklist(['independent', 'joint', 'supports']),
  }),
  v.check((by) => Boolean(by.country || by.org || by.actor), 'a speaker needs a country, an organisation or an actor'),
);

/** Who is accused, as far as the statement names them. */
export const accused = v.strictObject({
  country: v.optional(countryOrBloc),
  agency: v.optional(agencyId),
  actor: v.optional(actorId),
  /** Companies and fronts on record as agencies of type `front-company`. */
  companies: v.optional(v.pipe(v.array(agencyId), v.minLength(1))),
  /** Persons, only as the official act names them, with the act's own standing. */
  persons: v.optional(
    v.pipe(
      v.array(
        v.strictObject({
          name: line(80),
          standing: v.picklist(['named', 'charged', 'sanctioned', 'wanted', 'arrested', 'convicted']),
        }),
      ),
      v.minLength(1),
    ),
  ),
  strength: v.picklist(STRENGTHS),
  /** The statement's own short term for the accused: "China state-affiliated actors". */
  wording: v.optional(line(100)),
});

export const CONFIDENCE_LEVELS = ['confirmed', 'high', 'moderate', 'low', 'unstated'] as const;

export const confidence = v.strictObject({
  level: v.picklist(CONFIDENCE_LEVELS),
  /** Short official term, as spoken: "almost certain". Never a sentence. */
  wording: v.optional(line(80)),
  /** The yardstick the term belongs to: UK PHIA, US ICD 203, or none. */
  scale: v.optional(v.picklist(['UK-PHIA', 'US-ICD203'])),
});

export const response = v.strictObject({
  kind: v.picklist(RESPONSE_KINDS),
  by: countryOrBloc,
  date: partialDate,
  /** Designation number, programme or other reference of the act. */
  ref: v.optional(line(80)),
  prov: v.optional(v.pipe(v.array(provenance), v.minLength(1))),
});

/**
 * One attribution event: one statement × one accuser × one accused (STIX `relationship`
 * attributed-to, with its report). History is appended to: a retraction is another event.
 */
export const attributionEvent = v.pipe(
  v.strictObject({
    $schema: v.literal('../schema/event.schema.json'),
    id: eventId,
    /** Absent only for `no-official-attribution`. */
    date: v.optional(partialDate),
    kind: v.picklist(EVENT_KINDS),
    /** Same slug on every record of one joint text, so that card and dossier can show it once. */
    statement: v.optional(v.pipe(v.string(), v.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/))),
    by: v.optional(speaker),
    accused: v.optional(accused),
    incidents: v.optional(v.pipe(v.array(incidentId), v.minLength(1))),
    confidence: v.optional(confidence),
    responses: v.optional(v.pipe(v.array(response), v.minLength(1))),
    /** For a denial, dispute or retraction: the events it answers. */
    answers: v.optional(v.pipe(v.array(eventId), v.minLength(1))),
    supersedes: v.optional(eventId),
    prov: v.array(provenance),
    review,
  }),
  v.check(
    (event) => ANSWER_KINDS.has(event.kind) === Boolean(event.answers),
    'denials, disputes and retractions, and only they, say which events they answer',
  ),
  v.check(
    (event) => ANSWER_KINDS.has(event.kind) || event.kind === 'no-official-attribution' || Boolean(event.accused),
    'an accusation says who is accused',
  ),
  v.check(
    (event) => event.kind === 'no-official-attribution' || Boolean(event.date && event.by),
    'an event has a date and a speaker',
  ),
  v.check(
    (event) => event.kind === 'denial' || event.prov.length > 0,
    'only a denial may stand without a source, and is then shown with "no link on file"',
  ),
);
export type AttributionEvent = v.InferOutput<typeof attributionEvent>;
