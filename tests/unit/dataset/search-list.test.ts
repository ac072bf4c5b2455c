import { expect, test } from 'vitest';
import { searchEntryOf } from '../../../lib/dataset/search-list';
import { runToEnd } from '../../../lib/matching/steps';
import { smallDataset } from '../../fixtures/small-dataset';

test('bodies whose parents go round in a circle are listed once each', () => {
  const dataset = smallDataset();
  const [one, other] = dataset.agencies;
  const circle = [
    { ...one!, parent: other!.id },
    { ...other!, parent: one!.id },
  ];
  const entryOf = runToEnd(searchEntryOf({ ...dataset, agencies: circle }, new Map()));
  expect(circle.map((agency) => entryOf(agency).beside?.length)).toEqual([2, 2]);
});
