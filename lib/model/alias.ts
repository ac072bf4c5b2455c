import * as v from 'valibot';
import { line, partialDate, provenance } from './primitives';

/**
 * How risky a written name is in free prose. Computed when the index is compiled, from rules that are
 * code (`lib/dataset/name-class.ts`), and corrected by hand in `data/name-classes.json`.
 *
 * - `unique`: distinctive; matches anywhere, in any letter case.
 * - `cased`: distinctive only in the written letter case (HAFNIUM, but not hafnium).
 * - `context`: an ordinary word, given name, company or acronym: needs evidence on the page.
 * - `shared`: claimed by several entities: resolved from the page, or shown as unresolved.
 * - `never`: too dangerous to mark; found by search only.
 */
export const NAME_CLASSES = ['unique', 'cased', 'context', 'shared', 'never'] as const;
export const nameClass = v.picklist(NAME_CLASSES);
export type NameClass = v.InferOutput<typeof nameClass>;

/** How the written name relates to the entity whose record lists it. */
export const ALIAS_RELATIONS = [
  'exact',
  'overlaps',
  'subset',
  'superset',
  'former-name',
  'persona',
  'malware-used-as-name',
  'campaign-used-as-name',
] as const;

/** One written form of an entity's name, with who coined it and while it was in use. */
export const alias = v.strictObject({
  text: line(120),
  /** BCP 47 tag, only where the name is not in English or Latin letters. */
  lang: v.optional(v.pipe(v.string(), v.regex(/^[a-z]{2,3}(-[A-Za-z0-9]+)*$/))),
  relation: v.picklist(ALIAS_RELATIONS),
  /** Organisations that use or coined this name ("Microsoft", "CrowdStrike"). */
  namedBy: v.optional(v.pipe(v.array(line(80)), v.minLength(1))),
  validFrom: v.optional(partialDate),
  validTo: v.optional(partialDate),
  prov: v.optional(v.pipe(v.array(provenance), v.minLength(1))),
});
export type Alias = v.InferOutput<typeof alias>;
