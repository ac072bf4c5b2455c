import * as v from 'valibot';

/**
 * A calendar date at the precision that is known: `2024`, `2024-03` or `2024-03-25`.
 * The length of the string is the precision; nothing is padded with invented days.
 */
export const partialDate = v.pipe(
  v.string(),
  v.regex(/^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/, 'a date is YYYY, YYYY-MM or YYYY-MM-DD'),
  v.check((text) => text.length < 10 || isCalendarDay(text), 'no such day in the calendar'),
);

/** A full calendar day, `2024-03-25`. */
export const fullDate = v.pipe(
  v.string(),
  v.regex(/^\d{4}-\d{2}-\d{2}$/, 'a full date is YYYY-MM-DD'),
  v.check(isCalendarDay, 'no such day in the calendar'),
);

function isCalendarDay(text: string): boolean {
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}

/** ISO 3166-1 alpha-2, or a bloc that makes statements of its own: EU, NATO, UN. */
export const countryOrBloc = v.union([
  v.pipe(v.string(), v.regex(/^[A-Z]{2}$/, 'a country is two capitals (ISO 3166-1), EU included')),
  v.picklist(['NATO', 'UN']),
]);
export type CountryOrBloc = v.InferOutput<typeof countryOrBloc>;

const SLUG = '[a-z0-9]+(?:-[a-z0-9]+)*';
const idOf = (kind: string) =>
  v.pipe(v.string(), v.regex(new RegExp(`^${kind}:${SLUG}$`), `an id of the form ${kind}:some-slug`));

export const actorId = idOf('actor');
export const agencyId = idOf('agency');
export const incidentId = idOf('incident');
export const eventId = idOf('event');
export const sourceId = idOf('source');

/** A name, title or term that stands on one line, trimmed, in Unicode NFC. */
export const line = (max: number) =>
  v.pipe(
    v.string(),
    v.minLength(1),
    v.maxLength(max),
    v.check((text) => text === text.trim() && !/[\p{Cc}\p{Zl}\p{Zp}]/u.test(text), 'one trimmed line'),
    v.check((text) => text === text.normalize('NFC'), 'text is kept in Unicode NFC'),
  );

/**
 * Where a fact was found. `locator` narrows the place down inside the source: a STIX id, a MISP uuid,
 * a row, a page fragment. `retrieved` is the day on which somebody saw it there.
 */
export const provenance = v.strictObject({
  source: sourceId,
  locator: v.optional(line(120)),
  retrieved: v.optional(fullDate),
});
export type Provenance = v.InferOutput<typeof provenance>;

/** STIX `external_references` of an entity, one stable id per upstream. */
export const externalIds = v.strictObject({
  attack: v.optional(v.pipe(v.string(), v.regex(/^[GC]\d{4}$/, 'an ATT&CK id such as G0128 or C0024'))),
  misp: v.optional(v.pipe(v.string(), v.uuid())),
  stix: v.optional(v.pipe(v.string(), v.regex(/^[a-z-]+--[0-9a-f-]{36}$/))),
  auspex: v.optional(line(120)),
  wikidata: v.optional(v.pipe(v.string(), v.regex(/^Q\d+$/))),
});
export type ExternalIds = v.InferOutput<typeof externalIds>;
