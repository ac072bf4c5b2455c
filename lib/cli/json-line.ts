import { plainTextFlows } from './plain-text';
import { type DocumentId, idFrom, type TextDocument } from './text-document';

/**
 * Reads one line of JSON Lines; `line` (from 1) stands in where it has no id. What is wrong with it comes
 * back as words to put behind a colon.
 */
export function parseJsonLine(source: string, line: number): { document: TextDocument } | { fault: string } {
  let value: unknown;
  try {
    value = JSON.parse(source);
  } catch (error) {
    return { fault: (error as Error).message };
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return { fault: `it is ${typeName(value)}` };
  const { id, text } = value as { id?: unknown; text?: unknown };
  if (text === undefined) return { fault: '"text" is missing' };
  if (typeof text !== 'string') return { fault: `"text" is ${typeName(text)}` };
  if (id !== undefined && id !== null && typeof id !== 'string' && typeof id !== 'number') {
    return { fault: `"id" is ${typeName(id)}, neither a string nor a number` };
  }
  return { document: { id: documentId(id ?? line, source), text, flows: plainTextFlows(text) } };
}

function documentId(value: string | number, source: string): DocumentId {
  if (typeof value === 'string' || Number.isSafeInteger(value)) return idFrom(value);
  const written = topLevelNumber(source, 'id');
  return written ? { shown: written, json: written } : idFrom(value);
}

/**
 * The last number given for a key of the outermost object, as written. `source` is valid JSON. A walk by
 * hand: a pattern for strings would overflow the stack on long ones.
 */
function topLevelNumber(source: string, key: string): string | undefined {
  let depth = 0;
  let string = '';
  let current = '';
  let found: string | undefined;
  for (let at = 0; at < source.length; at++) {
    const sign = source[at]!;
    if (sign === '"') {
      const end = endOfString(source, at);
      string = depth === 1 ? source.slice(at, end) : '';
      at = end - 1;
    } else if (sign === '{' || sign === '[') depth++;
    else if (sign === '}' || sign === ']') depth--;
    else if (sign === ':' && depth === 1) current = JSON.parse(string) as string;
    else if (depth === 1 && current === key && /[-\d]/.test(sign)) {
      const end = source.slice(at).search(/[,}\s]/) + at;
      found = source.slice(at, end);
      at = end - 1;
    }
  }
  return found;
}

/** Offset behind the closing quotation mark of the string that opens at `start`. */
function endOfString(source: string, start: number): number {
  let at = start + 1;
  while (source[at] !== '"') at += source[at] === '\\' ? 2 : 1;
  return at + 1;
}

function typeName(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'an array';
  return typeof value === 'object' ? 'an object' : `a ${typeof value}`;
}
