import { slug } from '../../../lib/feeds/names/slug';
import type { AttributionEvent } from '../../../lib/model/event';
import type { Source } from '../../../lib/model/source';
import { nameInOrder } from '../listed-person';
import { saidAlready } from '../merge-events';
import { type OnFile, RETRIEVED, type Reader, type Reading, type Refusal } from '../proposal';
import { readJson } from './json';

interface Row {
  ofacId: number;
  name: string;
  type: string;
  programs: string[];
  remarks?: string;
  /** Exact day, where the programme was seen to appear between two daily snapshots. */
  firstSeen: string | null;
}

type Accused = NonNullable<AttributionEvent['accused']>;

/** Groups that designated persons and companies belong to, by the designations' press releases. */
const GROUP_OF: Readonly<Record<number, { actor: Accused['actor']; strength: Accused['strength'] }>> =
  Object.fromEntries([
    ...[33858, 33859].map((id) => [id, { actor: 'actor:revil', strength: 'criminal' }]),
    ...[35986, 35988, 35990, 35991, 40676, 40768, 40769].map((id) => [
      id,
      { actor: 'actor:trickbot-group', strength: 'criminal' },
    ]),
    ...Array.from({ length: 11 }, (_, i) => [44901 + i, { actor: 'actor:trickbot-group', strength: 'criminal' }]),
    ...[47680, 47682, 41336].map((id) => [id, { actor: 'actor:lockbit', strength: 'criminal' }]),
    ...[46787, 46788].map((id) => [id, { actor: 'actor:star-blizzard', strength: 'unstated' }]),
    ...[47814, 47818].map((id) => [id, { actor: 'actor:apt31', strength: 'unstated' }]),
    ...[48059, 48060, 48061, 48064, 48067, 48069, 48076].map((id) => [
      id,
      { actor: 'actor:intellexa', strength: 'criminal' },
    ]),
  ]);

/** Cyber-related designations of the US Treasury, one event per day and accused. */
export const ofac: Reader = {
  upstream: 'ofac',
  title: 'OFAC cyber designations',
  *read(folder, onFile): Iterable<Reading> {
    const groups = new Map<string, { accused: Accused; rows: Row[] }>();
    for (const row of readJson<Row[]>(folder, 'us-ofac', 'ofac-cyber-designations-first-seen.json')) {
      const accused = row.firstSeen ? accusedBy(row, onFile) : undefined;
      if (!accused) {
        yield refusal(
          row,
          row.firstSeen ? 'neither it nor what it is linked to is on file' : 'the day of listing is not known exactly',
        );
        continue;
      }
      const key = `${row.firstSeen} ${JSON.stringify(accused)}`;
      const group = groups.get(key) ?? { accused, rows: [] };
      group.rows.push(row);
      groups.set(key, group);
    }
    for (const { accused, rows } of groups.values()) yield* eventOf(accused, rows, onFile);
  },
};

/** The group, body or company that the designation is about, as far as it is on file. */
function accusedBy(row: Row, onFile: OnFile): Accused | undefined {
  const group = GROUP_OF[row.ofacId];
  if (group?.actor && onFile.get('actors', group.actor)) return { ...group };
  const linked = [...(row.remarks ?? '').matchAll(/Linked To: ([^;.]+)/g)].map((match) => match[1]!);
  for (const name of [row.name, ...linked]) {
    const [id] = onFile.byName('agency', name);
    const agency = id && onFile.get('agencies', id);
    if (!agency || agency.country === 'INT') continue;
    if (agency.type === 'front-company') return { companies: [agency.id], strength: 'unstated' };
    const strength = name === row.name ? 'state-direct' : 'state-affiliated';
    return { country: agency.country, agency: agency.id, strength };
  }
  return undefined;
}

function* eventOf(accused: Accused, rows: readonly Row[], onFile: OnFile): Iterable<Reading> {
  const date = rows[0]!.firstSeen!;
  const persons = rows
    .filter((row) => row.type === 'individual')
    .map((row) => ({ name: nameInOrder(row.name), standing: 'sanctioned' as const }));
  const about = accused.actor ?? accused.agency ?? accused.companies?.[0] ?? '';
  const sources = rows.slice(0, 3).map((row) => listing(row, onFile));
  const record: AttributionEvent = {
    $schema: '../schema/event.schema.json',
    id: `event:us-ofac-${date}-${slug(about.slice(about.indexOf(':') + 1))}`,
    date,
    kind: 'sanction',
    by: { country: 'US', agencies: ['agency:us-ofac'], mode: 'independent' },
    accused: { ...accused, ...(persons.length ? { persons } : {}) },
    confidence: { level: 'unstated' },
    prov: [
      ...sources.map(({ id }) => ({ source: id })),
      { source: 'source:us-ofac-sdn', locator: programmes(rows), retrieved: RETRIEVED },
    ],
    review: { state: 'unreviewed' },
  };
  const said = onFile.get('events', record.id) ? undefined : saidAlready(record, onFile);
  if (said) {
    for (const row of rows) yield refusal(row, `stands on file as ${said.id}`);
    return;
  }
  for (const source of sources) {
    yield {
      upstream: 'ofac',
      collection: 'sources',
      record: source,
      keys: { ids: [source.id], names: [], urls: [source.url] },
    };
  }
  yield { upstream: 'ofac', collection: 'events', record, keys: { ids: [record.id], names: [], urls: [] } };
}

function programmes(rows: readonly Row[]): string {
  return [...new Set(rows.flatMap((row) => row.programs))].join(', ').slice(0, 120);
}

function listing(row: Row, onFile: OnFile): Source {
  const url = `https://sanctionssearch.ofac.treas.gov/Details.aspx?id=${row.ofacId}`;
  const known = onFile.byUrl(url);
  if (known) return onFile.get('sources', known)!;
  return {
    $schema: '../schema/source.schema.json',
    id: `source:ofac-${row.ofacId}`,
    kind: 'sanctions-listing',
    publisher: 'US Department of the Treasury, OFAC',
    publisherAgency: 'agency:us-ofac',
    url,
    published: row.firstSeen!,
    licence: { spdx: 'NOASSERTION', use: 'link-only' },
    urlStatus: 'recalled',
  };
}

function refusal(row: Row, why: string): Refusal {
  return { upstream: 'ofac', collection: 'events', refused: `${row.ofacId} ${row.name}`, why };
}
