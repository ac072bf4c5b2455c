import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { slug } from '../../../lib/feeds/names/slug';
import { csvRows } from '../../../lib/feeds/reading/csv';
import type { AttributionEvent } from '../../../lib/model/event';
import { inLowerCase } from '../listed-person';
import { saidAlready } from '../merge-events';
import { type OnFile, RETRIEVED, type Reader, type Reading, type Refusal } from '../proposal';

type Accused = NonNullable<AttributionEvent['accused']>;
type Listing = Omit<Accused, 'persons'> & { incidents?: AttributionEvent['incidents'] };

const SOURCE_OF: Readonly<Record<string, `source:${string}`>> = {
  '32019R0796': 'source:eur-lex-32019r0796',
  '32024R2642': 'source:eu-2024-2642',
};

const HUAYING: Listing = { actor: 'actor:apt10', companies: ['agency:cn-huaying-haitai'], strength: 'actor-only' };
const OPCW: Listing = { country: 'RU', agency: 'agency:ru-gru', strength: 'state-direct' };
const UNIT_26165: Listing = { country: 'RU', agency: 'agency:ru-gru-26165', strength: 'state-direct' };
const UNIT_29155: Listing = { country: 'RU', agency: 'agency:ru-gru-29155', strength: 'state-direct' };
const STAR_BLIZZARD: Listing = { country: 'RU', actor: 'actor:star-blizzard', strength: 'state-affiliated' };
const GAMAREDON: Listing = { country: 'RU', actor: 'actor:gamaredon', strength: 'state-affiliated' };
const TRICKBOT: Listing = { actor: 'actor:trickbot-group', strength: 'criminal' };
const I_SOON: Listing = { companies: ['agency:cn-i-soon'], strength: 'criminal' };
const CARR: Listing = { country: 'RU', actor: 'actor:cyber-army-of-russia-reborn', strength: 'state-affiliated' };
const LUMMA: Listing = { strength: 'criminal', incidents: ['incident:lumma-stealer-operation'] };

/**
 * Whom each listing under Regulation 2019/796 accuses, by annex and number: the statement of reasons ties every
 * person to a body or group. Listings that name none are not here.
 */
const ACCUSED: Readonly<Record<string, Listing>> = {
  'I.A 1': HUAYING,
  'I.A 2': HUAYING,
  'I.B 1': HUAYING,
  'I.A 3': OPCW,
  'I.A 4': OPCW,
  'I.A 5': OPCW,
  'I.A 6': OPCW,
  'I.A 7': UNIT_26165,
  'I.A 8': UNIT_26165,
  'I.B 4': UNIT_26165,
  'I.A 9': STAR_BLIZZARD,
  'I.A 10': STAR_BLIZZARD,
  'I.A 11': GAMAREDON,
  'I.A 12': GAMAREDON,
  'I.A 13': TRICKBOT,
  'I.A 14': TRICKBOT,
  'I.A 20': TRICKBOT,
  'I.A 15': UNIT_29155,
  'I.A 16': UNIT_29155,
  'I.A 17': UNIT_29155,
  'I.A 26': UNIT_29155,
  'I.A 27': UNIT_29155,
  'I.A 18': I_SOON,
  'I.A 19': I_SOON,
  'I.B 7': I_SOON,
  'I.A 22': CARR,
  'I.A 23': CARR,
  'I.A 24': LUMMA,
  'I.A 25': LUMMA,
  'I.B 2': { actor: 'actor:lazarus-group', companies: ['agency:kp-chosun-expo'], strength: 'actor-only' },
  'I.B 3': { country: 'RU', agency: 'agency:ru-gru-74455', actor: 'actor:sandworm', strength: 'state-direct' },
  'I.B 5': { actor: 'actor:flax-typhoon', companies: ['agency:cn-integrity-technology'], strength: 'actor-only' },
  'I.B 6': { country: 'IR', companies: ['agency:ir-emennet-pasargad'], strength: 'from-territory' },
  'I.B 11': { actor: 'actor:z-pentest', strength: 'actor-only' },
};

/** EU listings for cyber-attacks and for information operations, one event per day and accused. */
export const euListings: Reader = {
  upstream: 'eu',
  title: 'EU listings',
  *read(folder, onFile): Iterable<Reading> {
    const groups = new Map<Listing, Map<string, Record<string, string>[]>>();
    for (const row of rowsOf(folder, '32019R0796.csv')) {
      const accused = ACCUSED[numberOf(row)];
      const day = dayOf(row.startDate ?? '');
      if (!accused || !day) {
        yield refusal(row, accused ? 'it has no day of listing' : 'neither it nor what it is tied to is on file');
        continue;
      }
      const days = groups.get(accused) ?? new Map<string, Record<string, string>[]>();
      groups.set(accused, days.set(day, [...(days.get(day) ?? []), row]));
    }
    for (const [accused, days] of groups) for (const [day, rows] of days) yield* eventOf(accused, day, rows, onFile);
    yield* destabilisation(rowsOf(folder, '32024R2642.csv'), onFile);
  },
};

