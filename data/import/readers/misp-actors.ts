import { type RawName, splitVendor } from '../../../lib/feeds/names/actor-names';
import { classOf, countryOf, type MispMeta, motivesOf } from '../../../lib/feeds/names/misp-meta';
import { vendorNamed } from '../../../lib/feeds/names/naming-schemes';
import { fold } from '../../../lib/matching/fold';
import type { Reader, Reading } from '../proposal';
import { proposeActor } from './actor-proposal';
import { readJson } from './json';
import { type MispCluster, programNames } from './misp';

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
