import type { EntityDirectory, Span } from '../annotate-document';
import type { TextDocument } from '../text-document';
import { csvFormatter } from './csv';
import { jsonLinesFormatter } from './json-lines';
import { tableFormatter } from './table';

export const FORMATS = ['table', 'jsonl', 'csv'] as const;
export type Format = (typeof FORMATS)[number];

/** Words answers for one run; may remember what it has written, as a table does its widths. */
export interface Formatter {
  /** Stands once before all answers. */
  head?: string;
  /** The answer to one document with its line ends, '' for none. */
  answer(document: TextDocument, spans: readonly Span[]): string;
}

export function formatter(format: Format, entities: EntityDirectory): Formatter {
  if (format === 'jsonl') return jsonLinesFormatter();
  return format === 'csv' ? csvFormatter() : tableFormatter(entities);
}
