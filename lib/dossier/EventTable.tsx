import { useEffect, useRef } from 'preact/hooks';
import { countryName } from '../model/country';
import type { SourceLink } from '../model/view';
import type { HistoryRow } from '../ui/history';
import { dateText, hostOf, listNames, nounName } from '../ui/words';

const HEADINGS = ['Date', 'Kind', 'Who', 'Claim', 'Certainty, as worded', 'Source'];

/** All events, newest first: one act by one speaker a row, joint texts together. */
export function EventTable({ rows, chosen }: { rows: readonly HistoryRow[]; chosen: string | undefined }) {
  const body = useRef<HTMLTableSectionElement>(null);
  useEffect(() => {
    const row = [...(body.current?.children ?? [])].find((one) => (one as HTMLElement).dataset.key === chosen);
    if (!chosen || !row) return;
    row.scrollIntoView({ block: 'center' });
    (row as HTMLElement).focus({ preventScroll: true });
  }, [chosen]);
  if (!rows.length) return <p class="d-none">No event passes these filters.</p>;
  return (
    <table class="ev" aria-label="Events">
      <thead>
        <tr>
          {HEADINGS.map((heading) => (
            <th key={heading} scope="col">
              {heading}
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
        {what.charAt(0).toUpperCase() + what.slice(1)}
      </td>
      <td>
        <b>
          <bdi>{speakersText(row)}</bdi>
        </b>
        {agencies.length > 0 && <small>{agencies.join(', ')}</small>}
      </td>
      <td>
        {matter}{' '}
        {!isReviewed && (
          <span class="tag" title="No person or checked procedure has confirmed this record in its source yet">
            unreviewed
          </span>
        )}
      </td>
      <td class="q">
        {certainty.map(({ term, by }) => (
          <q key={term}>
            {by.length < row.speakers.length && <small>{listNames(by.map(nounName))}: </small>}“{term}”
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
  return speakers.length > 2 ? listNames(speakers.map(countryName), speakers.length) : who;
}

/** The first source; how many more the list below has. */
function Sources({ sources }: { sources: readonly SourceLink[] }) {
  const [source] = sources;
  if (!source) return <em>no link on file</em>;
  return (
    <>
      <a
        href={source.url}
        target="_blank"
        rel="noreferrer noopener"
        title={`${source.title ?? source.publisher}${source.gone ? ' (page removed since)' : ''}`}
      >
        {breakable(hostOf(source.url))}
      </a>
      {sources.length > 1 && (
        <small title={`${sources.length - 1} more in the list of sources`}> +{sources.length - 1}</small>
      )}
    </>
  );
}

/** A host that may be broken behind its dots. */
function breakable(host: string) {
  return host.split(/(?<=\.)/).map((part) => [part, <wbr key={part} />]);
}
