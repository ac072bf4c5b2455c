import * as v from 'valibot';
import { alias } from './alias';
import { agencyId, countryOrBloc, externalIds, line, partialDate, provenance } from './primitives';
import { review } from './review';

export const AGENCY_TYPES = [
  'cyber',
  'cert',
  'sigint',
  'foreign-intel',
  'military-intel',
  'military-unit',
  'security',
  'law-enforcement',
  'justice',
  'sanctions',
  'ministry',
  'government',
  'election',
  'regulator',
  'igo',
  'front-company',
  /** Taken from a feed that does not say; never in `data/`. */
  'unstated',
] as const;

/** STIX `identity` of class organization: a body that accuses, is accused, or is hit. */
export const agency = v.strictObject({
  $schema: v.literal('../schema/agency.schema.json'),
  id: agencyId,
  name: line(120),
  /** A form short enough for a chip ("Hubei SSD"), where the acronym is not what people say. */
  shortName: v.optional(line(40)),
  country: v.union([countryOrBloc, v.literal('INT')]),
  type: v.picklist(AGENCY_TYPES),
  /** Acronyms, native names, former names and spellings. The `name` is not repeated. */
  aliases: v.array(alias),
  parent: v.optional(agencyId),
  successor: v.optional(agencyId),
  existedFrom: v.optional(partialDate),
  existedTo: v.optional(partialDate),
  /**
   * What tells this body apart from others of the same name, as words on a page: cities, demonyms,
   * sister bodies. The country's own names are known to the matcher and are not repeated.
   */
  tells: v.optional(v.pipe(v.array(line(60)), v.minLength(1))),
  /** Words near which an acronym of this body means something else: "exam" beside CISA, "airport" beside GRU. */
  mistakenNear: v.optional(v.pipe(v.array(line(60)), v.minLength(1))),
  ext: v.optional(externalIds),
  prov: v.pipe(v.array(provenance), v.minLength(1)),
  review,
});
export type Agency = v.InferOutput<typeof agency>;
