import * as v from 'valibot';
import { accused } from '../../../lib/model/event';
import { INCIDENT_KINDS, incidentPattern } from '../../../lib/model/incident';
import { incidentId, line } from '../../../lib/model/primitives';
import accusedFile from './accused.json' with { type: 'json' };
import incidentFile from './incidents.json' with { type: 'json' };

const namedIncident = v.union([
  v.strictObject({ sameAs: incidentId }),
  v.strictObject({
    name: line(120),
    kind: v.picklist(INCIDENT_KINDS),
    aliases: v.optional(v.pipe(v.array(line(120)), v.minLength(1))),
    patterns: v.optional(v.pipe(v.array(incidentPattern), v.minLength(1))),
  }),
]);
export type NamedIncident = v.InferOutput<typeof namedIncident>;

const comment = v.optional(v.string());

/** The incident that each AUSPEX event is, by hand: `incidents.json`. Rows without one are no incident. */
export const INCIDENT_OF: Readonly<Record<string, NamedIncident>> = v.parse(
  v.strictObject({ $comment: comment, incidents: v.record(v.string(), namedIncident) }),
  incidentFile,
).incidents;

/** Whom an attribution accuses where AUSPEX links no actor, by hand: `accused.json`; `<event id> #<position>`. */
export const ACCUSED_OF: Readonly<Record<string, v.InferOutput<typeof accused>>> = v.parse(
  v.strictObject({ $comment: comment, accused: v.record(v.string(), accused) }),
  accusedFile,
).accused;
