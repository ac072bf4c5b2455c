import { describe, expect, it } from 'vitest';
import { crossReferenceFaults } from '../../../lib/dataset/references';
import { COLLECTION_NAMES } from '../../../lib/dataset/schema';
import { validateRecord } from '../../../lib/dataset/validate';
import { smallDataset } from '../../fixtures/small-dataset';

describe('the small dataset that tests stand on', () => {
  const dataset = smallDataset();
  const records = COLLECTION_NAMES.flatMap((name) => dataset[name].map((record) => [record.id, name, record] as const));

  it.each(records)('%s is valid by its schema', (id, name, record) => {
    expect(validateRecord(name, record, id)).toEqual({ ok: true, record });
  });

  it('has no fault across records', () => {
    expect(crossReferenceFaults(dataset)).toEqual([]);
  });
});
