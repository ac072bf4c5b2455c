import * as v from 'valibot';
import { alias } from './alias';
import { actorId, agencyId, countryOrBloc, externalIds, incidentId, line, partialDate, provenance } from './primitives';
import { review } from './review';

export const ACTOR_CLASSES = [
  'state',
  'state-affiliated',
  'criminal',
  'hacktivist',
  'contractor',
  'influence',
  'unknown',
] as const;

/** STIX `intrusion-set`: a group under the names that vendors and governments give it. */
export const actor = v.strictObject({
  $schema: v.literal('../schema/actor.schema.json'),
  id: actorId,
  name: line(80),
  class: v.picklist(ACTOR_CLASSES),
  /** Every other written form. The `name` is matched too and is not repeated here. */
  aliases: v.array(alias),
  /** Parent and members are kept apart: Lazarus Group is the parent of Andariel, not its synonym. */
  parent: v.optional(actorId),
  /** Country that upstream lists file the group under. Who *accuses* it stands in the events. */
  origin: v.optional(v.strictObject({ country: countryOrBloc, agency: v.optional(agencyId) })),
  motives: v.optional(v.array(v.picklist(['espionage', 'financial', 'disruption', 'influence', 'prepositioning']))),
  activeFrom: v.optional(partialDate),
  activeTo: v.optional(partialDate),
  /** Entities that readers mix up with this one; the card says what the record says of them. */
  notToConfuse: v.optional(v.pipe(v.array(v.union([actorId, incidentId])), v.minLength(1))),
  ext: v.optional(externalIds),
  prov: v.pipe(v.array(provenance), v.minLength(1)),
  review,
});
export type Actor = v.InferOutput<typeof actor>;
