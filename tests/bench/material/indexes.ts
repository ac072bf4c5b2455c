import { join } from 'node:path';
import { type CompiledDataset, compileDataset } from '../../../data/build/compile';
import { compileIndex, type NameInput } from '../../../lib/matching/compile';
import { type NameIndex, openIndex } from '../../../lib/matching/name-index';
import { Random } from './random.ts';

export const DATASET: CompiledDataset = compileDataset(join(import.meta.dirname, '..', '..', '..', 'data'));

/** So many names of the dataset, with their classes, chosen without regard to their order. */
export function realNames(count: number): NameInput[] {
  const random = new Random(7);
  const seen = new Set<string>();
  const names = DATASET.names.names.filter(({ written }) => !seen.has(written) && seen.add(written));
  for (let i = names.length - 1; i > 0; i--) {
    const other = random.below(i + 1);
    [names[i], names[other]] = [names[other]!, names[i]!];
  }
  if (names.length < count) throw new Error(`the dataset has ${names.length} names, not ${count}`);
  return names.slice(0, count);
}

/** The index of some of the dataset's names, with its entities and classes but without signals. */
export function withoutSignals(names: readonly NameInput[]): NameIndex {
  const { meta } = openIndex(DATASET.names.index);
  return openIndex(compileIndex(names, { ...meta, signals: [], bodies: {} }));
}
