import { isBefore } from '../../../lib/dataset/references';
import { slug } from '../../../lib/feeds/names/slug';
import type { Incident } from '../../../lib/model/incident';
import { honestDate, honestEnd } from '../honest-date';
import { RETRIEVED } from '../proposal';
import { countryCode, type EventRow, type TargetRow } from './rows';
import { INCIDENT_OF } from './tables';

/** Victims listed at most: beyond that, a campaign's victims are "many". */
const MOST_VICTIMS = 12;

/** Our id of the incident that a row belongs to, on file or imported; undefined where the row is no incident. */
export function incidentIdOf(rowId: string): Incident['id'] | undefined {
  const named = INCIDENT_OF[rowId];
  if (!named) return undefined;
  return 'sameAs' in named ? named.sameAs : `incident:${slug(named.name)}`;
}

/**
 * The incident that a row brings, or undefined where it is filed under another. A beginning that lies after
 * the first word about it is left out: one of the two is wrong.
 *
 * @param spoken days of the attributions that belong to the incident, over all rows.
 */
export function incidentRecord(
  row: EventRow,
  targets: ReadonlyMap<string, TargetRow>,
  spoken: readonly string[],
): Incident | undefined {
  const named = INCIDENT_OF[row.id];
  if (!named || 'sameAs' in named) return undefined;
  const disclosed = honestDate(row.disclosure_date, row.id);
  const begun = honestDate(row.start_date);
  const start = begun && ![disclosed, ...spoken].some((day) => day && isBefore(day, begun)) ? begun : undefined;
  const ended = honestEnd(row.end_date);
  const end = ended && !isBefore(ended, start ?? ended) ? ended : undefined;
  const victims = victimsOf(row, targets);
  return {
    $schema: '../schema/incident.schema.json',
    id: `incident:${slug(named.name)}`,
    name: named.name,
    kind: named.kind,
    aliases: (named.aliases ?? []).map((text) => ({ text, relation: 'exact' })),
    ...(named.patterns ? { patterns: named.patterns } : {}),
    ...(start ? { start } : {}),
    ...(end && end !== start ? { end } : {}),
    ...(disclosed ? { disclosed } : {}),
    ...(victims.length ? { victims } : {}),
    ext: { auspex: row.id },
    prov: [{ source: 'source:auspex', locator: row.id.slice(0, 120), retrieved: RETRIEVED }],
    review: { state: 'unreviewed' },
  };
}

type Victim = NonNullable<Incident['victims']>[number];

/** Organisations by name, then the countries of what is listed as a sector only. */
function victimsOf(row: EventRow, targets: ReadonlyMap<string, TargetRow>): Victim[] {
  const named: Victim[] = [];
  const countries = new Set<string>();
  for (const { target_id, country: written, role } of row.targets ?? []) {
    const target = role === 'primary' && target_id.startsWith('orgs/') ? targets.get(target_id) : undefined;
    const country = countryCode(target?.nation_state_id ?? written);
    if (target) named.push({ name: target.name.replace(/ \([^)]*\)$/, ''), ...(country ? { country } : {}) });
    else if (country && role === 'primary') countries.add(country);
  }
  for (const { country } of named) if (country) countries.delete(country);
  return [...named, ...[...countries].map((country) => ({ country }))].slice(0, MOST_VICTIMS) as Victim[];
}
