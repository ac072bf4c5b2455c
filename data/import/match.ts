import { fold } from '../../lib/matching/fold';
import type { Alias } from '../../lib/model/alias';
import { type EntityId, kindOf } from '../../lib/model/record';
import type { Decisions } from './decisions';
import type { WorkingSet } from './on-file';
import type { Proposal } from './proposal';

/** What becomes of a proposal, before anything is merged. */
export type Match =
  | { outcome: 'same'; id: string }
  | { outcome: 'new'; reason?: string }
  /** Several records stand on this row already: its facts were shared out by hand. */
  | { outcome: 'several' }
  | { outcome: 'leave out'; reason: string }
  | { outcome: 'ask'; question: string };

/**
 * Finds the record that a proposal speaks of: decisions of a person first, then stable ids, then names.
 * A name counts by itself only where upstream's main name is the record's name or an exact alias of one
 * record; whatever else is alike is a question, for upstreams flatten parents, members and namesakes.
 */
export function matchProposal(proposal: Proposal, file: WorkingSet, decisions: Decisions): Match {
  const { collection, record, keys } = proposal;
  const decided = decisions.ofRow(keys.ids);
  if (decided?.decision === 'leave out') return { outcome: 'leave out', reason: decided.reason };
  if (decided?.decision.startsWith('same as ')) {
    const id = decided.decision.slice('same as '.length);
    if (file.get(collection, id)) return { outcome: 'same', id };
    return { outcome: 'ask', question: `decided to be the same as ${id}, which is not on file` };
  }
  for (const key of [record.id, ...keys.ids]) {
    if (key === record.id && 'aliases' in record) continue;
    const id = file.byKey(collection, key);
    if (id) return { outcome: 'same', id };
    if (file.holdsKey(collection, key)) return { outcome: 'several' };
  }
  if (decided?.decision === 'apart') return { outcome: 'new', reason: decided.reason };
  for (const url of keys.urls) {
    const id = collection === 'sources' ? file.byUrl(url) : undefined;
    if (id) return { outcome: 'same', id };
  }
  return 'aliases' in record
    ? byNames(proposal as Proposal<'actors' | 'agencies' | 'incidents'>, file)
    : { outcome: 'new' };
}

type Named = { id: string; name: string; aliases: Alias[]; country?: string };

function byNames(proposal: Proposal<'actors' | 'agencies' | 'incidents'>, file: WorkingSet): Match {
  const { collection, record, keys } = proposal;
  const kind = kindOf(record.id as EntityId);
  const bearers = (name: string) =>
    file
      .byName(kind, name)
      .map((id) => file.get(collection, id) as Named)
      .filter((other) => sameCountry(other, record as Named));
  const own = bearers(record.name);
  const namesakes = own.filter((other) => fold(other.name) === fold(record.name));
  if (namesakes.length === 1) return { outcome: 'same', id: namesakes[0]!.id };
  const exact = own.filter((other) => isExact(other, record.name));
  if (own.length === 1 && exact.length === 1) return { outcome: 'same', id: exact[0]!.id };
  const claimed = keys.names.flatMap((name) => bearers(name).filter((other) => fold(other.name) === fold(name)));
  const alike = [...new Set([...own, ...claimed].map((other) => other.id))];
  if (!alike.length) return { outcome: 'new' };
  return { outcome: 'ask', question: `may be ${alike.join(' or ')}: same, or apart?` };
}

function isExact(other: Named, name: string): boolean {
  const alias = other.aliases.find(({ text }) => fold(text) === fold(name));
  return alias?.relation === 'exact' || alias?.relation === 'former-name';
}

/** Agencies of two countries are never the same; actors have no country here. */
function sameCountry(a: Named, b: Named): boolean {
  return !a.country || !b.country || a.country === b.country;
}
