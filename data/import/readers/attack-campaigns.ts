import { slug } from '../../../lib/feeds/names/slug';
import type { AttributionEvent } from '../../../lib/model/event';
import type { Incident } from '../../../lib/model/incident';
import type { Source } from '../../../lib/model/source';
import { saidAlready } from '../merge-events';
import { type OnFile, RETRIEVED, type Reader, type Reading } from '../proposal';
import { readJson } from './json';

interface AttackObject {
  type: string;
  id: string;
  name: string;
  aliases?: string[];
  first_seen?: string;
  last_seen?: string;
  created: string;
  revoked?: boolean;
  x_mitre_deprecated?: boolean;
  relationship_type?: string;
  source_ref?: string;
  target_ref?: string;
  external_references?: { source_name: string; external_id?: string }[];
}

const FILES = ['enterprise', 'ics', 'mobile'].map((domain) => `${domain}-attack-18.1-groups-campaigns.json`);

/** Campaigns that are on file, or come with AUSPEX, under another name. */
const SAME_AS: Readonly<Record<string, Incident['id']>> = {
  C0002: 'incident:operation-night-dragon',
  C0011: 'incident:transparent-tribe-campaign-against-indian-students',
  C0017: 'incident:apt41-intrusions-into-us-state-governments',
  C0049: 'incident:apt40-australian-networks',
  C0059: 'incident:salesforce-data-theft-campaign-of-2025',
};

/** Upstream names that are ordinary words or a bare number, with what the campaign is called here. */
const CALLED: Readonly<Record<string, string>> = {
  C0001: 'Frankenstein campaign',
  C0010: 'UNC3890 campaign against Israeli shipping',
  C0026: 'Turla Andromeda campaign',
  C0027: 'Scattered Spider telecom campaign of 2022',
  C0029: 'Cutting Edge campaign',
  C0036: 'Pikabot distribution of February 2024',
  C0037: 'Water Curupira Pikabot distribution',
  C0039: 'Versa Director zero-day exploitation',
  C0042: 'Outer Space campaign',
  C0043: 'Indian critical infrastructure intrusions of 2021 and 2022',
  C0044: 'Juicy Mix campaign',
  C0047: 'RedDelta PlugX campaign of 2023 and 2024',
  C0050: 'J-magic campaign',
  C0051: 'Nearest Neighbor campaign',
  C0052: 'SPACEHOP network',
  C0053: 'FLORAHOX network',
  C0055: 'Quad7 botnet',
};

/** MITRE ATT&CK campaigns as incidents, and the groups that MITRE attributes them to as its own events. */
export const attackCampaigns: Reader = {
  upstream: 'attack',
  title: 'ATT&CK campaigns',
  *read(folder, onFile): Iterable<Reading> {
    const objects = new Map<string, AttackObject>();
    for (const file of FILES) {
      for (const object of readJson<{ objects: AttackObject[] }>(folder, 'mitre-attack', file).objects)
        objects.set(object.id, object);
    }
    for (const object of objects.values()) if (object.type === 'campaign') yield incidentOf(object, onFile);
    for (const object of objects.values()) {
      if (object.relationship_type === 'attributed-to') yield* attributionOf(object, objects, onFile);
    }
  },
};

function incidentOf(campaign: AttackObject, onFile: OnFile): Reading {
  const attack = codeOf(campaign);
  const name = CALLED[attack] ?? campaign.name;
  const refused = { upstream: 'attack', collection: 'incidents', refused: `${attack} ${campaign.name}` } as const;
  if (campaign.revoked || campaign.x_mitre_deprecated) return { ...refused, why: 'revoked or deprecated by upstream' };
  if (!SAME_AS[attack] && /^C\d+$/.test(name)) return { ...refused, why: 'a number for a name' };
  const known = incidentKnownAs(campaign, onFile);
  const record: Incident = {
    $schema: '../schema/incident.schema.json',
    id: known?.id ?? `incident:${slug(name)}`,
    name: known?.name ?? name,
    kind: known?.kind ?? (/botnet|network$/.test(name) ? 'botnet' : 'campaign'),
    aliases: known || CALLED[attack] ? [] : aliasesOf(campaign),
    ...(known ? {} : period(campaign)),
    ext: { attack, stix: campaign.id },
    prov: [{ source: 'source:mitre-attack', locator: attack, retrieved: RETRIEVED }],
    review: { state: 'unreviewed' },
  };
  return {
    upstream: 'attack',
    collection: 'incidents',
    record,
    keys: { ids: known ? [known.id] : [`attack:${attack}`], names: [name], urls: [] },
  };
}

