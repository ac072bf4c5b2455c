import { ANSWER_KINDS, type AttributionEvent } from '../model/event';
import type { Provenance } from '../model/primitives';
import type { Dataset } from '../model/record';
import type { Fault } from './validate';

/** Faults that no single record shows: unknown ids, orphans, loops, impossible order of dates. */
export function crossReferenceFaults(dataset: Dataset): Fault[] {
  const known = new Set<string>();
  const faults: Fault[] = [];
  for (const record of allRecords(dataset)) {
    if (known.has(record.id)) faults.push({ where: record.id, what: 'the id is used twice' });
    known.add(record.id);
  }
  const used = new Set<string>();
  for (const record of allRecords(dataset)) {
    for (const [field, id] of referencesOf(record)) {
      used.add(id);
      if (!known.has(id)) faults.push({ where: record.id, what: `${field} names ${id}, which is not on file` });
      if (id === record.id) faults.push({ where: record.id, what: `${field} names the record itself` });
    }
  }
  for (const source of dataset.sources) {
    if (!used.has(source.id)) faults.push({ where: source.id, what: 'no record uses this source' });
  }
  return [
    ...faults,
    ...untyped(dataset),
    ...parentLoops(dataset),
    ...eventOrder(dataset),
    ...lifetimes(dataset),
    ...sameEvents(dataset),
  ];
}

type AnyRecord = Dataset[keyof Dataset][number];

function* allRecords(dataset: Dataset): Iterable<AnyRecord> {
  for (const records of Object.values(dataset)) yield* records;
}

/** Every id that a record names, with the field that names it. Found by shape: ids carry their kind. */
function* referencesOf(record: AnyRecord): Iterable<[string, string]> {
  yield* idsIn(record, '');
}

const ID = /^(actor|agency|incident|event|source):[a-z0-9-]+$/;

function* idsIn(value: unknown, path: string): Iterable<[string, string]> {
  if (typeof value === 'string') {
    if (path !== 'id' && ID.test(value)) yield [path, value];
  } else if (Array.isArray(value)) {
    for (const item of value) yield* idsIn(item, path);
  } else if (value && typeof value === 'object') {
    for (const [key, inner] of Object.entries(value)) yield* idsIn(inner, path ? `${path}.${key}` : key);
  }
}

/** Feeds may leave open what kind of body an agency is; core may not. */
function untyped(dataset: Dataset): Fault[] {
  return dataset.agencies
    .filter((agency) => agency.type === 'unstated')
    .map((agency) => ({ where: agency.id, what: 'does not say what kind of body it is' }));
}

function parentLoops(dataset: Dataset): Fault[] {
  const parents = new Map<string, string>();
  for (const actor of dataset.actors) if (actor.parent) parents.set(actor.id, actor.parent);
  for (const agency of dataset.agencies) if (agency.parent) parents.set(agency.id, agency.parent);
  for (const incident of dataset.incidents) if (incident.partOf) parents.set(incident.id, incident.partOf);
  const faults: Fault[] = [];
  for (const start of parents.keys()) {
    const seen = new Set([start]);
    for (let at = parents.get(start); at; at = parents.get(at)) {
      if (seen.has(at)) {
        faults.push({ where: start, what: `its parents run in a circle through ${at}` });
        break;
      }
      seen.add(at);
    }
  }
  return faults;
}

function eventOrder(dataset: Dataset): Fault[] {
  const events = new Map(dataset.events.map((event) => [event.id as string, event]));
  const incidents = new Map(dataset.incidents.map((incident) => [incident.id as string, incident]));
  const faults: Fault[] = [];
  for (const event of dataset.events) {
    const fault = (what: string) => faults.push({ where: event.id, what });
    for (const id of event.incidents ?? []) {
      const start = incidents.get(id)?.start;
      if (start && event.date && isBefore(event.date, start)) fault(`is dated before ${id} began (${start})`);
    }
    for (const response of event.responses ?? []) {
      if (event.date && isBefore(response.date, event.date))
        fault(`has a ${response.kind} of ${response.date}, before the event`);
    }
    for (const id of event.answers ?? []) {
      const answered = events.get(id);
      if (answered && ANSWER_KINDS.has(event.kind) && answers(event, answered))
        fault(`is dated before ${id}, which it answers`);
    }
    const older = event.supersedes ? events.get(event.supersedes) : undefined;
    if (older?.date && event.date && isBefore(event.date, older.date))
      fault(`is older than ${older.id}, which it supersedes`);
  }
  return faults;
}

/** A body speaks, and is accused of deeds, only while it exists. */
function lifetimes(dataset: Dataset): Fault[] {
  const agencies = new Map(dataset.agencies.map((agency) => [agency.id as string, agency]));
  const faults: Fault[] = [];
  for (const { id, date, by } of dataset.events) {
    for (const speaker of by?.agencies ?? []) {
      const agency = agencies.get(speaker);
      if (!agency || !date) continue;
      if (agency.existedFrom && isBefore(date, agency.existedFrom))
        faults.push({ where: id, what: `is dated before ${speaker} existed (${agency.existedFrom})` });
      if (agency.existedTo && isBefore(agency.existedTo, date))
        faults.push({ where: id, what: `is dated after ${speaker} ended (${agency.existedTo})` });
    }
  }
  return faults;
}

/** Two records of one act. */
function sameEvents(dataset: Dataset): Fault[] {
  const seen = new Map<string, string>();
  const faults: Fault[] = [];
  for (const event of dataset.events) {
    const key = actOf(event);
    const other = seen.get(key);
    if (other) faults.push({ where: event.id, what: `says the same as ${other}` });
    else seen.set(key, event.id);
  }
  return faults;
}

/** The same for records of one act: same day, speaker, kind, accused, incidents and answers. */
export function actOf(event: AttributionEvent): string {
  const { country, agency, actor, companies, persons } = event.accused ?? {};
  const speaker = [event.by?.country, event.by?.agencies, event.by?.org, event.by?.actor];
  const names = persons?.map((person) => person.name);
  return JSON.stringify([
    event.date,
    event.kind,
    speaker,
    country,
    agency,
    actor,
    companies,
    names,
    event.incidents,
    event.answers,
  ]);
}

function answers(answer: AttributionEvent, answered: AttributionEvent): boolean {
  return Boolean(answer.date && answered.date && isBefore(answer.date, answered.date));
}

/** Certainly before: `2024` is not before `2024-03`, since it may be later in that year. */
export function isBefore(a: string, b: string): boolean {
  const shared = Math.min(a.length, b.length);
  return a.slice(0, shared) < b.slice(0, shared);
}

/** Ids of the sources that a record stands on. */
export function sourcesOf(record: { prov?: Provenance[] }): string[] {
  return (record.prov ?? []).map((entry) => entry.source);
}
