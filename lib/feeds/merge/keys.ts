import type { Provenance } from '../../model/primitives';

/** Sources of core that are upstreams of feeds: a locator in one of them is that upstream's own id. */
const UPSTREAMS: Readonly<Record<string, string>> = {
  'source:mitre-attack': 'stix',
  'source:misp-galaxy': 'misp',
  'source:microsoft-names': 'microsoft',
};

/**
 * The stable ids of upstreams under which a record is known: `attack:G0128`, `misp:<uuid>`, `stix:<id>`,
 * `microsoft:<folded name>`. Two records that share one speak of the same.
 *
 * @param folded how names are compared; passed in, as `microsoft` has names for ids.
 */
export function keysOf(
  record: { ext?: Record<string, string | undefined>; prov: readonly Provenance[] },
  folded: (name: string) => string,
): string[] {
  const keys = new Set<string>();
  for (const upstream of ['attack', 'misp', 'stix'] as const) {
    const id = record.ext?.[upstream];
    if (id) keys.add(`${upstream}:${id}`);
  }
  for (const { source, locator } of record.prov) {
    const upstream = Object.hasOwn(UPSTREAMS, source) ? UPSTREAMS[source] : undefined;
    if (!upstream || !locator) continue;
    // ATT&CK's campaigns are located by their short id.
    if (upstream === 'stix' && /^[GC]\d{4}$/.test(locator)) keys.add(`attack:${locator}`);
    else keys.add(`${upstream}:${upstream === 'microsoft' ? folded(locator) : locator}`);
  }
  return [...keys];
}

/** The upstream of a key: two records with different keys of one upstream are not the same. */
export function upstreamOf(key: string): string {
  return key.slice(0, key.indexOf(':'));
}
