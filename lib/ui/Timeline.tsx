import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { EntityView } from '../model/view';
import { dateText, dayText } from './dates';
import { FIRST_ROWS, type HistoryRow, historyRows, tellingRows } from './history';
import { Phrases } from './Phrases';
import { sourceTitle } from './source-title';
import { hostOf } from './words';

/** The attribution history, newest first; the most telling rows until the reader asks for all. */
export function Timeline({ view, title }: { view: EntityView; title: string }) {
  const [showsAll, setShowsAll] = useState(false);
  const rows = historyRows(view);
  if (!rows.length) return null;
  const shown = showsAll ? rows : tellingRows(rows);
  return (
    <section class="card-sec" aria-label={title}>
      <h3>
        {title}
        {rows.length > FIRST_ROWS && (
          <button class="textbtn" type="button" aria-expanded={showsAll} onClick={() => setShowsAll(!showsAll)}>
            {showsAll ? i18n.t('card.showFewer') : i18n.t('card.showAll', { count: rows.length })}
          </button>
        )}
      </h3>
      <ol class="tl">
        {shown.map((row, i) => (
          <Row key={row.key} row={row} isDateRepeated={row.date !== undefined && row.date === shown[i - 1]?.date} />
        ))}
      </ol>
    </section>
  );
}

function Row({ row, isDateRepeated }: { row: HistoryRow; isDateRepeated: boolean }) {
  const classes = [row.isAnswer && 'contra', row.isWeak && 'weak'].filter(Boolean).join(' ');
  return (
    <li class={classes}>
      <EventDate date={row.date} isHidden={isDateRepeated} />
      <span class="mk">
        <span class={`mark ${row.mark}`} aria-hidden="true" />
      </span>
      <div class="what">
        <p class="by">
          <b>{row.who}</b> <span class="kind">{row.what}</span>
          {!row.isReviewed && (
            <span class="tag" title={i18n.t('history.unreviewedWhy')}>
              {i18n.t('history.unreviewed')}
            </span>
          )}{' '}
          <SourceOf row={row} />
        </p>
        {row.claim.some((phrase) => phrase.text) && (
          <p class="claim">
            <Phrases phrases={row.claim} />
          </p>
        )}
      </div>
    </li>
  );
}

function EventDate({ date, isHidden }: { date: string | undefined; isHidden: boolean }) {
  if (!date) return <time>–</time>;
  const text = dateText(date);
  if (isHidden) {
    return (
      <time dateTime={date}>
        <span class="visually-hidden">{text}</span>
      </time>
    );
  }
  const year = date.slice(0, 4);
  const rest = dayText(date);
  return (
    <time dateTime={date}>
      {rest || year}
      {rest && <span>{year}</span>}
    </time>
  );
}

function SourceOf({ row }: { row: HistoryRow }) {
  const { source } = row;
  if (!source) return <span class="src none">{i18n.t('history.noLink')}</span>;
  return (
    <a class="src" href={source.url} target="_blank" rel="noreferrer noopener" title={sourceTitle(source)}>
      {hostOf(source.url)}
    </a>
  );
}
