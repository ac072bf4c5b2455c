import { COLLECTIONS, type CollectionName } from './schema';

interface SchemaNode {
  type: string;
  entries?: Record<string, SchemaNode>;
  item?: SchemaNode;
  wrapped?: SchemaNode;
  options?: readonly unknown[];
  pipe?: readonly SchemaNode[];
}

/**
 * The one spelling of a record on disk: keys in the schema's order, two spaces, a final newline.
 * `formatRecord(name, JSON.parse(file)) === file` holds for every file in `data/` and is tested, so
 * that a diff shows facts and nothing else. Unknown keys are kept at the end, for validation to refuse.
 */
export function formatRecord(name: CollectionName, record: unknown): string {
  const ordered = inSchemaOrder(record, COLLECTIONS[name].schema as unknown as SchemaNode);
  return `${JSON.stringify(ordered, null, 2)}\n`;
}

function inSchemaOrder(value: unknown, schema: SchemaNode | undefined): unknown {
  const node = unwrap(schema);
  if (Array.isArray(value)) return value.map((item) => inSchemaOrder(item, node?.item));
  if (value === null || typeof value !== 'object') return value;
  const fields = value as Record<string, unknown>;
  const entries = entriesFor(node, fields);
  const known = Object.keys(entries).filter((key) => Object.hasOwn(fields, key));
  const unknown = Object.keys(fields).filter((key) => !Object.hasOwn(entries, key));
  return Object.fromEntries(
    [...known, ...unknown].map((key) => [
      key,
      inSchemaOrder(fields[key], Object.hasOwn(entries, key) ? entries[key] : undefined),
    ]),
  );
}

/** `optional` and `pipe` carry the schema that describes the shape inside them. */
function unwrap(schema: SchemaNode | undefined): SchemaNode | undefined {
  if (schema?.wrapped) return unwrap(schema.wrapped);
  return schema;
}

function entriesFor(node: SchemaNode | undefined, fields: Record<string, unknown>): Record<string, SchemaNode> {
  if (node?.entries) return node.entries;
  const options = (node?.options ?? []).filter((option): option is SchemaNode => typeof option === 'object');
  const covering = options.find(
    (option) => option.entries && Object.keys(fields).every((key) => Object.hasOwn(option.entries ?? {}, key)),
  );
  return covering?.entries ?? {};
}
