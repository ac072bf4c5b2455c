import * as v from 'valibot';
import { alias } from './alias';
import { actorId, agencyId, countryOrBloc, externalIds, incidentId, line, partialDate, provenance } from './primitives';
import { review } from './review';

export const INCIDENT_KINDS = [
  'intrusion',
  'campaign',
  'malware-outbreak',
  'hack-and-leak',
  'theft',
  'ransomware',
  'ddos',
  'sabotage',
  'supply-chain',
  'botnet',
  'influence',
] as const;

/**
 * How prose names an incident by its victim: "the Electoral Commission breach", "the hack of the
 * Democratic National Committee". The compiler turns a pattern into the phrases it stands for.
 */
export const incidentPattern = v.strictObject({
  /** Victim or product as prose writes it, without article. */
  victim: line(80),
  /** Nouns that may follow or precede the victim; left out, the usual ones. */
  acts: v.optional(v.pipe(v.array(line(30)), v.minLength(1))),
  /** Countries whose mention tells this victim apart from others of the same name. */
  country: v.optional(countryOrBloc),
  /** Years, one of which has to be near, where the victim was hit more than once. */
  years: v.optional(
    v.pipe(v.array(v.pipe(v.number(), v.integer(), v.minValue(1980), v.maxValue(2100))), v.minLength(1)),
  ),
});

/** STIX `incident` or `campaign`: what happened, to whom, when; the accused stand in the events. */
export const incident = v.strictObject({
  $schema: v.literal('../schema/incident.schema.json'),
  id: incidentId,
  name: line(120),
  /** A form short enough for a chip ("Eduskunta 2020"), where the name is long. */
  shortName: v.optional(line(40)),
  kind: v.picklist(INCIDENT_KINDS),
  aliases: v.array(alias),
  patterns: v.optional(v.pipe(v.array(incidentPattern), v.minLength(1))),
  start: v.optional(partialDate),
  end: v.optional(partialDate),
  discovered: v.optional(partialDate),
  disclosed: v.optional(partialDate),
  victims: v.optional(
    v.pipe(
      v.array(
        v.strictObject({
          name: v.optional(line(120)),
          agency: v.optional(agencyId),
          country: v.optional(countryOrBloc),
        }),
      ),
      v.minLength(1),
    ),
  ),
  partOf: v.optional(incidentId),
  notToConfuse: v.optional(v.pipe(v.array(v.union([actorId, incidentId])), v.minLength(1))),
  ext: v.optional(externalIds),
  prov: v.pipe(v.array(provenance), v.minLength(1)),
  review,
});
export type Incident = v.InferOutput<typeof incident>;
