import * as v from 'valibot';
import { nameClass } from '../model/alias';
import { line } from '../model/primitives';

/** A correction by hand of the class that the rules give a name, with its reason. */
export const classOverride = v.strictObject({
  text: line(120),
  class: nameClass,
  demand: v.optional(v.picklist([0, 1, 2, 3])),
  /** Only for this entity; left out, for every entity of that name. */
  entity: v.optional(v.pipe(v.string(), v.regex(/^(actor|agency|incident):/))),
  reason: line(200),
});
export type ClassOverride = v.InferOutput<typeof classOverride>;

/** `data/name-classes.json`. */
export const classOverrides = v.strictObject({
  $schema: v.literal('schema/name-classes.schema.json'),
  overrides: v.array(classOverride),
});
