import { ok, deepStrictEqual as same } from 'node:assert';
import fc from 'fast-check';
import { fold, foldsTo } from '../../lib/matching/fold.ts';
import { type NameIndex, openIndex } from '../../lib/matching/name-index.ts';
import { scan } from '../../lib/matching/scan.ts';
import { DATASET } from '../bench/material/indexes.ts';
import { OddText } from './odd-text.ts';
import { checkPage } from './page-of-texts.ts';
import { Spellings } from './spellings.ts';
import type { Suite } from './suite.ts';

const index: NameIndex = openIndex(DATASET.names.index);
const oddText = new OddText([...new Set(DATASET.names.names.map(({ written }) => written))]);
const spellings = new Spellings(DATASET.names.names.map(({ written }) => written));

/** One number makes one piece of a text; some pages have one flow, some a few. */
const page = fc.array(fc.array(fc.integer({ min: 0, max: 0x7ffffffe }), { maxLength: 24 }), {
  minLength: 1,
  maxLength: 4,
});

/**
 * Every text through folding and scanning, every page through the matcher. What must hold: nothing is thrown, every
 * offset is right, nothing overlaps, and neither order nor portions change an answer.
 */
export const texts: Suite = (count, seed) => {
  let tried = 0;
  let units = 0;
  let names = 0;
  let mentions = 0;
  let withAny = 0;
  while (tried < count) {
    // In portions, so that a long run does not remember all it has tried.
    fc.assert(
      fc.property(page, fc.nat(), (choices, order) => {
        const flows = choices.map((each) => oddText.from(each));
        for (const text of flows) {
          const found = checkScan(text);
          names += found;
          units += text.length;
        }
        const marked = checkPage(flows, order, index, spellings);
        mentions += marked;
        if (marked) withAny++;
        tried += flows.length;
      }),
      { numRuns: Math.min(2_000, Math.ceil((count - tried) / 2)), seed: seed + tried },
    );
  }
  return {
    of: 'texts',
    count: tried,
    also: { 'UTF-16 units': units, 'names found': names, mentions, 'pages with any': withAny },
  };
};

/** Numbers in circles and some compatibility ideographs, 21 signs in all, fold to one that makes a token of its own. */
const FOLD_TO_ANOTHER_CLASS = /[\u3192-\u3195\u3280-\u3289\ufa6c\ufacf-\ufad1\ufad5-\ufad7]/;

/** Folding and scanning of one text. Gives the number of names in it. */
function checkScan(text: string): number {
  const folded = fold(text);
  if (fold(folded) !== folded && !FOLD_TO_ANOTHER_CLASS.test(text))
    same(fold(folded), folded, 'folding twice changes something');
  ok(foldsTo(text, 0, text.length, folded), 'foldsTo and fold disagree');
  const found = scan(text, index);
  let last = 0;
  for (const { start, end, name } of found) {
    ok(start >= last && end > start && end <= text.length, `a name at ${start}–${end} after ${last}`);
    const spelled = fold(text.slice(start, end));
    if (spelled !== index.spelling(name)) same(spelled, index.spelling(name), 'a name that the text does not spell');
    last = end;
  }
  return found.length;
}
