import type { Steps } from '../matching/steps';
import type { Actor } from '../model/actor';
import type { Agency } from '../model/agency';
import type { Incident } from '../model/incident';
import type { Dataset } from '../model/record';
import type { RecordStore } from './record-store';

/** Records between two rests. */
const AT_A_TIME = 256;

/** Reads a whole store back into a dataset, in the order in which it was packed; `$schema`, which no store keeps, is absent. */
export function* unpackRecords(store: RecordStore): Steps<Dataset> {
  const dataset: Dataset = { actors: [], agencies: [], incidents: [], events: [], sources: [] };
  for (const [i, id] of store.ids().entries()) {
    if (i % AT_A_TIME === 0) yield;
    if (id.startsWith('actor:')) dataset.actors.push(store.entity(id) as Actor);
    else if (id.startsWith('agency:')) dataset.agencies.push(store.entity(id) as Agency);
    else if (id.startsWith('incident:')) dataset.incidents.push(store.entity(id) as Incident);
    else if (id.startsWith('event:')) dataset.events.push(store.event(id)!);
    else if (id.startsWith('source:')) dataset.sources.push(store.source(id)!);
  }
  return dataset;
}
