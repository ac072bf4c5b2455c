import { useEffect, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { toBackground } from '../messages';
import type { EntityId } from '../model/record';
import type { SearchEntry } from '../model/view';
import { SearchResults } from '../ui/SearchResults';

/** Search for a name to mute. */
export function MuteField({ muted, onMute }: { muted: readonly EntityId[]; onMute: (entry: SearchEntry) => void }) {
  const [query, setQuery] = useState('');
  const [entries, setEntries] = useState<readonly SearchEntry[]>([]);
  useEffect(() => {
    // Without the dataset the page says so itself; then there is nothing to search.
    toBackground('searchEntries', {}).then(setEntries, () => undefined);
  }, []);
  const others = entries.filter(({ id }) => !muted.includes(id));
  const choose = (id: EntityId) => {
    const entry = others.find((one) => one.id === id);
    setQuery('');
    if (entry) onMute(entry);
  };
  return (
    <div class="mute">
      <label for="search">{i18n.t('options.names.add')}</label>
      <input
        id="search"
        type="search"
        autocomplete="off"
        spellcheck={false}
        value={query}
        onInput={(event) => setQuery(event.currentTarget.value)}
        onKeyDown={(event) => event.key === 'Escape' && setQuery('')}
      />
      {query.trim() && others.length > 0 && (
        <div class="mute-hits">
          <SearchResults entries={others} query={query} onOpen={choose} />
        </div>
      )}
    </div>
  );
}
