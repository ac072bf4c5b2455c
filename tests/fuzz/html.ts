import { ok, deepStrictEqual as same } from 'node:assert';
import fc from 'fast-check';
import { annotateDocument, entityDirectory } from '../../lib/cli/annotate-document.ts';
import { htmlText } from '../../lib/cli/html-text.ts';
import { idFrom } from '../../lib/cli/text-document.ts';
import { openIndex } from '../../lib/matching/name-index.ts';
import { DATASET } from '../bench/material/indexes.ts';
import { Random } from '../bench/material/random.ts';
import { OddText } from './odd-text.ts';
import type { Suite } from './suite.ts';

const index = openIndex(DATASET.names.index);
const entities = entityDirectory(index);
const oddText = new OddText([...new Set(DATASET.names.names.map(({ written }) => written))]);
const TAGS =
  'p p p div div b b i i span span a a br wbr img sup td tr table ul li h1 pre code script style textarea select option input svg math title template iframe noscript ruby rt button details'.split(
    ' ',
  );
const LOOSE = [
  '<',
  '>',
  '</',
  '<!--',
  '-->',
  '<![CDATA[',
  ']]>',
  '<!doctype html>',
  '&#0;',
  '&shy;',
  '&nbsp;',
  '&#x202e;',
  '&apos',
  '\u0000',
];

const pieces = fc.array(fc.integer({ min: 0, max: 0x7ffffffe }), { maxLength: 40 });

/** Pages of odd text in odd markup, cut into flows without a browser: flows in order, and in them only what the page says. */
export const html: Suite = (count, seed) => {
  let tried = 0;
  let flows = 0;
  let mentions = 0;
  while (tried < count) {
    fc.assert(
      fc.property(pieces, (choices) => {
        const document = htmlText(choices.map((choice) => piece(new Random(choice + 1))).join(''));
        let last = -1;
        for (const { start, end } of document.flows) {
          ok(start > last && end > start && end <= document.text.length, `a flow at ${start}–${end} after ${last}`);
          ok(document.text.slice(start, end).trim() !== '', 'a flow of nothing');
          last = end;
        }
        flows += document.flows.length;
        for (const span of annotateDocument({ id: idFrom('fuzz'), ...document }, index, entities, true)) {
          same(document.text.slice(span.start, span.end), span.text);
          ok(
            document.flows.some(({ start, end }) => start <= span.start && span.end <= end),
            'a name that runs out of its flow',
          );
          mentions++;
        }
        tried++;
      }),
      { numRuns: Math.min(2_000, count - tried), seed: seed + tried },
    );
  }
  return { of: 'pages', count: tried, also: { flows, mentions } };
};

function piece(random: Random): string {
  const kind = random.below(10);
  const tag = random.pick(TAGS);
  if (kind < 2) return `<${tag}${random.pick(['', '', ' hidden', ' contenteditable', ' title="APT31"'])}>`;
  if (kind < 4) return `</${tag}>`;
  if (kind < 5) return random.pick(LOOSE);
  return oddText.from([random.below(0x7ffffffe)]);
}
