import { i18n } from '#i18n';
import type { EntityId } from '../../model/record';
import { numberText } from './formats';
import type { MessageKey, PluralKey, PluralValues, Values } from './keys';
import { pluralKey } from './plural';

/** A run of a message: its own words, or the place of a value; either may be in `<b>`. */
export type Run = { text: string; strong: boolean } | { value: string; strong: boolean };

const MARKUP = /<b>|<\/b>|\{(\w+)\}/g;

/** Takes a message apart: "<b>{count} names</b> on file". The only markup of messages is `<b>`. */
export function runsOf(message: string): Run[] {
  const runs: Run[] = [];
  let strong = false;
  let at = 0;
  for (const match of message.matchAll(MARKUP)) {
    if (match.index > at) runs.push({ text: message.slice(at, match.index), strong });
    if (match[1]) runs.push({ value: match[1], strong });
    else strong = match[0] === '<b>';
    at = match.index + match[0].length;
  }
  if (at < message.length) runs.push({ text: message.slice(at), strong });
  return runs;
}

/** A piece of a sentence; `quote` is official wording, `entity` turns the card. */
export interface Phrase {
  text: string;
  strong?: boolean;
  quote?: boolean;
  entity?: EntityId;
}

/** What a placeholder of a sentence stands for. */
export type Part = string | Phrase | readonly Phrase[];

/** A message as a sentence of phrases, with phrases for its placeholders: each language orders them as it must. */
export function sentence<K extends MessageKey>(key: K, values: Values<K, Part>): Phrase[] {
  return filled(messageOf(key), values);
}

export function countedSentence<K extends PluralKey>(
  key: K,
  count: number,
  ...[values]: PluralValues<K, Part>
): Phrase[] {
  return filled(messageOf(pluralKey(key, count)), { count: numberText(count), ...values });
}

/** The text of a message, its placeholders untouched. */
export const messageOf = i18n.t as (key: string) => string;

function filled(message: string, values: Readonly<Record<string, Part>>): Phrase[] {
  const phrases = runsOf(message).flatMap((run): Phrase[] => {
    const part = 'value' in run ? (values[run.value] ?? '') : run.text;
    const given = typeof part === 'string' ? [{ text: part }] : Array.isArray(part) ? part : [part as Phrase];
    return given.map((phrase: Phrase) => (run.strong ? { ...phrase, strong: true } : phrase));
  });
  return merged(phrases);
}

/** Neighbours of one kind become one phrase, so that "Attributed to" and "China" are one strong run. */
export function merged(phrases: readonly Phrase[]): Phrase[] {
  const out: Phrase[] = [];
  for (const phrase of phrases) {
    const last = out.at(-1);
    const isAlike = last && !last.entity && !phrase.entity && !last.quote && !phrase.quote;
    if (isAlike && Boolean(last.strong) === Boolean(phrase.strong))
      out[out.length - 1] = { ...last, text: last.text + phrase.text };
    else if (phrase.text) out.push(phrase);
  }
  return out;
}
