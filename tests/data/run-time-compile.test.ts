import { join } from 'node:path';
import { expect, test } from 'vitest';
import { compileDataset } from '../../data/build/compile';
import { packedWordLists } from '../../data/build/words';
import { compileNames } from '../../lib/dataset/compile-names';
import { openRecords, packRecords } from '../../lib/dataset/record-store';
import { unpackRecords } from '../../lib/dataset/unpack';
import { openWords } from '../../lib/dataset/word-file';
import { runToEnd } from '../../lib/matching/steps';

test('what the browser compiles from the bundled files is what the build compiled, byte for byte', () => {
  const built = compileDataset(join(import.meta.dirname, '../../data'));
  const store = openRecords(built.records);
  const dataset = runToEnd(unpackRecords(store));
  const words = openWords(packedWordLists());
  const names = compileNames(dataset, store.stamp.version, words, built.overrides);
  expect(Buffer.compare(Buffer.from(names.index), Buffer.from(built.names.index))).toBe(0);
  expect(Buffer.compare(packRecords(dataset, store.stamp), built.records)).toBe(0);
}, 60_000);
