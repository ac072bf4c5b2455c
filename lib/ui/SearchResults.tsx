import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { EntityId } from '../model/record';
import type { SearchEntry } from '../model/view';
import { NameSearch, type SearchHit } from '../search/name-search';
import { plural } from './language/plural';
import { Rich } from './language/Rich';
import { placeName } from './places';

interface SearchResultsProps {
  entries: readonly SearchEntry[];
  query: string;
  onOpen: (id: EntityId) => void;
}

/** Hits of the search; arrow keys move, Enter opens. */
export function SearchResults({ entries, query, onOpen }: SearchResultsProps) {
  const search = useMemo(() => new NameSearch(entries), [entries]);
  const { hits, isGuess } = useMemo(() => search.find(query), [search, query]);
  // The choice belongs to the query it was made in; another query starts at the top.
  const [choice, setChoice] = useState({ query, at: 0 });
  const chosen = choice.query === query ? choice.at : 0;
  const list = useRef<HTMLUListElement>(null);

  // Before the next key, which would else be taken for the choice before.
  useLayoutEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key === 'ArrowDown') setChoice({ query, at: Math.min(hits.length - 1, chosen + 1) });
      else if (event.key === 'ArrowUp') setChoice({ query, at: Math.max(0, chosen - 1) });
      else if (event.key === 'Enter' && hits[chosen] && document.activeElement?.id === 'search')
        onOpen(hits[chosen].entry.id);
      else return;
      event.preventDefault();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [hits, chosen, query, onOpen]);
  useEffect(() => list.current?.children[chosen]?.scrollIntoView({ block: 'nearest' }), [chosen]);

  if (!hits.length) {
    return (
      <div class="p-scroll p-mid">
        <p>
          <b>{i18n.t('search.none', { query: query.trim() })}</b>
        </p>
      </div>
    );
  }
  return (
    <div class="p-scroll">
      <p class="p-hint" role="status">
        {isGuess ? i18n.t('search.alike', { query: query.trim() }) : plural('search.found', hits.length)}
      </p>
      <ul class="p-res" ref={list}>
        {hits.map((hit, i) => (
          <li key={hit.entry.id} class={i === chosen ? 'chosen' : ''}>
            <button type="button" onClick={() => onOpen(hit.entry.id)}>
              <span class={`key ${hit.entry.kind}`} aria-hidden="true" />
              <span>
                <b>{hit.via ? hit.entry.name : <Marked text={hit.entry.name} marks={hit.marks} />}</b>
                <Detail hit={hit} />
              </span>
            </button>
          </li>
        ))}
      </ul>
      <p class="p-hint">{i18n.t('search.keys')}</p>
    </div>
  );
}

function Detail({ hit: { entry, via, marks } }: { hit: SearchHit }) {
  const place = entry.country && entry.kind !== 'incident' ? placeName(entry.country) : '';
  return (
    <small>
      {[i18n.t(`kind.${entry.kind}.title`), place].filter(Boolean).join(' · ')}
      {via && (
        <>
          {' · '}
          <Rich of="search.also" values={{ name: <Marked text={via} marks={marks} /> }} />
        </>
      )}
    </small>
  );
}

function Marked({ text, marks }: { text: string; marks: SearchHit['marks'] }) {
  const parts: preact.ComponentChild[] = [];
  let at = 0;
  for (const [from, to] of marks) {
    if (from < at) continue;
    parts.push(text.slice(at, from), <mark key={from}>{text.slice(from, to + 1)}</mark>);
    at = to + 1;
  }
  return (
    <bdi>
      {parts}
      {text.slice(at)}
    </bdi>
  );
}
