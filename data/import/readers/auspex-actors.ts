import type { RawName } from '../../../lib/feeds/names/actor-names';
import { vendorNamed } from '../../../lib/feeds/names/naming-schemes';
import type { Actor } from '../../../lib/model/actor';
import type { Reader, Reading } from '../proposal';
import { proposeActor } from './actor-proposal';
import { readJson } from './json';

interface Row {
  id: string;
  canonical_name: string;
  aliases: { alias: string; assigning_org: string; confidence: 'equivalent' | 'overlapping' | 'disputed' }[];
  mission: string[];
  active_since?: string;
}

/** AUSPEX actors. Compiled by machine: whatever is on file stands above it. */
export const auspexActors: Reader = {
  upstream: 'auspex',
  title: 'AUSPEX actors',
  *read(folder): Iterable<Reading> {
    for (const row of Object.values(readJson<Record<string, Row>>(folder, 'auspex', 'actors.json'))) {
      const country = countryOf(row.id);
      yield proposeActor({
        upstream: 'auspex',
        source: 'source:auspex',
        locator: row.id,
        name: row.canonical_name,
        class: classOf(row, country),
        names: row.aliases.flatMap(rawName),
        country,
        motives: motivesOf(row.mission),
        ext: { auspex: row.id },
      });
    }
  },
};

/** Names that it took over from MISP galaxy are read there, with MISP's own mistakes and not twice. */
function rawName({ alias, assigning_org, confidence }: Row['aliases'][number]): RawName[] {
  if (/misp/i.test(assigning_org) || / \((?!UNC|APT)/.test(alias) || alias.includes(' / ')) return [];
  const relation = confidence === 'equivalent' ? undefined : ('overlaps' as const);
  return [{ text: alias, vendor: vendorNamed(assigning_org), ...(relation ? { relation } : {}) }];
}

/** `cn/mss/apt31` → CN; `criminal/…` has no country. */
function countryOf(id: string): string | undefined {
  const start = id.split('/')[0]!;
  if (start === 'uk') return 'GB';
  return /^[a-z]{2}$/.test(start) ? start.toUpperCase() : undefined;
}

function classOf(row: Row, country: string | undefined): Actor['class'] {
  if (row.mission.includes('hacktivism')) return 'hacktivist';
  if (row.mission.includes('commercial-cyber')) return 'contractor';
  if (row.id.startsWith('criminal/')) return 'criminal';
  return country ? 'state-affiliated' : 'unknown';
}

const MOTIVES: Readonly<Record<string, NonNullable<Actor['motives']>[number]>> = {
  espionage: 'espionage',
  surveillance: 'espionage',
  financial: 'financial',
  sabotage: 'disruption',
  influence: 'influence',
  'pre-positioning': 'prepositioning',
};

function motivesOf(mission: readonly string[]): Actor['motives'] {
  return [...new Set(mission.flatMap((word) => MOTIVES[word] ?? []))];
}
