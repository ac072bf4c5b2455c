import type { Reader, Reading } from '../proposal';
import { readJson } from './json';

interface Row {
  id: string;
  action_type: string;
  confidence?: 'projected' | 'scheduled' | 'confirmed' | null;
  date: string | null;
}

/**
 * AUSPEX's policy actions bring no record: they name no accused beyond a country, and the indictments and
 * sanctions among them stand as events with their sources. They are read so that the report says so, and that
 * a projected act can never come in.
 */
export const auspexPolicy: Reader = {
  upstream: 'auspex',
  title: 'AUSPEX policy actions',
  *read(folder): Iterable<Reading> {
    for (const row of Object.values(readJson<Record<string, Row>>(folder, 'auspex', 'policy-actions.json'))) {
      yield { upstream: 'auspex', collection: 'events', refused: row.id, why: whyNot(row) };
    }
  },
};

function whyNot(row: Row): string {
  if (row.confidence === 'projected') return 'projected: it has not happened';
  if (row.confidence) return 'an entry of a calendar: nobody is accused';
  if (/^(indictment|sanction|asset-seizure|diplomatic-statement)$/.test(row.action_type))
    return 'names no accused beyond a country; the act stands among the events';
  return `${row.action_type}: no attribution`;
}
