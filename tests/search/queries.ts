import { readFileSync } from 'node:fs';
import { join } from 'node:path';

export interface LabelledQuery {
  query: string;
  /** Id of the entity that the reader looks for. */
  wanted: string;
  line: number;
}

/** The labelled queries of `queries.tsv`, which says what it holds. */
export function labelledQueries(): LabelledQuery[] {
  return readFileSync(join(import.meta.dirname, 'queries.tsv'), 'utf8')
    .split('\n')
    .map((text, i) => ({ text, line: i + 1 }))
    .filter(({ text }) => text && !text.startsWith('#'))
    .map(({ text, line }) => {
      const [query, wanted] = text.split('\t');
      if (!query || !wanted) throw new Error(`queries.tsv, line ${line}: a query, a tab, an id`);
      return { query, wanted, line };
    });
}
