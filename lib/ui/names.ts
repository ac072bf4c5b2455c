import { i18n } from '#i18n';
import type { Alias } from '../model/alias';
import type { Entity } from '../model/record';
import { dateText, inflectedDate } from './dates';
import { compareNames } from './language/formats';
import { keyPart } from './language/keys';
import { listNames } from './lists';
import { genitive } from './words';

/** A written name, and its language where that is not English. */
export interface WrittenName {
  text: string;
  lang?: string;
}

/** One row of the names by vendor: who says it, what they say, and how far it holds. */
export interface VendorRow {
  vendor: string;
  names: (WrittenName & { note?: string })[];
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
    const note = noteOf(alias);
    for (const vendor of alias.namedBy ?? []) {
      const row = rows.get(vendor) ?? { vendor, names: [] };
      rows.set(vendor, row);
      row.names.push({ ...writtenName(alias), ...(note ? { note } : {}) });
    }
  }
  const rank = (vendor: string) => (KNOWN_VENDORS.indexOf(vendor) + 1 || KNOWN_VENDORS.length + 1) - 1;
  return [...rows.values()].sort((a, b) => rank(a.vendor) - rank(b.vendor) || compareNames(a.vendor, b.vendor));
}

/** Names that nobody on file claims to have coined. */
export function otherNames(entity: Entity): WrittenName[] {
  return entity.aliases.filter((alias) => !alias.namedBy).map(writtenName);
}

function writtenName({ text, lang }: Alias): WrittenName {
  return lang ? { text, lang } : { text };
}

function noteOf({ validTo, relation }: Alias): string | undefined {
  if (validTo) return i18n.t('names.until', { date: dateText(validTo) });
  if (relation === 'former-name') return i18n.t('names.former');
  return relation === 'exact' ? undefined : i18n.t(`names.relation.${keyPart(relation)}`);
}

/** "This page says Zirconium: Microsoft’s name until April 2023." `undefined` where the page uses the name. */
export function writtenNote(entity: Entity, written: string): { written: string; note: string } | undefined {
  const spelled = written.trim().replace(/\s+/g, ' ');
  if (spelled === entity.name) return undefined;
  if (plain(spelled) === plain(entity.name)) return { written: spelled, note: i18n.t('written.respelled') };
  const alias = entity.aliases.find((one) => plain(one.text) === plain(spelled));
  if (!alias || (alias.relation === 'exact' && !alias.namedBy)) return undefined;
  return { written: spelled, note: withCaution(withTime(whoseName(alias), alias), alias) };
}

function whoseName({ namedBy }: Alias): string {
  if (!namedBy?.length) return i18n.t('written.another');
  const who = listNames(namedBy, 2);
  return i18n.t(`written.vendor.${genitive(who)}`, { who });
}

function withTime(name: string, { validTo, relation }: Alias): string {
  if (validTo) return i18n.t('written.until', { name, month: inflectedDate(validTo) });
  return relation === 'former-name' ? i18n.t('written.former', { name }) : name;
}

function withCaution(name: string, { relation }: Alias): string {
  const isPlain = relation === 'exact' || relation === 'former-name' || relation === 'persona';
  return isPlain ? name : i18n.t(`written.caution.${keyPart(relation)}`, { name });
}

function plain(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
}
