import * as v from 'valibot';
import { fold } from '../../lib/matching/fold';
import type { Actor } from '../../lib/model/actor';
import { actorId, line } from '../../lib/model/primitives';
import type { Dataset } from '../../lib/model/record';
import type { Claim } from './claims';
import type { Decisions } from './decisions';

/** Whose a name is that rows of several groups claim. */
const claimedName = v.strictObject({
  name: line(120),
  /** Who carries it: one, or several where it can't be told (then as `overlaps`); nobody where it is no name. */
  bearers: v.array(actorId),
  /** Claimants that do not carry it. */
  refused: v.optional(v.pipe(v.array(actorId), v.minLength(1))),
  reason: line(200),
});
export type ClaimedName = v.InferOutput<typeof claimedName>;

/** Rows that upstreams hold apart and that are one record here. */
const mergedRows = v.strictObject({
  into: actorId,
  /** Upstreams' main names. */
  rows: v.pipe(v.array(line(120)), v.minLength(2)),
  reason: line(200),
});
export type MergedRows = v.InferOutput<typeof mergedRows>;

/** `data/import/collisions.json`: names that several groups claim, and groups that lists hold apart. */
export const collisionList = v.strictObject({
  $schema: v.literal('../schema/import-collisions.schema.json'),
  names: v.array(claimedName),
  merges: v.array(mergedRows),
});
export type Collisions = v.InferOutput<typeof collisionList>;

type ActorId = Actor['id'];

/** Spellings that differ in spaces and signs alone are one name: `BlackBasta`, `Black Basta`. */
export function bare(name: string): string {
  return fold(name).replace(/[^\p{L}\p{N}]/gu, '');
}

/** Who bears which name, and who is told apart from whom. */
export class Bearers {
  readonly #actors: ReadonlyMap<ActorId, Actor>;
  readonly #agencies: ReadonlySet<string>;
  readonly #byName = new Map<string, Set<ActorId>>();

  constructor({ actors, agencies }: Pick<Dataset, 'actors' | 'agencies'>) {
    this.#agencies = new Set(
      agencies.flatMap(({ name, aliases }) => [name, ...aliases.map((alias) => alias.text)].map(bare)),
    );
    this.#actors = new Map(actors.map((actor) => [actor.id, actor]));
    for (const { id, name, aliases } of actors) {
      for (const text of [name, ...aliases.map((alias) => alias.text)])
        this.#byName.set(bare(text), (this.#byName.get(bare(text)) ?? new Set()).add(id));
    }
  }

  isOnFile(id: ActorId): boolean {
    return this.#actors.has(id);
  }

  of(name: string): ActorId[] {
    return [...(this.#byName.get(bare(name)) ?? [])];
  }

  /** Whether an agency is called so: bodies are no aliases of groups. */
  isAgency(name: string): boolean {
    return this.#agencies.has(bare(name));
  }

  /** Whether `name` is the other's main name, and the card of one of the two points to the other. */
  isToldApart(id: ActorId, other: ActorId, name: string): boolean {
    const a = this.#actors.get(id)!;
    const b = this.#actors.get(other)!;
    if (bare(b.name) !== bare(name)) return false;
    const isFamily = a.parent === other || b.parent === id || (a.parent !== undefined && a.parent === b.parent);
    return isFamily || !!a.notToConfuse?.includes(other) || !!b.notToConfuse?.includes(id);
  }
}

/** Where the list of decisions and the records contradict each other. */
export function contradictions({ names, merges }: Collisions, bearers: Bearers): string[] {
  const seen = new Set<string>();
  const ofNames = names.flatMap(({ name, bearers: decided, refused = [] }) => {
    const actual = bearers.of(name);
    const faults = [...decided, ...refused].filter((id) => !bearers.isOnFile(id)).map((id) => `${id} is not on file`);
    if (seen.has(bare(name))) faults.push('decided twice');
    seen.add(bare(name));
    if (decided.length === 1 && !refused.length) faults.push('names one claimant');
    for (const id of decided) if (!actual.includes(id)) faults.push(`${id} does not carry it`);
    for (const id of refused) if (actual.includes(id)) faults.push(`${id} carries it, though refused`);
    for (const id of actual) if (!decided.includes(id)) faults.push(`${id} carries it, undecided`);
    return faults.map((fault) => `${name}: ${fault}`);
  });
  const ofMerges = merges.flatMap(({ into, rows }) =>
    rows.some((row) => bearers.of(row).includes(into)) ? [] : [`${into}: bears no name of ${rows.join(', ')}`],
  );
  return [...ofNames, ...ofMerges];
}

/**
 * Claims that were neither granted nor refused with a reason: a claimed name that another group carries and the
 * claimant does not, or that several claim and nobody carries. A reason is an entry in the list, a decision to drop
 * the alias, or that the name is the other group's main name and the two are told apart.
 */
export function silentlyRefused(
  claims: readonly Claim[],
  bearers: Bearers,
  { names }: Collisions,
  decisions: Decisions,
): string[] {
  const decided = new Map(names.map((one) => [bare(one.name), one]));
  const faults = new Set<string>();
  for (const [key, rows] of grouped(claims, ({ name }) => bare(name))) {
    const actual = bearers.of(key);
    if (bearers.isAgency(key)) continue;
    const claimants = new Set(rows.map(({ rowName, ids }) => ids.join(' ') || bare(rowName)));
    for (const { name, row, ids } of rows) {
      if (!ids.length || ids.some((id) => actual.includes(id)) || (!actual.length && claimants.size < 2)) continue;
      const entry = decided.get(key);
      if (ids.some((id) => entry?.refused?.includes(id))) continue;
      if (ids.some((id) => decisions.ofAlias(id, name) === 'drop')) continue;
      if (ids.some((id) => actual.some((other) => bearers.isToldApart(id, other, name)))) continue;
      faults.add(`${name}: claimed by ${row} (${ids.join(', ')}), on ${actual.join(', ') || 'nobody'}`);
    }
  }
  return [...faults];
}

/**
 * Rows under different names that are one record though somebody holds them apart: two rows of one upstream, or two
 * claimants of the list of collisions. Each such pair needs a reason.
 */
export function silentlyMerged(claims: readonly Claim[], { merges }: Collisions): string[] {
  const faults = new Set<string>();
  const rows = new Map(claims.map((claim) => [claim.row, claim]));
  const byRecord = grouped(
    [...rows.values()].filter(({ ids }) => ids.length === 1),
    ({ ids, row }) => `${row.slice(0, row.indexOf(' '))} ${ids[0]}`,
  );
  for (const held of byRecord.values()) {
    const into = held[0]!.ids[0]!;
    const reasons = merges.filter((one) => one.into === into).map((one) => new Set(one.rows.map(bare)));
    const names = [...new Map(held.map(({ rowName }) => [bare(rowName), rowName]))];
    for (const [i, [a, first]] of names.entries()) {
      for (const [b, second] of names.slice(i + 1))
        if (!reasons.some((reason) => reason.has(a) && reason.has(b))) faults.add(`${into}: ${first} | ${second}`);
    }
  }
  return [...faults];
}

function grouped<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item]);
  return groups;
}
