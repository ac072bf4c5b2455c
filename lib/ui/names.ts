import type { Alias } from '../model/alias';
import type { Entity } from '../model/record';
import { dateText, listNames, possessive } from './words';

/** One row of the names by vendor: who says it, what they say, and how far it holds. */
export interface VendorRow {
  vendor: string;
  names: { text: string; note?: string }[];
}

/** Vendors that readers know best come first; the rest follow by name. */
const KNOWN_VENDORS = [
  'Microsoft',
  'CrowdStrike',
  'Mandiant',
  'Google',
  'Secureworks',
  'Kaspersky',
  'Proofpoint',
  'Unit 42',
  'Palo Alto Networks',
  'Recorded Future',
  'ESET',
  'Symantec',
];

export function vendorRows(entity: Entity): VendorRow[] {
  const rows = new Map<string, VendorRow>();
  for (const alias of entity.aliases) {
    for (const vendor of alias.namedBy ?? []) {
      const row = rows.get(vendor) ?? { vendor, names: [] };
      rows.set(vendor, row);
      row.names.push({ text: alias.text, ...(noteOf(alias) ? { note: noteOf(alias) } : {}) });
    }
  }
  const rank = (vendor: string) => (KNOWN_VENDORS.indexOf(vendor) + 1 || KNOWN_VENDORS.length + 1) - 1;
  return [...rows.values()].sort((a, b) => rank(a.vendor) - rank(b.vendor) || a.vendor.localeCompare(b.vendor));
}

/** Names that nobody on file claims to have coined. */
export function otherNames(entity: Entity): string[] {
  return entity.aliases.filter((alias) => !alias.namedBy).map((alias) => alias.text);
}

const RELATION_NOTES: Partial<Record<Alias['relation'], string>> = {
  overlaps: 'only overlaps',
  subset: 'covers a part',
  superset: 'covers more',
  persona: 'persona',
  'malware-used-as-name': 'its malware',
  'campaign-used-as-name': 'a campaign',
};

function noteOf(alias: Alias): string | undefined {
  if (alias.validTo) return `until ${dateText(alias.validTo)}`;
  return alias.relation === 'former-name' ? 'former' : RELATION_NOTES[alias.relation];
}

/** "This page says Zirconium: Microsoft’s name until April 2023." `undefined` where the page uses the name. */
export function writtenNote(entity: Entity, written: string): { written: string; note: string } | undefined {
  const spelled = written.trim().replace(/\s+/g, ' ');
  if (spelled === entity.name) return undefined;
  if (plain(spelled) === plain(entity.name)) return { written: spelled, note: 'the same name, written differently' };
  const alias = entity.aliases.find((one) => plain(one.text) === plain(spelled));
  if (!alias || (alias.relation === 'exact' && !alias.namedBy)) return undefined;
  const whose = alias.namedBy?.length ? `${possessive(listNames(alias.namedBy, 2))} name` : 'another name for it';
  const until = alias.validTo
    ? ` until ${dateText(alias.validTo, 'long')}`
    : alias.relation === 'former-name'
      ? ', no longer in use'
      : '';
  const relation = RELATION_NOTES[alias.relation];
  const caution =
    relation && alias.relation !== 'persona'
      ? `; ${relation.startsWith('only') ? 'it only overlaps' : `it stands for ${relation.replace(/^its /, 'its own ')}`}`
      : '';
  return { written: spelled, note: `${whose}${until}${caution}` };
}

function plain(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
}
