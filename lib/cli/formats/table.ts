import type { EntityDirectory, Span } from '../annotate-document';
import { lineCounter } from '../line-counter';
import { displayWidth, printable } from './display-width';
import type { Formatter } from './format';

const HEADINGS = ['PLACE', 'TEXT', 'KIND', 'ENTITY', 'CERTAINTY', 'REASON'];

/**
 * Columns for people. Columns only ever grow, so that rows of one document are aligned and those of many
 * soon are, while nothing has to be held back.
 */
export function tableFormatter(entities: EntityDirectory): Formatter {
  const widths = HEADINGS.map(displayWidth);
  let begun = false;
  return {
    answer(document, spans) {
      if (!spans.length) return '';
      const place = lineCounter(document.text);
      const rows = spans.map((span) =>
        [`${document.id.shown}:${place(span.start)}`, ...cells(span, entities)].map(printable),
      );
      for (const row of rows) {
        row.forEach((cell, i) => {
          widths[i] = Math.max(widths[i]!, displayWidth(cell));
        });
      }
      const lines = begun ? rows : [HEADINGS, ...rows];
      begun = true;
      return lines.map((row) => `${aligned(row, widths)}\n`).join('');
    },
  };
}

function cells(span: Span, entities: EntityDirectory): string[] {
  const entity = span.name ?? (span.candidates ?? []).map((id) => entities.get(id)?.name ?? id).join(' or ');
  return [span.text, span.kind, entity, span.certainty.toFixed(2), span.reason];
}

function aligned(row: readonly string[], widths: readonly number[]): string {
  return row
    .map((cell, i) => cell + ' '.repeat(Math.max(0, widths[i]! - displayWidth(cell))))
    .join('  ')
    .trimEnd();
}
