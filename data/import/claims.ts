import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { notAName, splitVendor } from '../../lib/feeds/names/actor-names';
import { fold } from '../../lib/matching/fold';
import type { Actor } from '../../lib/model/actor';
import type { Decisions } from './decisions';
import { matchProposal } from './match';
import type { WorkingSet } from './on-file';
import { isRefusal, type Proposal } from './proposal';
import { READERS } from './readers';
import { readJson } from './readers/json';

/** That a row of an upstream calls its group by a name. */
export interface Claim {
  name: string;
  /** The row, for people: upstream and main name. */
  row: string;
  rowName: string;
  /** Records of ours that the row went into: one, several where it was shared out, none where it was left out. */
  ids: readonly Actor['id'][];
}

/** Rows of actors in the upstreams below a folder: what each claims, and which are not settled at all. */
export interface Claims {
  claims: Claim[];
  /** Rows that neither went into a record nor were left out by a decision. */
  homeless: string[];
}

/** Readers whose rows are groups. */
const OF_ACTORS = new Set([
  'ATT&CK groups',
  'MISP actors',
  'MISP ransomware crews',
  'Microsoft names',
  'AUSPEX actors',
]);

/**
 * Every claim to a name of an actor below `folder`: those of the readers, and those of the list
 * `drafts/alias-collisions.json` (name → clusters that claim it), which was measured over more lists than are kept.
 */
export function readClaims(folder: string, file: WorkingSet, decisions: Decisions): Claims {
  const found: Claims = { claims: [], homeless: [] };
  for (const reader of READERS) {
    if (!OF_ACTORS.has(reader.title)) continue;
    for (const reading of reader.read(folder, file)) {
      if (isRefusal(reading) || reading.collection !== 'actors') continue;
      claimsOfRow(reading as Proposal<'actors'>, file, decisions, found);
    }
  }
  if (existsSync(join(folder, 'drafts', 'alias-collisions.json'))) found.claims.push(...drafted(folder, file, found));
  return found;
}

function claimsOfRow(row: Proposal<'actors'>, file: WorkingSet, decisions: Decisions, found: Claims): void {
  const { record, keys, upstream } = row;
  const match = matchProposal(row, file, decisions);
  const what = `${upstream} ${record.name}`;
  if (match.outcome === 'ask' || match.outcome === 'new') found.homeless.push(what);
  const ids =
    match.outcome === 'same'
      ? [match.id as Actor['id']]
      : match.outcome === 'several'
        ? [...new Set(keys.ids.flatMap((key) => file.allByKey('actors', key)))]
        : [];
  for (const name of [record.name, ...record.aliases.map((alias) => alias.text)])
    found.claims.push({ name, row: what, rowName: record.name, ids: ids as Actor['id'][] });
}

/** A cluster of the list is the records of the rows of that main name, else those that bear the name as theirs. */
function drafted(folder: string, file: WorkingSet, { claims }: Claims): Claim[] {
  const rows = new Map<string, Set<Actor['id']>>();
  for (const { rowName, ids } of claims) {
    const key = fold(rowName);
    rows.set(key, new Set([...(rows.get(key) ?? []), ...ids]));
  }
  const list = readJson<Record<string, string[]>>(folder, 'drafts', 'alias-collisions.json');
  return Object.entries(list).flatMap(([name, clusters]) =>
    notAName(name)
      ? []
      : clusters.map((cluster) => {
          const rowName = splitVendor(cluster).text;
          const ids = [...(rows.get(fold(rowName)) ?? bearersOf(rowName, file))];
          return { name, row: `list ${rowName}`, rowName, ids };
        }),
  );
}

function bearersOf(name: string, file: WorkingSet): Actor['id'][] {
  const ids = file.byName('actor', name) as Actor['id'][];
  const named = ids.filter((id) => fold(file.get('actors', id)!.name) === fold(name));
  return named.length ? named : ids;
}
