import { fold } from '../../matching/fold';
import { FeedRefused } from '../refused';
import { tidy } from './actor-names';
import { mixesAlphabets } from './lookalikes';
import { isStopWord } from './stop-words';

/** Characters that can't be seen or that turn the direction of what follows; a joiner inside a word is script, not trick. */
const UNSEEN = /[\p{Cc}\p{Zl}\p{Zp}\p{Cs}\p{Co}\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff]/u;
/** Times the allowed length from which on it is no slip. */
const ABSURD = 4;
const MARKUP = /<\/?[a-z!?]|&(?:[a-z]+|#\d+|#x[\da-f]+);|\bjavascript:|\bvbscript:|\bdata:text/i;

/**
 * One line of text out of a feed, trimmed and in Unicode NFC; `undefined` where it is longer than our records
 * allow, as the descriptions are that some lists hold in place of names: that one is left out.
 *
 * @param where what bears it, for the sentence: an id, a path, a line.
 * @throws FeedRefused on what no honest list writes: whoever sends it is not read any further.
 */
export function checkedLine(value: unknown, where: string, most: number): string | undefined {
  if (typeof value !== 'string') throw new FeedRefused('name-not-text', { where });
  if (value.length > ABSURD * most) throw new FeedRefused('name-too-long', { name: value, most });
  if (UNSEEN.test(value.trim())) throw new FeedRefused('name-control', { name: value });
  const line = tidy(value).trim();
  if (!line) throw new FeedRefused('name-empty', { where });
  if (MARKUP.test(line)) throw new FeedRefused('name-markup', { name: line });
  return line.length > most ? undefined : line;
}

/** Like `checkedLine`, for what pages are searched for. */
export function checkedName(value: unknown, where: string, most: number): string | undefined {
  const name = checkedLine(value, where, most);
  if (name === undefined) return undefined;
  if ([...fold(name).replace(/ /g, '')].length < 2) throw new FeedRefused('name-single', { name });
  if (isStopWord(name)) throw new FeedRefused('name-stop-word', { name });
  if (mixesAlphabets(name)) throw new FeedRefused('name-lookalike', { name });
  return name;
}
