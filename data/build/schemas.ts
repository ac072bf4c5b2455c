import { toJsonSchema } from '@valibot/to-json-schema';
import type { GenericSchema } from 'valibot';
import { classOverrides } from '../../lib/dataset/overrides';
import { COLLECTION_NAMES, COLLECTIONS } from '../../lib/dataset/schema';
import { collisionList } from '../import/collisions';
import { decisionList } from '../import/decisions';

/**
 * The JSON Schemas that editors read, made from the run-time schemas: file name → text.
 * Checks that JSON Schema cannot say (calendar days, NFC, "an accusation says who is accused")
 * stay in the code and run in `npm run data:check`.
 */
export function jsonSchemas(): Map<string, string> {
  const files = new Map<string, string>();
  for (const name of COLLECTION_NAMES) {
    const { noun, schema } = COLLECTIONS[name];
    files.set(`${noun}.schema.json`, schemaText(`Attribution Lens ${noun}`, schema));
  }
  files.set('name-classes.schema.json', schemaText('Classes of names, corrected by hand', classOverrides));
  files.set('import-decisions.schema.json', schemaText('Decisions of a person on imported rows', decisionList));
  files.set(
    'import-collisions.schema.json',
    schemaText('Names that several groups claim, and rows merged', collisionList),
  );
  return files;
}

function schemaText(title: string, schema: GenericSchema): string {
  const json = toJsonSchema(schema, { errorMode: 'ignore', target: 'draft-2020-12' });
  return `${JSON.stringify({ title, ...json }, null, 2)}\n`;
}
