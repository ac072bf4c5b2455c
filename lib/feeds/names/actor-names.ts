import { fold } from '../../matching/fold';
import type { Alias } from '../../model/alias';
import { vendorByScheme, vendorNamed } from './naming-schemes';

/** A name as an upstream gives it, before it is judged. */
export interface RawName {
  text: string;
  vendor?: string | undefined;
  relation?: Alias['relation'];
}

/**
 * Aliases of a record from raw names: vendors told, what is no name dropped, spellings that fold to the same
 * kept once (the record's own name first, then in upstream's order).
 */
export function aliasesOf(name: string, raw: readonly RawName[]): Alias[] {
  const seen = new Map<string, Alias | undefined>([[fold(name), undefined]]);
  for (const one of raw) {
    const { text, vendor } = splitVendor(one.text);
    if (notAName(text)) continue;
    const key = fold(text);
    const namedBy = [...new Set([one.vendor, vendor, vendorByScheme(text)].filter((v) => v !== undefined))].slice(0, 1);
    const known = seen.get(key);
    if (seen.has(key)) {
      if (known && !known.namedBy && namedBy.length) known.namedBy = namedBy;
      continue;
    }
    const lang = langOf(text);
    const relation = one.relation ?? relationOf(text);
    seen.set(key, { text, ...(lang ? { lang } : {}), relation, ...(namedBy.length ? { namedBy } : {}) });
  }
  return [...seen.values()].filter((alias) => alias !== undefined);
}

/** Why a written form is no name of a group; undefined where it may be one. */
export function notAName(text: string): string | undefined {
  if (/^[GC]\d{4}$/.test(text)) return 'an ATT&CK id';
  if (/https?:|www\.|\.onion\b/.test(text)) return 'an address';
  if (!/[\p{L}]/u.test(text)) return 'no letters';
  if ([...fold(text).replace(/ /g, '')].length < 2) return 'a single sign';
  if (
    /\b(?:Unit|Bureau|Department|Lab) \d+\b|\bPLA\b|\bMilitary Unit\b|^(?:GRU|FSB|SVR|MSS|IRGC|RGB|MOIS)\b/i.test(text)
  )
    return 'a unit or an agency';
  if (/^\[.*\]$|unnamed/i.test(text)) return 'a placeholder';
  if (text.length > 80) return 'too long for a name';
  return undefined;
}

/** `SABER LION`, `TG-2884 (SCWX CTU)` → the name without the vendor in brackets, and the vendor. */
export function splitVendor(written: string): { text: string; vendor?: string } {
  const text = tidy(written);
  const bracket = /^(.*\S) \(([^()]+)\)$/.exec(text);
  if (!bracket) return { text };
  const vendor = vendorNamed(bracket[2]!);
  const bare = bracket[1]!.replace(/ campaign$/, '');
  return vendor ? { text: bare, vendor } : { text: bare };
}

/** One line in NFC, spaces and dashes as typed on a keyboard, no stray punctuation at the ends. */
export function tidy(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[\u2010\u2011]/g, '-')
    .replace(/\s+/g, ' ')
    .replace(/^[\s,;]+|[\s,;]+$/g, '');
}

function relationOf(text: string): Alias['relation'] {
  if (/^(?:Operation|Op) /i.test(text) || / campaign$/i.test(text)) return 'campaign-used-as-name';
  if (/^DEV-\d{4}$/i.test(text)) return 'former-name';
  return 'exact';
}

/** Tag for scripts that belong to one language in these lists; Latin letters need none. */
function langOf(text: string): string | undefined {
  if (/\p{Script=Latin}/u.test(text)) return undefined;
  if (/\p{Script=Hangul}/u.test(text)) return 'ko';
  if (/[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(text)) return 'ja';
  if (/\p{Script=Han}/u.test(text)) return 'zh';
  if (/\p{Script=Arabic}/u.test(text)) return 'ar';
  if (/\p{Script=Cyrillic}/u.test(text)) return 'ru';
  return undefined;
}
