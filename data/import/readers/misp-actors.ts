import { fold } from '../../../lib/matching/fold';
import type { Actor } from '../../../lib/model/actor';
import { type RawName, splitVendor } from '../actor-names';
import { vendorNamed } from '../naming-schemes';
import type { Reader, Reading } from '../proposal';
import { proposeActor } from './actor-proposal';
import { readJson } from './json';
import { type MispCluster, type MispMeta, programNames } from './misp';

/** MISP galaxy, cluster `threat-actor`. Its `attribution-confidence` is the same everywhere and says nothing. */
export const mispActors: Reader = {
  upstream: 'misp',
  title: 'MISP actors',
  *read(folder, onFile): Iterable<Reading> {
    const programs = programNames(folder);
    const producers = new Map(
      readJson<MispCluster>(folder, 'misp-galaxy', 'producer.json').values.map(({ uuid, value }) => [uuid, value]),
    );
    const rows = readJson<MispCluster>(folder, 'misp-galaxy', 'threat-actor.json').values;
    for (const { uuid, value, meta = {}, related = [] } of rows) {
      if (/^Operation /.test(value) && !onFile.byKey('actors', `source:misp-galaxy#${uuid}`)) {
        yield { upstream: 'misp', collection: 'actors', refused: value, why: 'an operation: a campaign, not a group' };
        continue;
      }
      const whole = related.find(({ type }) => type === 'part-of')?.['dest-uuid'];
      const country = countryOf(meta);
      const vendors = vendorsOf(meta, producers);
      yield proposeActor({
        upstream: 'misp',
        source: 'source:misp-galaxy',
        locator: uuid,
        name: value,
        class: classOf(country, meta),
        names: (meta.synonyms ?? []).map((text) => rawName(text, vendors, programs)),
        parent: whole && onFile.byKey('actors', `source:misp-galaxy#${whole}`),
        country,
        motives: motivesOf(meta),
        activeFrom: meta.since && /^\d{4}$/.test(meta.since) ? meta.since : undefined,
        ext: { misp: uuid },
      });
    }
  },
};

function rawName(text: string, vendors: ReadonlyMap<string, string>, programs: ReadonlySet<string>): RawName {
  const bare = fold(splitVendor(text).text);
  const vendor = vendors.get(bare);
  return { text, vendor, ...(programs.has(bare) && !vendor ? { relation: 'malware-used-as-name' as const } : {}) };
}

/** `name-attribution` holds `NAME:uuid of a producer`. */
function vendorsOf(meta: MispMeta, producers: ReadonlyMap<string, string>): Map<string, string> {
  const vendors = new Map<string, string>();
  for (const entry of meta['name-attribution'] ?? []) {
    const colon = entry.lastIndexOf(':');
    const vendor = vendorNamed(producers.get(entry.slice(colon + 1)) ?? '');
    if (vendor) vendors.set(fold(splitVendor(entry.slice(0, colon)).text), vendor);
  }
  return vendors;
}

function countryOf(meta: MispMeta): string | undefined {
  return meta.country && /^[A-Z]{2}$/.test(meta.country) ? meta.country : undefined;
}

/** State affiliation is alleged only of espionage and of groups whose sponsor upstream names. */
function classOf(country: string | undefined, meta: MispMeta): Actor['class'] {
  const text = [
    meta.motive,
    ...[meta['cfr-type-of-incident'] ?? []].flat(),
    ...(meta['threat-actor-classification'] ?? []),
  ]
    .join(' ')
    .toLowerCase();
  if (/hacktivis/.test(text)) return 'hacktivist';
  if (/financial|cybercrime|criminal/.test(text) && !meta['cfr-suspected-state-sponsor']) return 'criminal';
  return country ? 'state-affiliated' : 'unknown';
}

function motivesOf(meta: MispMeta): Actor['motives'] {
  const text = [meta.motive, ...[meta['cfr-type-of-incident'] ?? []].flat()].join(' ').toLowerCase();
  const motives: NonNullable<Actor['motives']> = [];
  if (/espionage/.test(text)) motives.push('espionage');
  if (/financial|theft of money/.test(text)) motives.push('financial');
  if (/sabotage|destruct|denial of service|defacement/.test(text)) motives.push('disruption');
  return motives;
}
