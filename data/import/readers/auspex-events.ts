import { isBefore } from '../../../lib/dataset/references';
import type { AttributionEvent } from '../../../lib/model/event';
import type { Incident } from '../../../lib/model/incident';
import type { Source } from '../../../lib/model/source';
import { accusedIn } from '../auspex/accused';
import { type Accuser, accusersIn } from '../auspex/accusers';
import { eventKind } from '../auspex/event-kind';
import { incidentIdOf, incidentRecord } from '../auspex/incidents';
import { type AttributionRow, countryCode, type EventRow, type SourceRow, type TargetRow } from '../auspex/rows';
import { sourceRecord } from '../auspex/sources';
import { ACCUSED_OF } from '../auspex/tables';
import { honestDate } from '../honest-date';
import { saidAlready } from '../merge-events';
import type { OnFile, Reader, Reading, Refusal } from '../proposal';
import { RETRIEVED, slug } from '../proposal';
import { readJson } from './json';

/**
 * AUSPEX's events: incidents, the attributions of each as events, and the pages they stand on. Compiled by
 * machine, so everything is unreviewed and nothing stands above what a person has entered.
 */
export const auspexEvents: Reader = {
  upstream: 'auspex',
  title: 'AUSPEX events',
  *read(folder, onFile): Iterable<Reading> {
    const rows = Object.values(readJson<Record<string, EventRow>>(folder, 'auspex', 'events.json'));
    rows.sort((a, b) => (a.id < b.id ? -1 : 1));
    const sources = byId(readJson<Record<string, SourceRow>>(folder, 'auspex', 'sources.json'));
    const targets = byId(readJson<Record<string, TargetRow>>(folder, 'auspex', 'targets.json'));
    const spoken = spokenOf(rows);
    for (const row of rows) {
      const record = incidentRecord(row, targets, spoken.get(incidentIdOf(row.id) ?? '') ?? []);
      if (record) yield proposeIncident(record, onFile);
    }
    const ids = new Set<string>();
    for (const row of rows) yield* eventsOf(row, sources, ids, onFile);
  },
};

/** An alias that an actor or agency bears would make both unreadable in text: it stays with them. */
function proposeIncident(record: Incident, onFile: OnFile): Reading {
  const aliases = record.aliases.filter(
    ({ text }) => !onFile.byName('actor', text).length && !onFile.byName('agency', text).length,
  );
  const ids = [`auspex:${record.ext?.auspex}`];
  return {
    upstream: 'auspex',
    collection: 'incidents',
    record: { ...record, aliases },
    keys: { ids, names: [record.name], urls: [] },
  };
}

function* eventsOf(
  row: EventRow,
  sources: ReadonlyMap<string, SourceRow>,
  ids: Set<string>,
  onFile: OnFile,
): Iterable<Reading> {
  for (const [i, attribution] of row.attributions.entries()) {
    const key = `${row.id} #${i + 1}`;
    const cited = usableSource(row, attribution, sources, onFile);
    if (typeof cited === 'string') {
      yield refusal(key, cited);
      continue;
    }
    const accusers = accusersOf(attribution, cited);
    if (!accusers.length)
      yield refusal(key, `no accuser that its source bears out: ${attribution.attributing_org ?? 'none given'}`);
    const joint = accusers.filter((accuser) => 'country' in accuser).length > 1;
    for (const accuser of accusers) {
      const event = eventRecord({ row, attribution, key, accuser, joint, cited, ids }, onFile);
      if (typeof event === 'string') {
        yield refusal(key, event);
        continue;
      }
      const said = onFile.get('events', event.id) ? undefined : saidAlready(event, onFile);
      if (said) {
        yield refusal(key, `stands on file as ${said.id}`);
        continue;
      }
      const { source } = cited;
      yield {
        upstream: 'auspex',
        collection: 'sources',
        record: source,
        keys: { ids: [source.id], names: [], urls: [source.url] },
      };
      yield { upstream: 'auspex', collection: 'events', record: event, keys: { ids: [event.id], names: [], urls: [] } };
    }
  }
}

/**
 * Where only "journalism" is said to have spoken, it is the publication cited that speaks. A company's page bears
 * out what companies said, not what a government beside them may have said elsewhere.
 */
function accusersOf({ attributing_org }: AttributionRow, { row, source }: Cited): Accuser[] {
  const named = accusersIn(attributing_org ?? row.publisher);
  if (!named.length && /^(journalism consensus|vendor-consensus)/i.test(attributing_org ?? ''))
    return accusersIn(row.publisher);
  return source.kind === 'vendor-report' ? named.filter((accuser) => !('country' in accuser)) : named;
}

interface Cited {
  row: SourceRow;
  source: Source;
}

interface Said {
  row: EventRow;
  attribution: AttributionRow;
  key: string;
  accuser: Accuser;
  joint: boolean;
  cited: Cited;
  /** Event ids given out so far: in the order of the file, whatever becomes of the rows. */
  ids: Set<string>;
}

