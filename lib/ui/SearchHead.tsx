import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { Excerpt } from '../model/excerpt';
import type { EntityId } from '../model/record';
import type { SearchHit } from '../search/name-search';
import { ExportMenu } from './ExportMenu';
import { plural } from './language/plural';

/** Fetches everything on file of what was found. */
export type FoundExcerpt = (ids: EntityId[], title: string) => Promise<Excerpt>;

interface SearchHeadProps {
  query: string;
  hits: readonly SearchHit[];
  isGuess: boolean;
  excerpt: FoundExcerpt | undefined;
}

/** How much was found, and the way to carry it out of the browser. */
export function SearchHead({ query, hits, isGuess, excerpt }: SearchHeadProps) {
  const [problem, setProblem] = useState('');
  const found = isGuess ? i18n.t('search.alike', { query }) : plural('search.found', hits.length);
  const ids = hits.map(({ entry }) => entry.id);
  return (
    <div class="p-found">
      <p class={problem ? 'p-hint bad' : 'p-hint'} role="status">
        {problem || found}
      </p>
      {excerpt && (
        <ExportMenu
          excerpt={() => excerpt(ids, `Names found by “${query}”`)}
          onProblem={setProblem}
          name={i18n.t('search.export')}
        />
      )}
    </div>
  );
}
