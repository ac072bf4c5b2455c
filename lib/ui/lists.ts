import { i18n } from '#i18n';
import { listText } from './language/formats';
import { plural } from './language/plural';

/** Lists up to four by name, then counts: "the US, the UK and 3 others". */
export function listNames(names: readonly string[], most = 4): string {
  const rest = names.length - most + 1;
  return listText(names.length > most ? [...names.slice(0, most - 1), plural('list.others', rest)] : names);
}

/** Names by commas up to a number, and how many more there are: "APT31, APT40 and 3 more". */
export function namesAndMore(names: readonly string[], most: number): string {
  const shown = joined(names.slice(0, most), 'comma');
  return names.length > most ? plural('list.more', names.length - most, { names: shown }) : shown;
}

/** What stands between parts of a text; ideographic languages have signs of their own. */
export type Joint = 'comma' | 'semicolon' | 'colon' | 'stop' | 'sentences';

/** Parts of a text one after another; empty ones are left out. */
export function joined(parts: readonly string[], joint: Joint): string {
  const [first = '', ...rest] = parts.filter(Boolean);
  return rest.reduce((text, second) => i18n.t(`join.${joint}`, { first: text, second }), first);
}
