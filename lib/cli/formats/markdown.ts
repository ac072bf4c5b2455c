import { textSection } from '../../export/markdown';
import type { EntityDirectory } from '../annotate-document';
import type { Formatter } from './format';
import { namedIn } from './named-in';

/** A section with a table for each document that names somebody. */
export function markdownFormatter(entities: EntityDirectory): Formatter {
  return {
    answer: (document, spans) =>
      spans.length ? `${textSection(namedIn(document.id.shown, spans), (id) => entities.get(id)?.name ?? id)}\n\n` : '',
  };
}
