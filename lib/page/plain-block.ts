import { firstElementOf, hasWithin, textOf } from './dom-access';
import { INLINE_NAMES } from './prose';

/** Whatever needs a closer look: blocks, breaks, fields, custom elements; an empty span may hold a shadow root. */
const REMARKABLE = `:not(${INLINE_NAMES.join(',')}),[contenteditable],span:empty`;

/** Text longer than this is read piece by piece, UTF-16 units. */
const LONGEST = 40_000;

/**
 * The text of a block that holds nothing but text and plain inline tags, as most do: one run of prose, had in one
 * call and without a string made for each of its nodes. `undefined` for all others.
 */
export function plainTextOf(block: Element): string | undefined {
  const hasElements = firstElementOf(block) !== null;
  if (hasElements && hasWithin(block, REMARKABLE)) return undefined;
  const text = textOf(block);
  return text.length > LONGEST || (hasElements && hasJoint(block, text)) ? undefined : text;
}

/**
 * Whether two letters meet across a tag ("Fan<b>cy</b>"): only there a layout may set words apart that the text does
 * not. Asks the nodes for no more than their lengths.
 */
function hasJoint(block: Element, text: string): boolean {
  const nodes = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
  let end = 0;
  for (let node = nodes.nextNode() as Text | null; node; node = nodes.nextNode() as Text | null) {
    end += node.length;
    if (end >= text.length) return false;
    if (end > 0 && isLetter(text.charCodeAt(end - 1)) && isLetter(text.charCodeAt(end))) return true;
  }
  return false;
}

/** Whether a UTF-16 unit may belong to a word. Beyond the Latin scripts only dashes and quotes are told from letters. */
function isLetter(unit: number): boolean {
  if (unit >= 0x80) return unit !== 0xa0 && (unit < 0x2010 || unit > 0x2027);
  const lower = unit | 32;
  return (lower >= 97 && lower <= 122) || (unit >= 48 && unit <= 57);
}
