import { isBefore } from '../../../lib/dataset/references';
import { slug } from '../../../lib/feeds/names/slug';
import type { AttributionEvent, EventKind } from '../../../lib/model/event';
import type { Incident } from '../../../lib/model/incident';
import { accusedIn } from '../auspex/accused';
import { type Accuser, accusersIn, isJoint, paperIn } from '../auspex/accusers';
import { type Cited, pageOf } from '../auspex/cited-pages';
import { agenciesOf, eventKind } from '../auspex/event-kind';
import { incidentIdOf, incidentRecord } from '../auspex/incidents';
import { type AttributionRow, countryCode, type EventRow, type SourceRow, type TargetRow } from '../auspex/rows';
import { SpokenNames } from '../auspex/spoken-names';
import { ACCUSED_OF } from '../auspex/tables';
import { honestDate } from '../honest-date';
import { saidAlready } from '../merge-events';
import type { OnFile, Reader, Reading, Refusal } from '../proposal';
import { RETRIEVED } from '../proposal';
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
    const upstream = { sources, names: new SpokenNames(sources.values(), onFile), onFile, ids: new Set<string>() };
    for (const row of rows) yield* eventsOf(row, upstream);
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

function* eventsOf(row: EventRow, upstream: Upstream): Iterable<Reading> {
  const { sources, onFile } = upstream;
  for (const [i, attribution] of row.attributions.entries()) {
    const key = `${row.id} #${i + 1}`;
    const accusers = accusersOf(attribution, sources);
    if (!accusers.length)
      yield refusal(key, `no accuser that its source bears out: ${attribution.attributing_org ?? 'none given'}`);
    for (const accuser of accusers) {
      const cited = pageOf({ accuser, isAlone: accusers.length === 1, attribution, row }, sources, onFile);
      if (typeof cited === 'string') {
        yield refusal(key, cited);
        continue;
      }
      const joint = isJoint(attribution.attributing_org ?? '', accusers);
      const event = eventRecord({ row, attribution, key, accuser, joint, cited }, upstream);
      if (typeof event === 'string') {
        yield refusal(key, event);
        continue;
      }
      const said = onFile.get('events', event.id) ? undefined : saidAlready(event, onFile);
      if (said) {
        yield refusal(key, `stands on file as ${said.id}`);
        continue;
      }
      yield { upstream: 'auspex', collection: 'events', record: event, keys: { ids: [event.id], names: [], urls: [] } };
      // A page comes in with its event only: some are left out by decision.
      if (!onFile.get('events', event.id)) continue;
      const { source } = cited;
      yield {
        upstream: 'auspex',
        collection: 'sources',
        record: source,
        keys: { ids: [source.id], names: [], urls: [source.url] },
      };
    }
  }
}

/**
 * Where only "journalism" is said to have spoken, it is the publication cited that speaks; and a paper that is named
 * beside companies, where the page is its own.
 */
function accusersOf(
  { attributing_org, attribution_source_id }: AttributionRow,
  sources: Upstream['sources'],
): Accuser[] {
  const page = sources.get(attribution_source_id ?? '');
  if (!page) return accusersIn(attributing_org ?? '');
  const named = accusersIn(attributing_org ?? page.publisher);
  if (named.length && named.every((accuser) => 'org' in accuser && accuser.kind === 'vendor-report'))
    return [...named, ...paperIn(attributing_org ?? '', page)];
  const isPress = /^(journalism consensus|vendor-consensus)/i.test(attributing_org ?? '');
  return !named.length && isPress ? accusersIn(page.publisher) : named;
}

/** What a row is read against. */
interface Upstream {
  sources: ReadonlyMap<string, SourceRow>;
  names: SpokenNames;
  onFile: OnFile;
  /** Event ids given out so far: in the order of the file, whatever becomes of the rows. */
  ids: Set<string>;
}

interface Said {
  row: EventRow;
  attribution: AttributionRow;
  key: string;
  accuser: Accuser;
  joint: boolean;
  cited: Cited;
}

function eventRecord(
  { row, attribution, key, accuser, joint, cited }: Said,
  { sources, names, onFile, ids }: Upstream,
): AttributionEvent | string {
  const { date } = cited;
  if (
    'country' in accuser &&
    !ACCUSED_OF[key] &&
    isOwnAct(accuser.country, countryCode(attribution.actor_id?.split('/')[0]), row)
  )
    return 'a state’s account of its own operation';
  const actor = attribution.actor_id ? names.actorOf(attribution, row, cited.row, date) : undefined;
  const accused = accusedIn(attribution, key, accuser, actor, onFile);
  if (typeof accused === 'string') return accused;
  if ('self' in accuser && !accused.actor) return 'a claim by nobody on file';
  const incident = incidentIdOf(row.id);
  const start = incident && onFile.get('incidents', incident)?.start;
  const begun = [start, honestDate(row.start_date)].find((day) => day && isBefore(date, day));
  if (begun) return `it is dated ${date}, before its incident began on ${begun}`;
  if (start && cited.row.published_on && isBefore(cited.row.published_on, start))
    return `its page is older than ${incident}`;
  const base = shortSlug(row.id);
  const sameDay = row.sources.flatMap((id) => sources.get(id) ?? []).filter((page) => page.published_on === date);
  const kind =
    'country' in accuser && isOwnAct(accuser.country, accused.country, row)
      ? 'self-claim'
      : eventKind(accuser, cited, attribution.attributing_org ?? '', sameDay);
  if (!kind) return 'the act is that of another state alone';
  return {
    $schema: '../schema/event.schema.json',
    id: freeId(`${base}-${speakerSlug(accuser)}`, ids),
    date,
    kind,
    ...(joint ? { statement: base } : {}),
    by: speakerOf(accuser, accused.actor, kind, joint),
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
  kind: EventKind,
  joint: boolean,
): AttributionEvent['by'] {
  if ('self' in accuser) return { actor, mode: 'independent' };
  if ('org' in accuser) return { org: accuser.org, mode: 'independent' };
  const agencies = agenciesOf(accuser, kind) as NonNullable<NonNullable<AttributionEvent['by']>['agencies']>;
  return {
    country: accuser.country as 'EU',
    ...(agencies.length ? { agencies } : {}),
    mode: joint ? 'joint' : 'independent',
  };
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
