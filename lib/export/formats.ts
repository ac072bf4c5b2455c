import type { Excerpt } from '../model/excerpt';
import { bibtex } from './bibtex';
import { citations } from './citation';
import { entitiesCsv } from './entities-csv';
import { eventsCsv } from './events-csv';
import { excerptJson } from './json';
import { markdown } from './markdown';
import { referencesOf } from './reference';
import { ris } from './ris';
import { stixJson } from './stix/bundle';

/** A way to carry an excerpt out of the program; what it is called stands in the messages, by its key here. */
export interface ExportFormat {
  /** File name ending, without the dot. */
  extension: string;
  mediaType: string;
  write: (excerpt: Excerpt) => string;
}

export const EXPORT_FORMATS = {
  stix: {
    extension: 'stix.json',
    mediaType: 'application/stix+json',
    write: stixJson,
  },
  json: {
    extension: 'json',
    mediaType: 'application/json',
    write: excerptJson,
  },
  markdown: {
    extension: 'md',
    mediaType: 'text/markdown',
    write: markdown,
  },
  csv: { extension: 'csv', mediaType: 'text/csv', write: excerptCsv },
  bibtex: {
    extension: 'bib',
    mediaType: 'application/x-bibtex',
    write: (excerpt) => bibtex(referencesOf(excerpt)),
  },
  ris: {
    extension: 'ris',
    mediaType: 'application/x-research-info-systems',
    write: (excerpt) => ris(referencesOf(excerpt)),
  },
  citation: {
    extension: 'txt',
    mediaType: 'text/plain',
    write: (excerpt) => citations(referencesOf(excerpt)),
  },
} as const satisfies Record<string, ExportFormat>;

export type ExportFormatName = keyof typeof EXPORT_FORMATS;
export const EXPORT_NAMES = Object.keys(EXPORT_FORMATS) as ExportFormatName[];

/** One entity's history has a row for each event; several entities, or what texts name, a row for each entity. */
function excerptCsv(excerpt: Excerpt): string {
  return excerpt.subjects.length === 1 && !excerpt.texts ? eventsCsv(excerpt) : entitiesCsv(excerpt);
}

/** "apt31-2026.11.1.stix.json". */
export function exportFileName({ subjects, texts, stamp }: Excerpt, { extension }: ExportFormat): string {
  const [subject] = subjects;
  const stem =
    subjects.length === 1 && subject && !texts ? subject.slice(subject.indexOf(':') + 1) : 'attribution-lens';
  return `${stem}-${stamp.version}.${extension}`;
}
