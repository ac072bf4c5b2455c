import type { Actor } from '../../model/actor';
import type { Agency } from '../../model/agency';
import type { Alias } from '../../model/alias';
import type { Incident } from '../../model/incident';
import { OWN_SOURCE_NAME } from '../../model/own-format';
import type { ExternalIds } from '../../model/primitives';
import type { Entity } from '../../model/record';
import { type Common, extended, PRODUCER } from './frame';
import { filled, type StixObject, stixId } from './object';

/** STIX id of an entity: a group is an intrusion-set, a body an identity, a campaign a campaign, else an incident. */
export function entityRef(entity: Entity): string {
  return stixId(stixType(entity), entity.id);
}

function stixType(entity: Entity): string {
  if ('kind' in entity) return entity.kind === 'campaign' ? 'campaign' : 'incident';
  return 'type' in entity ? 'identity' : 'intrusion-set';
}

/** References that leave the bundle are left out. */
export type RefOf = (id: string | undefined) => string | undefined;

export function entityObject(entity: Entity, common: Common, refOf: RefOf): StixObject {
  const type = stixType(entity);
  const aliases = [...new Set(entity.aliases.map(({ text }) => text))];
  const details =
    'kind' in entity
      ? incidentDetails(entity, refOf)
      : 'type' in entity
        ? agencyDetails(entity, refOf)
        : actorDetails(entity, refOf);
  return filled({
    type,
    id: entityRef(entity),
    ...common,
    created_by_ref: PRODUCER,
    name: entity.name,
    // Of the types used here, only these two have a place for aliases in STIX; all have our `names`.
    aliases: type === 'intrusion-set' || type === 'campaign' ? aliases : undefined,
    identity_class: type === 'identity' ? 'organization' : undefined,
    external_references: externalReferences(entity.id, entity.ext),
    ...extended({
      record: entity.id,
      review: entity.review.state,
      names: entity.aliases.map(nameOf),
      ...details,
    }),
  });
}

function actorDetails(actor: Actor, refOf: RefOf) {
  return {
    category: actor.class,
    country: actor.origin?.country,
    agency_ref: refOf(actor.origin?.agency),
    parent_ref: refOf(actor.parent),
    motives: actor.motives,
    active_from: actor.activeFrom,
    active_to: actor.activeTo,
  };
}

function agencyDetails(agency: Agency, refOf: RefOf) {
  return {
    category: agency.type,
    country: agency.country,
    parent_ref: refOf(agency.parent),
    successor_ref: refOf(agency.successor),
    existed_from: agency.existedFrom,
    existed_to: agency.existedTo,
  };
}

function incidentDetails(incident: Incident, refOf: RefOf) {
  return {
    category: incident.kind,
    parent_ref: refOf(incident.partOf),
    started: incident.start,
    ended: incident.end,
    discovered: incident.discovered,
    disclosed: incident.disclosed,
    victims: incident.victims?.map(({ name, agency, country }) =>
      filled({ name, identity_ref: refOf(agency), country }),
    ),
  };
}

function nameOf({ text, relation, namedBy, lang, validFrom, validTo }: Alias) {
  return filled({ name: text, relation, named_by: namedBy, lang, valid_from: validFrom, valid_to: validTo });
}

function externalReferences(id: string, ext: ExternalIds | undefined): object[] {
  const { attack, misp, wikidata } = ext ?? {};
  const folder = attack?.startsWith('C') ? 'campaigns' : 'groups';
  return [
    { source_name: OWN_SOURCE_NAME, external_id: id },
    ...(attack
      ? [{ source_name: 'mitre-attack', external_id: attack, url: `https://attack.mitre.org/${folder}/${attack}/` }]
      : []),
    ...(misp ? [{ source_name: 'misp-galaxy', external_id: misp }] : []),
    ...(wikidata
      ? [{ source_name: 'wikidata', external_id: wikidata, url: `https://www.wikidata.org/wiki/${wikidata}` }]
      : []),
  ];
}
