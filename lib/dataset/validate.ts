import * as v from 'valibot';
import { COLLECTIONS, type CollectionName, type RecordOf } from './schema';

/** A fault in the data, in a sentence for the person who edits the file. */
export interface Fault {
  /** Record id, or the file's name where there is no valid id. */
  where: string;
  what: string;
}

export type Validated<T> = { ok: true; record: T } | { ok: false; faults: Fault[] };

/**
 * Checks one parsed record against its schema. Never throws: hostile input (feeds) takes this way too.
 *
 * @param where name used in faults while the id is not known to be valid, such as `actors/apt31.json`.
 */
export function validateRecord<Name extends CollectionName>(
  name: Name,
  value: unknown,
  where: string,
): Validated<RecordOf<Name>> {
  const result = v.safeParse(COLLECTIONS[name].schema, value);
  if (result.success) return { ok: true, record: result.output as RecordOf<Name> };
  const faults = result.issues.map((issue) => {
    const path = v.getDotPath(issue);
    return { where, what: path ? `${path}: ${issue.message}` : issue.message };
  });
  return { ok: false, faults };
}
