import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020';
import addFormats from 'ajv-formats';
import { describe, expect, test } from 'vitest';
import { stixBundle } from '../../../lib/export/stix/bundle';
import { excerpt, pageExcerpt } from './excerpts';

/**
 * The schemas that OASIS publishes are not part of this repository. With STIX_SCHEMAS set to the folder
 * `schemas` of a checkout of oasis-open/cti-stix2-json-schemas (branch stix2.1), our bundles are held against them.
 */
const folder = process.env.STIX_SCHEMAS;

describe.skipIf(!folder)('by the schemas of OASIS, valid is', () => {
  test.each([
    ['an actor', excerpt(['actor:apt31'])],
    ['an incident', excerpt(['incident:notpetya'])],
    ['a search', excerpt(['actor:apt28', 'incident:solarwinds', 'agency:ru-gru'])],
    ['a page', pageExcerpt()],
  ])('%s', (_, subject) => {
    const check = oasisChecker(folder!);
    expect(stixBundle(subject).objects.flatMap(check)).toEqual([]);
  });
});

/** Says what is wrong with one object by the schema of its type. */
function oasisChecker(root: string): (object: { type: string; id: string }) => string[] {
  const ajv = new Ajv2020({ allErrors: true, strict: false });
  addFormats.default(ajv);
  const ids = new Map<string, string>();
  for (const path of readdirSync(root, { recursive: true, encoding: 'utf8' })) {
    if (!path.endsWith('.json')) continue;
    const schema = JSON.parse(readFileSync(join(root, path), 'utf8')) as { $id: string; title: string };
    ajv.addSchema(schema);
    ids.set(schema.title, schema.$id);
  }
  return (object) => {
    const id = ids.get(object.type);
    if (!id) return [`OASIS has no schema for ${object.type}`];
    return ajv.validate(id, object) ? [] : [`${object.id}: ${ajv.errorsText()}`];
  };
}
