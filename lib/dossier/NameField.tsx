import { useEffect, useRef, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { toBackground } from '../messages';
import type { SearchEntry } from '../model/view';
import { SearchResults } from '../ui/SearchResults';

/** Search over all names; a hit leads to its dossier. */
export function NameField() {
  const [query, setQuery] = useState(queryInAddress);
  const [entries, setEntries] = useState<readonly SearchEntry[]>([]);
  const root = useRef<HTMLFormElement>(null);
  useEffect(() => {
    // Without the dataset the page says so itself; then there is nothing to search.
    toBackground('searchEntries', {}).then(setEntries, () => undefined);
  }, []);
  return (
    <form
      class="d-search"
      role="search"
      ref={root}
      onSubmit={(event) => event.preventDefault()}
      onKeyDown={(event) => event.key === 'Escape' && setQuery('')}
      onFocusOut={({ relatedTarget }) => {
        if (relatedTarget && !root.current?.contains(relatedTarget as Node)) setQuery('');
      }}
    >
      <input
        id="search"
        type="search"
        autocomplete="off"
        spellcheck={false}
        aria-label={i18n.t('popup.search')}
        placeholder={i18n.t('popup.search')}
        value={query}
        onInput={(event) => setQuery(event.currentTarget.value)}
      />
      {query.trim() && entries.length > 0 && (
        <div class="d-hits">
          <SearchResults
            entries={entries}
            query={query}
            excerpt={(ids, title) => toBackground('excerpt', { ids, title })}
            onOpen={(id) => {
              setQuery('');
              location.hash = id;
            }}
          />
        </div>
      )}
    </form>
  );
}

/** What the reader asked for elsewhere, `?q=fancy bear`, while no dossier is open. */
function queryInAddress(): string {
  return location.hash ? '' : (new URLSearchParams(location.search).get('q') ?? '');
}
