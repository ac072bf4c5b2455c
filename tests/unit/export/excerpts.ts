import { excerptOf } from '../../../lib/dataset/excerpt';
import { openRecords, packRecords } from '../../../lib/dataset/record-store';
import type { Excerpt } from '../../../lib/model/excerpt';
import { smallDataset } from '../../fixtures/small-dataset';

const store = openRecords(packRecords(smallDataset(), { version: '2026.11.1', date: '2026-11-22' }));

/** An excerpt of the small dataset. */
export function excerpt(ids: readonly string[], title = 'Test'): Excerpt {
  return excerptOf(store, ids, title);
}

/** What a page names: one entity three times, a name left open once. */
export function pageExcerpt(): Excerpt {
  return {
    ...excerpt(['actor:apt31', 'agency:gb-ncsc', 'agency:nz-ncsc'], 'Names on news.test'),
    texts: [
      {
        name: 'news.test',
        mentions: [
          { entities: ['actor:apt31'], count: 3, written: ['APT 31', 'APT31'] },
          { entities: ['agency:gb-ncsc', 'agency:nz-ncsc'], count: 1, written: ['NCSC'] },
        ],
      },
    ],
  };
}
