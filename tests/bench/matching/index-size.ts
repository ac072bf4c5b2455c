import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { compileIndex, compileInSteps } from '../../../lib/matching/compile';
import { readHeader } from '../../../lib/matching/index-layout';
import { openIndex } from '../../../lib/matching/name-index';
import { plainNames } from '../../fixtures/name-index';
import { DATASET } from '../material/indexes.ts';
import { coinedNames } from '../material/names.ts';
import type { Section } from '../section.ts';
import { figure } from '../table.ts';
import { spreadOf } from '../timing.ts';

const NAMES = [4000, 100_000, 300_000];

interface Size {
  what: string;
  names: number;
  /** Bytes of the index without what it tells of entities, and those. */
  bytes: number;
  metaBytes: number;
  /** ms */
  opening: number;
  /** Bytes that the opened index takes, the buffer itself included. */
  memory: number;
}

/** Bytes a name, time to open, and memory of the opened index. */
export function indexSize(): Section {
  const { names, index } = DATASET.names;
  const core = sizeOf('the dataset', new Set(names.map(({ written }) => written)).size, index);
  const coined = coinedNames(NAMES.at(-1)!);
  const grown = NAMES.map((count) =>
    sizeOf('coined names', count, compileIndex(...plainNames(coined.slice(0, count)))),
  );
  const steps = stepsOf(compileInSteps(...plainNames(coined)));
  const at100k = grown[NAMES.indexOf(100_000)]!;
  return {
    tables: [
      {
        title: 'Index',
        note: `Names with their table, bitmaps, claims and written forms; entities (name, country, links) and signals are counted apart. Compiling 300,000 names took ${figure(steps.total)} ms, the longest step ${figure(steps.longest)} ms.`,
        columns: ['index of', 'names', 'bytes a name', 'entities and signals, kB', 'opening', 'memory once open, MB'],
        rows: [core, ...grown].map((size) => [
          size.what,
          size.names.toLocaleString('en'),
          size.bytes / size.names,
          size.metaBytes / 1000,
          `${figure(size.opening)} ms`,
          size.memory / 1e6,
        ]),
      },
    ],
    budget: [
      {
        what: 'compiling 300,000 names: longest step (in the background, work goes on between steps)',
        budget: 16,
        unit: 'ms',
        measured: steps.longest,
      },
      { what: 'index, at 100,000 names', budget: 40, unit: 'bytes a name', measured: at100k.bytes / at100k.names },
      { what: 'opening the index of the dataset', budget: 5, unit: 'ms', measured: core.opening },
      { what: 'opening the index of 100,000 names', budget: 5, unit: 'ms', measured: at100k.opening },
    ],
  };
}

/** ms in all and of the longest step. */
function stepsOf(work: Iterator<void, unknown>): { total: number; longest: number } {
  let total = 0;
  let longest = 0;
  for (let isDone = false; !isDone; ) {
    const start = performance.now();
    isDone = work.next().done ?? false;
    const time = performance.now() - start;
    total += time;
    longest = Math.max(longest, time);
  }
  return { total, longest };
}

function sizeOf(what: string, names: number, buffer: ArrayBuffer): Size {
  const before = memory();
  const copy = buffer.slice(0);
  const opened = openIndex(copy);
  const { entityOffsetsAt, end } = readHeader(buffer);
  const metaBytes = end - entityOffsetsAt;
  const taken = memory() - before;
  opened.spelling(0); // holds it until here
  const openings = Array.from({ length: 15 }, () => {
    const start = performance.now();
    openIndex(buffer);
    return performance.now() - start;
  });
  return {
    what,
    names,
    bytes: buffer.byteLength - metaBytes,
    metaBytes,
    opening: spreadOf(openings).median,
    memory: taken,
  };
}

/** Bytes in use after a garbage collection, ArrayBuffers included. */
function memory(): number {
  setFlagsFromString('--expose-gc');
  (runInNewContext('gc') as () => void)();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}
