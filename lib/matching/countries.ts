import { COUNTRY_WORDS } from './country-words';

/**
 * The country in whose language a text is written, where letters and the commonest small words tell; English,
 * French and Spanish are spoken in too many.
 */
export function countryOfLanguage(text: string): string | undefined {
  const part = text.slice(0, 2000);
  const candidates = /[^\0-\u024f\u2000-\u206f]/.test(part) ? LANGUAGES : LATIN;
  return candidates.find(([, sign]) => sign.test(part))?.[0];
}

const LANGUAGES: readonly [country: string, sign: RegExp][] = [
  ['JP', /[\u3040-\u30ff]/],
  ['KR', /[\uac00-\ud7a3]/],
  ['CN', /[\u4e00-\u9fff]{4}/],
  ['UA', /[іїєґ]/i],
  ['RU', /[ыэъё]|\s(?:и|в|на|что)\s/i],
  ['IL', /[\u05d0-\u05ea]{3}/],
  ['IR', /[پچژگ]|\sاز\s|\sرا\s/],
  ['PL', /[ąęłśźż]|\s(?:nie|się|przez|jest)\s/],
  [
    'DE',
    /\s(?:und|nicht|wurde|eine|auch|des)\s.*\s(?:der|die|das|den|dem|und|im|vor)\s|\s(?:der|die|das|den|im|vor)\s.*\s(?:und|nicht|wurde|eine|auch|des|trat|warnte|pr\u00fcft)\s/s,
  ],
];

/** Those that are told by Latin letters alone. */
const LATIN = LANGUAGES.filter(([country]) => country === 'PL' || country === 'DE');

/** Country of a web host by its top-level domain; `.gov`, `.mil` and `.edu` are the United States'. */
export function countryOfHost(host: string): string | undefined {
  const top = host.toLowerCase().replace(/\.$/, '').split('.').at(-1) ?? '';
  if (top === 'uk') return 'GB';
  if (top === 'eu') return 'EU';
  if (top === 'gov' || top === 'mil') return 'US';
  if (GENERIC_USE.has(top)) return undefined;
  const code = top.toUpperCase();
  return code in COUNTRY_WORDS ? code : undefined;
}

/** Country domains that are mostly used by anyone, anywhere. */
const GENERIC_USE = new Set(['co', 'me', 'in', 'id', 'md', 'sh', 'io', 'tv', 'cc', 'ai']);
