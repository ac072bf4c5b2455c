import { FORMAT_KEYS } from '../../feeds/content';
import { type Spelling, worded } from '../../feeds/refusal-words';
import type { FeedRefused } from '../../feeds/refused';
import english from '../../locales/en.json';

const { feeds } = english;
const number = new Intl.NumberFormat('en');

const SPELLING: Spelling = {
  number: (value) => number.format(value),
  bytes: (value) => `${number.format(value)} bytes`,
  day: (iso) => iso,
  form: (format) => feeds.format[FORMAT_KEYS[format]],
  line: (at) => feeds.line.replace('{number}', number.format(at)),
};

/** Why a feed was refused, in the English of the extension. */
export function refusalSentence({ code, details }: Pick<FeedRefused, 'code' | 'details'>): string {
  const messages: Readonly<Record<string, string>> = feeds.refused;
  return worded(messages[code.replaceAll('-', '_')]!, code, details, SPELLING);
}
