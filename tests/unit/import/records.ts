import type { Proposal } from '../../../data/import/proposal';
import type { Actor } from '../../../lib/model/actor';
import type { Alias } from '../../../lib/model/alias';
import type { Dataset } from '../../../lib/model/record';

/** A small actor on file: `{ 'Sand Fox': {…} }` would be `actorRecord('Sand Fox', {…})`. */
export function actorRecord(name: string, fields: Partial<Actor> = {}): Actor {
  return {
    $schema: '../schema/actor.schema.json',
    id: `actor:${name.toLowerCase().replace(/ /g, '-')}`,
    name,
    class: 'unknown',
    aliases: [],
    prov: [{ source: 'source:by-hand' }],
    review: { state: 'unreviewed' },
    ...fields,
  };
}

export function exact(...texts: string[]): Alias[] {
  return texts.map((text) => ({ text, relation: 'exact' }));
}

export function datasetOf(...actors: Actor[]): Dataset {
  return { actors, agencies: [], incidents: [], events: [], sources: [] };
}

/** A proposal by the row `locator` of MISP galaxy. */
export function proposalOf(record: Actor, locator: string): Proposal<'actors'> {
  const aliases = record.aliases.filter((alias) => alias.relation === 'exact').map((alias) => alias.text);
  return {
    upstream: 'misp',
    collection: 'actors',
    record: { ...record, prov: [{ source: 'source:misp-galaxy', locator }] },
    keys: { ids: [`misp:${locator}`, `source:misp-galaxy#${locator}`], names: [record.name, ...aliases], urls: [] },
  };
}
