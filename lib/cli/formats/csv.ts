import { csvRecord } from '../../export/csv';
import type { Formatter } from './format';

const COLUMNS = [
  'id',
  'start',
  'end',
  'text',
  'kind',
  'entityId',
  'name',
  'candidates',
  'certainty',
  'reason',
  'attack',
];

/** A header and one record a span, as `csvRecord` writes them. Lists inside a field are separated by spaces. */
export function csvFormatter(): Formatter {
  return {
    head: csvRecord(COLUMNS),
    answer: (document, spans) =>
      spans
        .map((span) =>
          csvRecord([
            document.id.shown,
            span.start,
            span.end,
            span.text,
            span.kind,
            span.entityId ?? '',
            span.name ?? '',
            (span.candidates ?? []).join(' '),
            span.certainty,
            span.reason,
            span.attack.join(' '),
          ]),
        )
        .join(''),
  };
}
