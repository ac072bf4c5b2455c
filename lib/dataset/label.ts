import { type Entity, kindOf } from '../model/record';
import type { EntityLabel } from '../model/view';

/** Names up to this length need no short form. */
const SHORT_ENOUGH = 14;

/** How other records and lists refer to this entity. */
export function labelOf(entity: Entity): EntityLabel {
  const short = shortForm(entity);
  const country = countryOf(entity);
  const parent = 'parent' in entity ? entity.parent : undefined;
  return {
    id: entity.id,
    kind: kindOf(entity.id),
    name: entity.name,
    ...(short ? { short } : {}),
    ...(country ? { country } : {}),
    ...(parent ? { parent } : {}),
  };
}

function shortForm(entity: Entity): string | undefined {
  if ('shortName' in entity && entity.shortName) return entity.shortName;
  if (!('type' in entity)) return undefined;
  if (entity.name.length <= SHORT_ENOUGH) return undefined;
  const acronym = entity.aliases.find(
    (alias) =>
      !alias.lang &&
      alias.relation === 'exact' &&
      /^[\p{Lu}\d][\p{L}\d./-]{1,9}$/u.test(alias.text) &&
      /\p{Lu}.*\p{Lu}/u.test(alias.text),
  );
  return acronym?.text;
}

/** Country that runs an agency, is said to run an actor, or was hit by an incident. */
export function countryOf(entity: Entity): string | undefined {
  if ('country' in entity) return entity.country === 'INT' ? undefined : entity.country;
  if ('origin' in entity) return entity.origin?.country;
  if ('victims' in entity) return entity.victims?.find((victim) => victim.country)?.country;
  return undefined;
}