function incidentKnownAs(campaign: AttackObject, onFile: OnFile): Incident | undefined {
  const attack = codeOf(campaign);
  const named = onFile.byName('incident', CALLED[attack] ?? campaign.name);
  const id =
    onFile.byKey('incidents', `attack:${attack}`) ?? SAME_AS[attack] ?? (named.length === 1 ? named[0] : undefined);
  return id ? onFile.get('incidents', id) : undefined;
}

function aliasesOf(campaign: AttackObject): Incident['aliases'] {
  const texts = (campaign.aliases ?? []).filter((text) => text !== campaign.name);
  return texts.map((text) => ({ text, relation: 'exact', namedBy: ['MITRE'] }));
}

/** ATT&CK dates campaigns by month and writes the first day. More than ten years are a slip of the pen. */
function period({ first_seen, last_seen }: AttackObject): Pick<Incident, 'start' | 'end'> {
  const start = first_seen?.slice(0, 7);
  const end = last_seen?.slice(0, 7);
  if (start && end && Number(end.slice(0, 4)) - Number(start.slice(0, 4)) > 10) return { end };
  return { ...(start ? { start } : {}), ...(end && end !== start ? { end } : {}) };
}

function* attributionOf(
  relation: AttackObject,
  objects: ReadonlyMap<string, AttackObject>,
  onFile: OnFile,
): Iterable<Reading> {
  const campaign = objects.get(relation.source_ref ?? '');
  const group = objects.get(relation.target_ref ?? '');
  if (!campaign || !group || relation.revoked) return;
  const attack = codeOf(campaign);
  const refused = {
    upstream: 'attack',
    collection: 'events',
    refused: `${attack} ${campaign.name} ← ${group.name}`,
  } as const;
  const actor = onFile.byKey('actors', `attack:${codeOf(group)}`);
  const incident = incidentKnownAs(campaign, onFile);
  if (!actor) {
    yield { ...refused, why: `${codeOf(group)} is not on file` };
    return;
  }
  const source = pageOf(campaign, onFile);
  const record: AttributionEvent = {
    $schema: '../schema/event.schema.json',
    id: `event:mitre-${attack.toLowerCase()}-${actor.slice('actor:'.length)}`,
    // The day on which MITRE entered the attribution; its releases follow within months.
    date: relation.created.slice(0, 10),
    kind: 'vendor-report',
    by: { org: 'MITRE', mode: 'independent' },
    accused: { actor: actor as 'actor:x', strength: 'unstated' },
    ...(incident ? { incidents: [incident.id] } : {}),
    confidence: { level: 'unstated' },
    prov: [{ source: source.id }, { source: 'source:mitre-attack', locator: relation.id, retrieved: RETRIEVED }],
    review: { state: 'unreviewed' },
  };
  const said = onFile.get('events', record.id) ? undefined : saidAlready(record, onFile);
  if (said) {
    yield { ...refused, why: `stands on file as ${said.id}` };
    return;
  }
  yield {
    upstream: 'attack',
    collection: 'sources',
    record: source,
    keys: { ids: [source.id], names: [], urls: [source.url] },
  };
  yield { upstream: 'attack', collection: 'events', record, keys: { ids: [record.id], names: [], urls: [] } };
}

function pageOf(campaign: AttackObject, onFile: OnFile): Source {
  const attack = codeOf(campaign);
  const url = `https://attack.mitre.org/campaigns/${attack}`;
  const known = onFile.byUrl(url);
  if (known) return onFile.get('sources', known)!;
  return {
    $schema: '../schema/source.schema.json',
    id: `source:mitre-attack-${attack.toLowerCase()}`,
    kind: 'reference',
    publisher: 'The MITRE Corporation',
    url,
    licence: { spdx: 'NOASSERTION', use: 'link-only' },
    urlStatus: 'listed',
  };
}

function codeOf(object: AttackObject): string {
  return object.external_references?.find((one) => one.source_name === 'mitre-attack')?.external_id ?? object.id;
}
