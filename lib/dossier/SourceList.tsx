import { i18n } from '#i18n';
import type { Excerpt } from '../model/excerpt';
import type { Source } from '../model/source';
import { sourceLink } from '../model/view';
import { dateText } from '../ui/dates';
import type { HistoryRow } from '../ui/history';
import { hostOf } from '../ui/words';

/** Every source that the history stands on, in the order of the table, and then those of the entry itself. */
export function SourceList({ rows, excerpt }: { rows: readonly HistoryRow[]; excerpt: Excerpt }) {
  const cited = new Set(rows.flatMap(({ events }) => events.flatMap(({ prov }) => prov.map(({ source }) => source))));
  const sources = new Map(excerpt.sources.map((source) => [source.id, source]));
  const history = [...cited].flatMap((id) => sources.get(id) ?? []);
  const subject = excerpt.entities[0];
  const entry = (subject?.prov ?? []).flatMap(({ source }) => (cited.has(source) ? [] : (sources.get(source) ?? [])));
  if (!history.length && !entry.length) return null;
  return (
    <section aria-labelledby="h-sources">
      <h2 id="h-sources">{i18n.t('dossier.sources.title')}</h2>
      <List sources={history} />
      {entry.length > 0 && (
        <>
          <h3>{i18n.t('dossier.sources.entry')}</h3>
          <List sources={[...new Set(entry)]} start={history.length} />
        </>
      )}
    </section>
  );
}

function List({ sources, start = 0 }: { sources: readonly Source[]; start?: number }) {
  return (
    <ol class="srcs" start={start + 1} style={`--start: ${start}`}>
      {sources.map((source) => (
        <li key={source.id}>
          <span>
            <b>
              <bdi>{source.title ?? source.publisher}</bdi>
            </b>
            <small>
              {source.title && `${source.publisher}, `}
              <a href={sourceLink(source).url} target="_blank" rel="noreferrer noopener">
                {hostOf(sourceLink(source).url)}
              </a>
              {source.published && `, ${dateText(source.published)}`}
              {statusText(source)}
            </small>
          </span>
        </li>
      ))}
    </ol>
  );
}

/** What a reader should know of a link before following it. */
function statusText({ urlStatus }: Source): string {
  if (urlStatus !== 'recalled' && urlStatus !== 'gone') return '';
  return `; ${i18n.t(`dossier.sources.${urlStatus}`)}`;
}
