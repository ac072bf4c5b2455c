import * as v from 'valibot';
import { fullDate, line, sourceId } from './primitives';

/**
 * Whether a person or a checked procedure has confirmed a record in the text of its sources
 * (`data/CONTRIBUTING.md` says how). Card and dossier show "unreviewed" where it has not been.
 */
export const review = v.variant('state', [
  v.strictObject({
    state: v.literal('reviewed'),
    on: fullDate,
    /** The sources whose text was read and bears the record out. */
    confirmedIn: v.pipe(v.array(sourceId), v.minLength(1)),
    /** Whether the accused side's answer was looked for, and found. */
    answer: v.optional(v.picklist(['found', 'not-found'])),
    /** What was corrected or could not be settled, in one line. */
    note: v.optional(line(240)),
  }),
  v.strictObject({
    state: v.literal('unreviewed'),
    note: v.optional(line(240)),
  }),
]);
export type Review = v.InferOutput<typeof review>;
