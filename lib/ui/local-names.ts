import type { Entity } from '../model/record';
import { language } from './language/language';

/** A name and the language that it is in, as a BCP 47 tag. */
export interface LocalName {
  text: string;
  lang: string;
}

/** Official languages of states that have several; of the others, `Intl` knows the one. */
const SEVERAL: Readonly<Record<string, readonly string[]>> = {
  AF: ['ps', 'fa'],
  BE: ['nl', 'fr', 'de'],
  BY: ['be', 'ru'],
  CA: ['en', 'fr'],
  CH: ['de', 'fr', 'it'],
  FI: ['fi', 'sv'],
};

/**
 * How a body is called at home, and how the reader's language calls the entity, where the record has such names as
 * exact; at most one for each language.
 */
export function localNames(entity: Entity): LocalName[] {
  const home = 'type' in entity ? languagesOf(entity.country) : [];
  const wanted = new Set([...home, spokenIn(language())]);
  const names = new Map<string, LocalName>();
  for (const { text, lang, relation } of entity.aliases) {
    if (!lang || relation !== 'exact' || text === entity.name) continue;
    const spoken = spokenIn(lang);
    if (wanted.has(spoken) && !names.has(spoken)) names.set(spoken, { text, lang });
  }
  return [...wanted].flatMap((spoken) => names.get(spoken) ?? []);
}

function languagesOf(country: string): readonly string[] {
  if (SEVERAL[country]) return SEVERAL[country];
  return /^[A-Z]{2}$/.test(country) && country !== 'EU' ? [new Intl.Locale(`und-${country}`).maximize().language] : [];
}

/** `zh-Hant` → `zh`; `tl` → `fil`, its newer tag. */
function spokenIn(tag: string): string {
  return new Intl.Locale(tag).language;
}
