import { useEffect, useRef } from 'preact/hooks';
import { i18n } from '#i18n';
import type { SourceLink } from '../model/view';
import { dateText } from '../ui/dates';
import type { HistoryRow } from '../ui/history';
import { plural } from '../ui/language/plural';
import { joined, listNames } from '../ui/lists';
import { nounName, placeName } from '../ui/places';
import { sourceTitle } from '../ui/source-title';
import { capital, hostOf, quoted } from '../ui/words';

const COLUMNS = ['date', 'kind', 'who', 'claim', 'certainty', 'source'] as const;

/** All events, newest first: one act by one speaker a row, joint texts together. */
export function EventTable({ rows, chosen }: { rows: readonly HistoryRow[]; chosen: string | undefined }) {
  const body = useRef<HTMLTableSectionElement>(null);
  useEffect(() => {
    const row = [...(body.current?.children ?? [])].find((one) => (one as HTMLElement).dataset.key === chosen);
    if (!chosen || !row) return;
    row.scrollIntoView({ block: 'center' });
    (row as HTMLElement).focus({ preventScroll: true });
  }, [chosen]);
  if (!rows.length) return <p class="d-none">{i18n.t('dossier.noneShown')}</p>;
  return (
    <table class="ev" aria-label={i18n.t('dossier.events')}>
      <thead>
        <tr>
          {COLUMNS.map((column) => (
            <th key={column} scope="col">
              {i18n.t(`dossier.column.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody ref={body}>
        {rows.map((row, i) => (
          <EventRow key={row.key} row={row} isDateRepeated={row.date !== undefined && row.date === rows[i - 1]?.date} />
        ))}
      </tbody>
    </table>
  );
}

function EventRow({ row, isDateRepeated }: { row: HistoryRow; isDateRepeated: boolean }) {
  const { date, mark, what, agencies, matter, certainty, sources, isAnswer, isWeak, isReviewed } = row;
  const classes = [isAnswer && 'contra', isWeak && 'weak', isDateRepeated && 'same'].filter(Boolean).join(' ');
  return (
    <tr class={classes} data-key={row.key} tabIndex={-1}>
      <td class="num">{date ? <time dateTime={date}>{dateText(date)}</time> : '–'}</td>
      <td>
        <span class={`mark ${mark}`} aria-hidden="true" />
        {capital(what)}
      </td>
      <td>
        <b>
          <bdi>{speakersText(row)}</bdi>
        </b>
        {agencies.length > 0 && <small>{joined(agencies, 'comma')}</small>}
      </td>
      <td>
        {matter}{' '}
        {!isReviewed && (
          <span class="tag" title={i18n.t('history.unreviewedWhy')}>
            {i18n.t('history.unreviewed')}
          </span>
        )}
      </td>
      <td class="q">
        {certainty.map(({ term, by }) => (
          <q key={term}>
            {by.length < row.speakers.length && <small>{listNames(by.map(nounName))}: </small>}
            {quoted(term)}
          </q>
        ))}
      </td>
      <td>
        <Sources sources={sources} />
      </td>
    </tr>
  );
}

/** Where the card counts many speakers, the dossier names them. */
function speakersText({ who, speakers }: HistoryRow): string {
  return speakers.length > 2 ? listNames(speakers.map(placeName), speakers.length) : who;
}

/** The first source; how many more the list below has. */
function Sources({ sources }: { sources: readonly SourceLink[] }) {
  const [source] = sources;
  if (!source) return <em>{i18n.t('history.noLink')}</em>;
  return (
    <>
      <a href={source.url} target="_blank" rel="noreferrer noopener" title={sourceTitle(source)}>
        {breakable(hostOf(source.url))}
      </a>
      {sources.length > 1 && (
        <small title={plural('dossier.moreSources', sources.length - 1)}> +{sources.length - 1}</small>
      )}
    </>
  );
}

/** A host that may be broken behind its dots. */
function breakable(host: string) {
  return host.split(/(?<=\.)/).map((part) => [part, <wbr key={part} />]);
}
