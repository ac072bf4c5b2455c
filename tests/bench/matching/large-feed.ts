import { packedWordLists } from '../../../data/build/words';
import { compileNamesInSteps } from '../../../lib/dataset/compile-names';
import { openRecords, packRecordsInSteps } from '../../../lib/dataset/record-store';
import { openWords } from '../../../lib/dataset/word-file';
import { readFeed } from '../../../lib/feeds/adapters';
import { diffDatasets } from '../../../lib/feeds/diff';
import { mergeFeeds } from '../../../lib/feeds/merge/merge';
import { packContent, unpackContent } from '../../../lib/feeds/pack';
import { readDocument } from '../../../lib/feeds/reading/feed-document';
import { openIndex } from '../../../lib/matching/name-index';
import { scan } from '../../../lib/matching/scan';
import type { Steps } from '../../../lib/matching/steps';
import { largeFeed } from '../../fixtures/large-feed';
import { charCodePass } from '../floor.ts';
import { DATASET } from '../material/indexes.ts';
import { prose } from '../material/prose.ts';
import type { Section } from '../section.ts';
import { figure, ratio } from '../table.ts';
import { timeInterleaved } from '../timing.ts';

const GROUPS = 100_000;

/** A feed of 100,000 entities with 300,000 names: what each step of its installation takes, and what pages pay then. */
export function largeFeedSection(): Section {
  const rows: (string | number)[][] = [];
  let longest = 0;
  const step = <T>(what: string, steps: Steps<T>): T => {
    const { result, total, slice } = timed(steps);
    rows.push([what, `${figure(total)} ms`, `${figure(slice)} ms`]);
    longest = Math.max(longest, slice);
    return result;
  };
  const { dataset, stamp } = DATASET;
  const document = step('reading', readDocument(largeFeed(GROUPS)));
  const content = step('adapting', readFeed(document, { id: 'large', name: 'Large' }));
  const packed = step('packing, to keep', packContent(content));
  const kept = step('unpacking', unpackContent(packed));
  const merged = step('merging with core', mergeFeeds(dataset, [{ id: 'large', name: 'Large', content: kept }]));
  step('comparing with core', diffDatasets(dataset, merged.dataset));
  const words = openWords(packedWordLists());
  const overrides = [...merged.overrides, ...DATASET.overrides];
  const names = step('compiling names', compileNamesInSteps(merged.dataset, stamp.version, words, overrides));
  const records = step('packing records', packRecordsInSteps(merged.dataset, stamp));
  const opened = performance.now();
  openRecords(records);
  rows.push(['opening the records', `${figure(performance.now() - opened)} ms`, '']);

  const text = prose({ units: 1_000_000, names: DATASET.names.names.map(({ written }) => written), aboutAttacks: 0.1 });
  const [core, both] = [openIndex(DATASET.names.index), openIndex(names.index)];
  const scans = timeInterleaved<string>({
    floor: () => charCodePass(text),
    core: () => scan(text, core),
    both: () => scan(text, both),
  });
  const grown = scans.both!.milliseconds.median / scans.core!.milliseconds.median;
  return {
    tables: [
      {
        title: 'A feed of 100,000 entities with 300,000 names',
        note: `Installed in slices, as in the background. Index ${figure(names.index.byteLength / 1e6)} MB, records ${figure(records.byteLength / 1e6)} MB. Matching 1 MB of text: core alone ${ratio(scans.core!.ratio)} charCodeAt, with the feed ${ratio(scans.both!.ratio)}.`,
        columns: ['step', 'time', 'longest slice'],
        rows,
      },
    ],
    budget: [
      {
        what: 'matching with core and 300,000 names of a feed, to core alone, 1 MB',
        budget: 2,
        unit: '×',
        measured: grown,
      },
      { what: 'installing 300,000 names: longest slice', budget: 16, unit: 'ms', measured: longest },
    ],
  };
}

/** Runs steps in slices of 10 ms, as `runInSlices` does. */
function timed<T>(steps: Steps<T>): { result: T; total: number; slice: number } {
  const start = performance.now();
  let began = start;
  let slice = 0;
  for (;;) {
    const { done, value } = steps.next();
    const now = performance.now();
    if (done || now - began >= 10) {
      slice = Math.max(slice, now - began);
      began = performance.now();
    }
    if (done) return { result: value, total: performance.now() - start, slice };
  }
}
