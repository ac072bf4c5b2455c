import { toJsonSchema } from '@valibot/to-json-schema';
import { COLLECTION_NAMES, COLLECTIONS } from '../../lib/dataset/schema';

/**
 * The JSON Schemas that editors read, made from the run-time schemas: file name → text.
 * Checks that JSON Schema cannot say (calendar days, NFC, "an accusation says who is accused")
 * stay in the code and run in `npm run data:check`.
 */
export function jsonSchemas(): Map<string, string> {
  const files = new Map<string, string>();
  for (const name of COLLECTION_NAMES) {
    const { noun, schema } = COLLECTIONS[name];
    const json = toJsonSchema(schema, { errorMode: 'ignore', target: 'draft-2020-12' });
    files.set(`${noun}.schema.json`, `${JSON.stringify({ title: `Attribution Lens ${noun}`, ...json }, null, 2)}\n`);
  }
  return files;
}
