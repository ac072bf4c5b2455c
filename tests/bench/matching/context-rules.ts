import { DocumentMatcher } from '../../../lib/matching/document';
import { type NameIndex, openIndex } from '../../../lib/matching/name-index';
import { charCodePass } from '../floor.ts';
import { DATASET, realNames, withoutSignals } from '../material/indexes.ts';
import { prose } from '../material/prose.ts';
import type { Section } from '../section.ts';
import { milliseconds, ratio } from '../table.ts';
import { timeInterleaved } from '../timing.ts';

const UNITS = 100_000;

/** What it costs to decide whether a name is meant, on a text full of names: a paragraph a flow, as on a page. */
export function contextRules(): Section {
  const all = DATASET.names.names;
  const names = realNames(4000).map(({ written }) => written);
  const article = prose({ units: UNITS, names, aboutAttacks: 1 }).split('\n');
  const whole = article.join('\n');
  const bare = withoutSignals(all);
  const full = openIndex(DATASET.names.index);
  const timed = timeInterleaved({
    'charCodeAt over the text': () => charCodePass(whole),
    'names with boundary and case rules': () => mentions(article, bare),
    'names and context': () => mentions(article, full),
  });
  const [, plain, context] = Object.values(timed);
  const more = context!.milliseconds.median / plain!.milliseconds.median;
  return {
    tables: [
      {
        title: 'Context rules',
        note: `All ${all.length.toLocaleString('en')} names of the dataset; ${UNITS.toLocaleString('en')} units, every paragraph about attacks. "Names" is the same matcher with an index that holds no vocabulary, countries or years.`,
        columns: ['what', 'time', '× charCodeAt'],
        rows: Object.entries(timed).map(([name, one]) => [name, milliseconds(one.milliseconds), ratio(one.ratio)]),
      },
    ],
    budget: [{ what: 'context rules on a cyber article', budget: 2, unit: '× names alone', measured: more }],
  };
}

function mentions(flows: readonly string[], index: NameIndex): unknown {
  const matcher = new DocumentMatcher(index);
  flows.forEach((text, flow) => {
    matcher.put(flow, text);
  });
  return matcher.changes();
}
