import { firstElementOf, hasWithin, markupOf, textOf } from './dom-access';
import { INLINE_NAMES } from './prose';

/** Whatever needs a closer look: blocks, breaks, fields, custom elements; an empty span may hold a shadow root. */
const REMARKABLE = `:not(${INLINE_NAMES.join(',')}),[contenteditable],span:empty`;

/**
 * Two letters that meet across a tag ("Fan<b>cy</b>"): only there a layout may set words apart that the text does
 * not. Punctuation of ASCII and the typographic dashes and quotes are no letters; what else is not does no harm.
 */
const LETTER = String.raw`[^\s!-/:-@\[-\x60{-~\xa0\u2010-\u2027]`;
const JOINT = new RegExp(`(?<=${LETTER})(?:<(?:[^>"]|"[^"]*")*>)+(?=${LETTER})`);

/** Text longer than this is read piece by piece, UTF-16 units. */
const LONGEST = 40_000;

/**
 * The text of a block that holds nothing but text and plain inline tags, as most do: one run of prose, had in one
 * call and without an object of the tree made for each of its nodes. `undefined` for all others.
 */
export function plainTextOf(block: Element): string | undefined {
  if (firstElementOf(block)) {
    if (hasWithin(block, REMARKABLE)) return undefined;
    const text = textOf(block);
    return text.length > LONGEST || JOINT.test(markupOf(block)) ? undefined : text;
  }
  const text = textOf(block);
  return text.length > LONGEST ? undefined : text;
}
