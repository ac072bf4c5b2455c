import * as v from 'valibot';
import { expect, test } from 'vitest';
import { COLLECTIONS, type CollectionName } from '../../../lib/dataset/schema';
import { EXPORT_FORMATS } from '../../../lib/export/formats';
import { excerpt, pageExcerpt } from './excerpts';

test.each([
  ['an actor', excerpt(['actor:apt31'])],
  ['an incident', excerpt(['incident:notpetya'])],
  ['a page', pageExcerpt()],
])('%s: every record is valid by the schema of the dataset', (_, subject) => {
  const file = JSON.parse(EXPORT_FORMATS.json.write(subject));
  for (const [name, { schema }] of Object.entries(COLLECTIONS))
    for (const record of file[name as CollectionName]) expect(v.safeParse(schema, record).issues).toBeUndefined();
  expect(file.actors.length + file.agencies.length + file.incidents.length).toBe(subject.entities.length);
  expect(file.events).toHaveLength(subject.events.length);
});
