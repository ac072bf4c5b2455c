import type { Actor } from '../../model/actor';

/** What is read of a MISP galaxy value's `meta`. */
export interface MispMeta {
  synonyms?: string[];
  refs?: string[];
  country?: string;
  motive?: string;
  since?: string;
  'name-attribution'?: string[];
  'cfr-suspected-state-sponsor'?: string;
  'cfr-type-of-incident'?: string | string[];
  'threat-actor-classification'?: string[];
}

export function countryOf(meta: MispMeta): string | undefined {
  return meta.country && /^[A-Z]{2}$/.test(meta.country) ? meta.country : undefined;
}

/** State affiliation is alleged only of espionage and of groups whose sponsor upstream names. */
export function classOf(country: string | undefined, meta: MispMeta): Actor['class'] {
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

export function motivesOf(meta: MispMeta): NonNullable<Actor['motives']> {
  const text = [meta.motive, ...[meta['cfr-type-of-incident'] ?? []].flat()].join(' ').toLowerCase();
  const motives: NonNullable<Actor['motives']> = [];
  if (/espionage/.test(text)) motives.push('espionage');
  if (/financial|theft of money/.test(text)) motives.push('financial');
  if (/sabotage|destruct|denial of service|defacement/.test(text)) motives.push('disruption');
  return motives;
}
