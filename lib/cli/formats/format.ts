import type { RecordStore } from '../../dataset/record-store';
import type { EntityDirectory, Span } from '../annotate-document';
import type { TextDocument } from '../text-document';
import { csvFormatter } from './csv';
import { jsonLinesFormatter } from './json-lines';
import { markdownFormatter } from './markdown';
import { stixFormatter } from './stix';
import { tableFormatter } from './table';

export const FORMATS = ['table', 'jsonl', 'csv', 'markdown', 'stix'] as const;
export type Format = (typeof FORMATS)[number];

/** Words answers for one run; may remember what it has written, as a table does its widths. */
export interface Formatter {
  /** Stands once before all answers. */
  head?: string;
  /** The answer to one document with its line ends, '' for none. */
  answer(document: TextDocument, spans: readonly Span[]): string;
  /** Stands once behind all answers. */
  tail?(): string;
}

/** @throws TypeError for STIX without records, which are what it is made of. */
export function formatter(format: Format, entities: EntityDirectory, records?: RecordStore): Formatter {
  switch (format) {
    case 'jsonl':
      return jsonLinesFormatter();
    case 'csv':
      return csvFormatter();
    case 'markdown':
      return markdownFormatter(entities);
    case 'stix':
      if (!records) throw new TypeError('STIX is made from records');
      return stixFormatter(records);
    case 'table':
      return tableFormatter(entities);
  }
}
