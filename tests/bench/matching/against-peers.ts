import { collectEvidence } from '../../../lib/matching/candidates';
import { scan } from '../../../lib/matching/scan';
import { writtenNames } from '../../../lib/matching/written-names';
import type { BudgetLine } from '../budget.ts';
import { charCodePass } from '../floor.ts';
import { realNames, withoutSignals } from '../material/indexes.ts';
import { prose } from '../material/prose.ts';
import { ahoCorasick } from '../peers/ahocorasick.ts';
import { alternation } from '../peers/alternation.ts';
import { flashtext } from '../peers/flashtext.ts';
import { regexPerName } from '../peers/regex-per-name.ts';
import type { Section } from '../section.ts';
import { milliseconds, ratio } from '../table.ts';
import { timeInterleaved } from '../timing.ts';

const NAMES = 4000;
const UNITS = 1_000_000;
const PEERS = [flashtext, ahoCorasick, alternation, regexPerName];

/** Finding 4,000 names in 1 MB of text: we, the floor and others, in turn. */
export function againstPeers(): Section {
  const inputs = realNames(NAMES);
  const index = withoutSignals(inputs);
  const names = inputs.map(({ written }) => written);
  const text = prose({ units: UNITS, names, aboutAttacks: 0.1 });
  const searches = PEERS.map((peer) => [peer.name, peer.prepare(names)] as const);
  const found = new Map<string, number>(searches.map(([name, search]) => [name, search(text)]));
  found.set('names at word boundaries', scan(text, index).length);
  found.set('matching', writtenNames(text, index).length);
  const timed = timeInterleaved<string>({
    'charCodeAt over the text': () => charCodePass(text),
    'toLowerCase of the text': () => text.toLowerCase().charCodeAt(0),
    'names at word boundaries': () => scan(text, index),
    matching: () => writtenNames(text, index),
    'matching, and what stands around each name': () => collectEvidence(text, index),
    ...Object.fromEntries(searches.map(([name, search]) => [name, () => search(text)])),
  });
  const own = timed.matching!;
  const times = (name: string) => timed[name]!.milliseconds.median / own.milliseconds.median;
  const bestPackage = Math.min(...[flashtext, ahoCorasick].map(({ name }) => times(name)));
  const budget: BudgetLine[] = [
    {
      what: 'matching, 4,000 names, 1 MB, warm, with boundary and case rules',
      budget: 6,
      unit: '× charCodeAt',
      measured: own.ratio.median,
    },
    {
      what: 'faster than one regular expression per name',
      budget: 100,
      unit: '×',
      measured: times(regexPerName.name),
      isLeast: true,
    },
    { what: 'faster than the best npm matcher', budget: 3, unit: '×', measured: bestPackage, isLeast: true },
  ];
  return {
    tables: [
      {
        title: 'Matching against floor and peers',
        note: `${NAMES.toLocaleString('en')} names of the dataset, ${UNITS.toLocaleString('en')} UTF-16 units of generated English, a tenth of its paragraphs about attacks. "Matching" is names at word boundaries in a letter case that fits. Ratios: median (middle half) of runs taken in turn. mark.js needs a page: see \`npm run bench:browser\`.`,
        columns: ['what', 'time', '× charCodeAt', '× matching', 'places found'],
        rows: Object.entries(timed).map(([name, one]) => [
          name,
          milliseconds(one.milliseconds),
          ratio(one.ratio),
          times(name),
          found.get(name)?.toLocaleString('en') ?? '',
        ]),
      },
    ],
    budget,
  };
}
