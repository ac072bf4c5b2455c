import { actOf } from '../../dataset/references';
import { fold } from '../../matching/fold';
import { each } from '../../matching/in-steps';
import { sortedBy } from '../../matching/sorted';
import type { Steps } from '../../matching/steps';
import type { AttributionEvent } from '../../model/event';
import type { EntityId } from '../../model/record';
import type { FeedContent } from '../content';
import { keysOf } from './keys';
import { linked, type Resolve } from './relink';

/** Events between two rests. */
const AT_A_TIME = 64;

/**
 * The events of a feed that are new, led to the merged entities. What is on file already, by id, by stable id
 * or as the same act, is left out: core's record of it stands. A feed takes back nothing but its own words.
 *
 * @param before events of core and of feeds merged before; the first `coreCount` are core's
 */
export function* mergeEvents(
  { records, keys }: FeedContent,
  before: readonly AttributionEvent[],
  resolve: Resolve,
  coreCount: number,
): Steps<AttributionEvent[]> {
  if (!records.events.length) return [];
  const known = new Set<string>();
  const onFile = new Set<string>();
  yield* each(before, (event, place) => {
    for (const mark of marksOf(event, [])) known.add(mark);
    if (place < coreCount) onFile.add(event.id);
  });
  const own = new Set<string>();
  yield* each(records.events, ({ id }) => {
    if (!known.has(id)) own.add(id);
  });
  const added: AttributionEvent[] = [];
  for (const [i, event] of (yield* sortedBy(records.events, ({ id }) => id)).entries()) {
    if (i % AT_A_TIME === 0) yield;
    const led = lead(event, resolve);
    const answered = led && withAnswers(led, own, onFile);
    if (!answered) continue;
    const marks = marksOf(answered, keys[event.id] ?? []);
    if (marks.some((mark) => known.has(mark))) continue;
    for (const mark of marks) known.add(mark);
    added.push(answered);
  }
  return added;
}

/** By what an event is recognised. */
function marksOf(event: AttributionEvent, feedKeys: readonly string[]): string[] {
  return [event.id, ...keysOf(event, fold), ...feedKeys, actOf(event)];
}

/** `undefined` where nobody on file is spoken of any more. */
function lead(event: AttributionEvent, resolve: Resolve): AttributionEvent | undefined {
  const { by, accused, incidents, responses, ...rest } = event;
  const ledIncidents = listed<`incident:${string}`>(incidents, resolve);
  const ledAccused = accused && {
    ...without(accused, 'agency', 'actor', 'companies'),
    ...linked('agency', accused.agency, resolve),
    ...linked('actor', accused.actor, resolve),
    ...optional('companies', listed(accused.companies, resolve)),
  };
  const ledBy = by && {
    ...without(by, 'agencies', 'actor'),
    ...linked('actor', by.actor, resolve),
    ...optional('agencies', listed(by.agencies, resolve)),
  };
  if (ledBy && !ledBy.country && !ledBy.org && !('actor' in ledBy)) return undefined;
  const spokenOf = [
    ledIncidents.length,
    ledAccused && ('agency' in ledAccused || 'actor' in ledAccused || 'companies' in ledAccused),
  ];
  if (!event.answers && !spokenOf.some(Boolean)) return undefined;
  return {
    ...rest,
    ...(ledBy ? { by: ledBy } : {}),
    ...(ledAccused ? { accused: ledAccused } : {}),
    ...(ledIncidents.length ? { incidents: ledIncidents } : {}),
    ...(responses ? { responses } : {}),
  } as AttributionEvent;
}

/** Answers to events that stand on file; a retraction, and what supersedes, only where the feed itself said the first. */
function withAnswers(
  event: AttributionEvent,
  own: ReadonlySet<string>,
  core: ReadonlySet<string>,
): AttributionEvent | undefined {
  const { answers, supersedes, ...rest } = event;
  const mayAnswer = (id: string) => own.has(id) || (event.kind !== 'retraction' && core.has(id));
  const kept = answers?.filter(mayAnswer);
  if (answers && !kept?.length) return undefined;
  return {
    ...rest,
    ...(kept ? { answers: kept } : {}),
    ...(supersedes && own.has(supersedes) ? { supersedes } : {}),
  } as AttributionEvent;
}

function listed<Id extends EntityId>(ids: readonly string[] | undefined, resolve: Resolve): Id[] {
  return (ids ?? []).flatMap((id) => (resolve(id) as Id | undefined) ?? []);
}

function optional(name: string, list: readonly string[]): Record<string, readonly string[]> {
  return list.length ? { [name]: list } : {};
}

function without<T extends object, Key extends keyof T>(value: T, ...keys: Key[]): Omit<T, Key> {
  return Object.fromEntries(Object.entries(value).filter(([key]) => !keys.includes(key as Key))) as Omit<T, Key>;
}
