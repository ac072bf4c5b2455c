import type { Formatter } from './format';

/** One line a document, also for a document that names nobody. */
export function jsonLinesFormatter(): Formatter {
  return {
    answer: (document, spans) => `{"id":${document.id.json},"spans":${JSON.stringify(spans)}}\n`,
  };
}
