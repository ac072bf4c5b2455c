import type { AttributionEvent } from '../../../lib/model/event';
import type { OnFile } from '../proposal';
import type { Accuser } from './accusers';
import { type AttributionRow, countryCode } from './rows';
import { ACCUSED_OF } from './tables';

type Accused = NonNullable<AttributionEvent['accused']>;

/**
 * Whom an attribution accuses, and how far. AUSPEX files every actor under a service of a state; that is its
 * own view, so the state is taken over only where its `attribution_level` says that the accuser went there:
 *
 * - `named-unit`, said by a government: the service on file, `state-direct`; by others `state-affiliated`;
 * - `nation`: the country alone, `state-affiliated`: that the accuser named the group is AUSPEX's view;
 * - `named-actor`, `activity-cluster`, none: the actor, `unstated`: whether a state was named, too, only the
 *   text tells; crews are `criminal`.
 *
 * @param actor the group on file that the accuser named, if any.
 * @returns the accused, or in a sentence why there is none.
 */
export function accusedIn(
  row: AttributionRow,
  key: string,
  accuser: Accuser,
  actor: Accused['actor'],
  onFile: OnFile,
): Accused | string {
  const byHand = ACCUSED_OF[key];
  if (byHand) return byHand;
  if (!row.actor_id) return 'whom it accuses is not in the data';
  const country = countryCode(row.actor_id.split('/')[0]) as Accused['country'];
  const named = actor ? { actor } : {};
  if (!country) return actor ? { actor, strength: 'criminal' } : `it does not name the crew ${row.actor_id}`;
  if (row.attribution_level === 'nation') return { country, strength: 'state-affiliated' };
  const agency = agencyAbove(row.actor_id, onFile);
  if (row.attribution_level === 'named-unit') {
    const isDirect = 'country' in accuser && agency !== undefined;
    return {
      country,
      ...(agency ? { agency } : {}),
      ...named,
      strength: isDirect ? 'state-direct' : 'state-affiliated',
    };
  }
  if (actor) return { actor, strength: 'unstated' };
  // "GCHQ operators" is no group of a name: the service itself was named.
  const isService =
    row.attribution_level === 'named-actor' &&
    agency &&
    !onFile.byKey('actors', `auspex:${row.actor_id}`) &&
    onFile.get('agencies', agency)?.type !== 'front-company';
  return isService
    ? { country, agency, strength: 'state-affiliated' }
    : `it names no state, and no group on file that is ${row.actor_id}`;
}

/** `ru/gru/26165/apt28` → GRU Unit 26165, else the GRU: the nearest service that is on file. */
function agencyAbove(actorId: string, onFile: OnFile): Accused['agency'] {
  const path = actorId.split('/').slice(0, -1);
  for (; path.length > 1; path.pop()) {
    const agency = onFile.byKey('agencies', `auspex:${path.join('/')}`);
    if (agency) return agency as Accused['agency'];
  }
  return undefined;
}