function eventRecord(
  { row, attribution, key, accuser, joint, cited, ids }: Said,
  onFile: OnFile,
): AttributionEvent | string {
  const date = honestDate(attribution.attribution_date, cited.row.id, cited.row.url?.replaceAll('/', '-') ?? '');
  if (!date) return 'it has no date';
  if (
    'country' in accuser &&
    !ACCUSED_OF[key] &&
    isOwnAct(accuser.country, countryCode(attribution.actor_id?.split('/')[0]), row)
  )
    return 'a state’s account of its own operation';
  const accused = accusedIn(attribution, key, accuser, onFile);
  if (typeof accused === 'string') return accused;
  if ('self' in accuser && !accused.actor) return 'a claim by nobody on file';
  const incident = incidentIdOf(row.id);
  const start = incident && onFile.get('incidents', incident)?.start;
  if (start && isBefore(date, start)) return `it is dated ${date}, before ${incident} began`;
  const base = shortSlug(row.id);
  const kind =
    'country' in accuser && isOwnAct(accuser.country, accused.country, row)
      ? 'self-claim'
      : eventKind(accuser, row.id, cited.source, cited.row.id);
  return {
    $schema: '../schema/event.schema.json',
    id: freeId(`${base}-${speakerSlug(accuser)}`, ids),
    date,
    kind,
    ...(joint ? { statement: base } : {}),
    by: speakerOf(accuser, accused.actor, joint),
    accused,
    ...(incident ? { incidents: [incident] } : {}),
    // AUSPEX grades every attribution itself; how sure the speaker was, only the text tells.
    confidence: { level: 'unstated' },
    prov: [
      { source: cited.source.id },
      { source: 'source:auspex', locator: row.id.slice(0, 120), retrieved: RETRIEVED },
    ],
    review: { state: 'unreviewed' },
  };
}

function speakerOf(
  accuser: Accuser,
  actor: NonNullable<AttributionEvent['accused']>['actor'],
  joint: boolean,
): AttributionEvent['by'] {
  if ('self' in accuser) return { actor, mode: 'independent' };
  if ('org' in accuser) return { org: accuser.org, mode: 'independent' };
  const agencies = accuser.agencies as NonNullable<NonNullable<AttributionEvent['by']>['agencies']>;
  return {
    country: accuser.country as 'EU',
    ...(agencies.length ? { agencies } : {}),
    mode: joint ? 'joint' : 'independent',
  };
}

/** The page that bears the attribution out; where it is of no use, the first other page that can be. */
function usableSource(
  row: EventRow,
  attribution: AttributionRow,
  sources: ReadonlyMap<string, SourceRow>,
  onFile: OnFile,
): Cited | string {
  let why = 'it cites nothing';
  for (const id of [attribution.attribution_source_id, ...row.sources]) {
    const cited = id ? sources.get(id) : undefined;
    if (!cited) continue;
    const source = sourceRecord(cited, onFile);
    if (typeof source !== 'string') return { row: cited, source };
    if (why === 'it cites nothing') why = `no source of use: ${source}`;
  }
  return why;
}

/** Courts that convict their own services accuse; governments that tell of their operations do not. */
function isOwnAct(country: string, accused: string | undefined, row: EventRow): boolean {
  if (country !== accused) return false;
  return !row.incident_type.includes('law-enforcement') && !/indict|convict/.test(row.id);
}

function spokenOf(rows: readonly EventRow[]): Map<string, string[]> {
  const spoken = new Map<string, string[]>();
  for (const row of rows) {
    const incident = incidentIdOf(row.id);
    if (!incident) continue;
    const days = row.attributions.flatMap((one) => honestDate(one.attribution_date) ?? []);
    spoken.set(incident, [...(spoken.get(incident) ?? []), ...days]);
  }
  return spoken;
}

/** `2019-03/apt32-bmw-hyundai` → `2019-apt32-bmw-hyundai`; long ones are cut between words. */
function shortSlug(rowId: string): string {
  const [month, name = ''] = rowId.split('/');
  let short = `${month!.slice(0, 4)}-${slug(name)}`;
  while (short.length > 48) short = short.slice(0, short.lastIndexOf('-'));
  return short;
}

function speakerSlug(accuser: Accuser): string {
  if ('self' in accuser) return 'claim';
  return slug('org' in accuser ? accuser.org : accuser.country);
}

function freeId(wanted: string, ids: Set<string>): AttributionEvent['id'] {
  let id = wanted;
  for (let n = 2; ids.has(id); n++) id = `${wanted}-${n}`;
  ids.add(id);
  return `event:${id}`;
}

function refusal(refused: string, why: string): Refusal {
  return { upstream: 'auspex', collection: 'events', refused, why };
}

function byId<Row extends { id: string }>(rows: Record<string, Row>): ReadonlyMap<string, Row> {
  return new Map(Object.values(rows).map((row) => [row.id, row]));
}