/** Campaigns that listings under Regulation 2024/2642 are about, by annex and number. */
const CAMPAIGN: Readonly<Record<string, AttributionEvent['incidents']>> = {
  'I.A 2': ['incident:doppelganger-campaign'],
  'I.A 3': ['incident:doppelganger-campaign'],
  'I.B 15': ['incident:portal-kombat'],
  'I.B 13': ['incident:storm-1516-disinformation-campaign'],
};
/** The body itself, listed under Regulation 2024/2642. */
const BODY: Readonly<Record<string, Listing>> = { 'I.B 1': UNIT_29155 };
const RUSSIA: Listing = { country: 'RU', strength: 'state-affiliated' };

/** Listings for destabilising acts, where the grounds of listing speak of cyber or information operations. */
function* destabilisation(rows: readonly Record<string, string>[], onFile: OnFile): Iterable<Reading> {
  const groups = new Map<string, Record<string, string>[]>();
  for (const row of rows) {
    const day = dayOf(row.startDate ?? '');
    if (
      !day ||
      !/disinformation|information manipulation|information operation|cyber-?attack/i.test(row.reason ?? '')
    ) {
      yield refusal(row, 'its grounds speak of no cyber or information operation');
      continue;
    }
    const key = `${day} ${CAMPAIGN[numberOf(row)]?.[0] ?? BODY[numberOf(row)]?.agency ?? ''}`;
    groups.set(key, [...(groups.get(key) ?? []), row]);
  }
  for (const [key, listed] of groups) {
    const incidents = CAMPAIGN[numberOf(listed[0]!)];
    yield* eventOf(
      { ...(BODY[numberOf(listed[0]!)] ?? RUSSIA), ...(incidents ? { incidents } : {}) },
      key.slice(0, 10),
      listed,
      onFile,
    );
  }
}

function* eventOf(
  { incidents, ...accused }: Listing,
  date: string,
  rows: readonly Record<string, string>[],
  onFile: OnFile,
): Iterable<Reading> {
  const about =
    accused.actor ??
    accused.agency ??
    accused.companies?.[0] ??
    incidents?.[0] ??
    `country:${accused.country}-influence`;
  if (accused.actor && !onFile.get('actors', accused.actor)) {
    for (const row of rows) yield refusal(row, `${accused.actor} is not on file`);
    return;
  }
  const persons = rows
    .filter((row) => row.schema === 'Person')
    .map((row) => ({ name: inLowerCase(row.name ?? ''), standing: 'sanctioned' as const }));
  const record: AttributionEvent = {
    $schema: '../schema/event.schema.json',
    id: `event:eu-${date}-${slug(about.slice(about.indexOf(':') + 1))}`,
    date,
    kind: 'sanction',
    by: { country: 'EU', agencies: ['agency:eu-council'], mode: 'independent' },
    accused: { ...accused, ...(persons.length ? { persons } : {}) },
    ...(incidents ? { incidents } : {}),
    confidence: { level: 'unstated' },
    prov: [
      {
        source: SOURCE_OF[rows[0]!.celex ?? '']!,
        locator: rows.map(numberOf).join(', ').slice(0, 120).trim(),
        retrieved: RETRIEVED,
      },
    ],
    review: { state: 'unreviewed' },
  };
  const said = onFile.get('events', record.id) ? undefined : saidAlready(record, onFile);
  if (said) {
    for (const row of rows) yield refusal(row, `stands on file as ${said.id}`);
    return;
  }
  yield { upstream: 'eu', collection: 'events', record, keys: { ids: [record.id], names: [], urls: [] } };
}

function rowsOf(folder: string, file: string): Record<string, string>[] {
  return csvRows(readFileSync(join(folder, 'eu-sanctions', file), 'utf8'));
}

/** `I.A 22`: annex and number in it. */
function numberOf(row: Record<string, string>): string {
  return `${row.annex} ${row.recordId}`;
}

/** `16.3.2026` → `2026-03-16`. */
function dayOf(written: string): string | undefined {
  const match = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(written);
  return match ? `${match[3]}-${match[2]!.padStart(2, '0')}-${match[1]!.padStart(2, '0')}` : undefined;
}

function refusal(row: Record<string, string>, why: string): Refusal {
  return { upstream: 'eu', collection: 'events', refused: `${row.celex} ${numberOf(row)} ${row.name}`, why };
}
