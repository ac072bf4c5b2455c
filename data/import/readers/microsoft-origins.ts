import type { AttributionEvent } from '../../../lib/model/event';
import { type OnFile, RETRIEVED, type Reader, type Reading } from '../proposal';
import { readJson } from './json';

interface Row {
  'Threat actor name': string;
  'Origin/Threat': string;
}

/** The day of the version read (`source:microsoft-names`): what the list says, it says as of then. */
const LISTED_ON = '2026-07-17';

/**
 * Origins for which Microsoft names a family of state actors (Typhoon, Blizzard, …). Rows that add what a
 * group is for ("Financially motivated", "Private sector offensive actor") say nothing of a state.
 */
const STATES: Readonly<Record<string, string>> = {
  Belarus: 'BY',
  China: 'CN',
  Iran: 'IR',
  Israel: 'IL',
  Lebanon: 'LB',
  'North Korea': 'KP',
  Pakistan: 'PK',
  Russia: 'RU',
  'Russia, Influence operations': 'RU',
  'China, Influence operations': 'CN',
  'Iran, Influence operations': 'IR',
  Singapore: 'SG',
  Türkiye: 'TR',
  'United Arab Emirates': 'AE',
  Vietnam: 'VN',
};

/**
 * What Microsoft's list of names says of each group's origin, as Microsoft's own statement, where no event on
 * file has Microsoft name that state already.
 */
export const microsoftOrigins: Reader = {
  upstream: 'microsoft',
  title: 'Microsoft origins',
  *read(folder, onFile): Iterable<Reading> {
    for (const row of readJson<Row[]>(folder, 'microsoft', 'MicrosoftMapping.json')) {
      const name = row['Threat actor name'].trim();
      const country = STATES[row['Origin/Threat'].trim()];
      const actor = actorNamed(name, onFile);
      const why = country
        ? actor
          ? saidBefore(actor, country, onFile)
          : 'not on file, or several'
        : `no state: ${row['Origin/Threat']}`;
      if (why) yield { upstream: 'microsoft', collection: 'events', refused: name, why };
      else yield propose(name, actor as 'actor:x', country as 'EU');
    }
  },
};

function actorNamed(name: string, onFile: OnFile): string | undefined {
  const [only, ...others] = onFile.byName('actor', name);
  return onFile.byKey('actors', `source:microsoft-names#${name}`) ?? (others.length ? undefined : only);
}

function propose(name: string, actor: 'actor:x', country: 'EU'): Reading {
  const record: AttributionEvent = {
    $schema: '../schema/event.schema.json',
    id: `event:microsoft-names-2026-${actor.slice('actor:'.length)}`,
    date: LISTED_ON,
    kind: 'vendor-report',
    by: { org: 'Microsoft', mode: 'independent' },
    accused: { country, actor, strength: 'state-affiliated' },
    confidence: { level: 'unstated' },
    prov: [{ source: 'source:microsoft-names', locator: name, retrieved: RETRIEVED }],
    review: { state: 'unreviewed' },
  };
  return { upstream: 'microsoft', collection: 'events', record, keys: { ids: [record.id], names: [], urls: [] } };
}

function saidBefore(actor: string, country: string, onFile: OnFile): string | undefined {
  for (const { id, by, accused } of onFile.all('events')) {
    if (id.startsWith('event:microsoft-names-')) continue;
    if (by?.org === 'Microsoft' && accused?.actor === actor && accused.country === country)
      return `stands on file as ${id}`;
  }
  return undefined;
}
