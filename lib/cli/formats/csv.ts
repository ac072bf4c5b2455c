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

/** RFC 4180: a header, CR LF, quotes where needed. Lists inside a field are separated by spaces. */
export function csvFormatter(): Formatter {
  return {
    head: record(COLUMNS),
    answer: (document, spans) =>
      spans
        .map((span) =>
          record([
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

function record(fields: readonly (string | number)[]): string {
  return `${fields.map((field) => quoted(String(field))).join(',')}\r\n`;
}

function quoted(field: string): string {
  return /[",\r\n]/.test(field) ? `"${field.replaceAll('"', '""')}"` : field;
}
