import { useMemo, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { Excerpt } from '../model/excerpt';
import type { EntityView } from '../model/view';
import { dateText } from '../ui/dates';
import { historyRows } from '../ui/history';
import { plural } from '../ui/language/plural';
import { DossierHead } from './DossierHead';
import { EventTable } from './EventTable';
import { FilterBar } from './FilterBar';
import { NO_FILTERS, passes } from './filters';
import { NamesTable } from './NamesTable';
import { RelationGraph } from './RelationGraph';
import { SourceList } from './SourceList';
import { TimeAxis } from './TimeAxis';

/** Everything on file of one entity, from the verdict to the last source. */
export function EntityDossier({ view, excerpt }: { view: EntityView; excerpt: Excerpt }) {
  const [filters, setFilters] = useState(NO_FILTERS);
  const [chosen, setChosen] = useState<string>();
  const rows = useMemo(() => historyRows(view), [view]);
  const shown = useMemo(() => rows.filter((row) => passes(row, filters)), [rows, filters]);
  const unlinked = rows.filter((row) => !row.source).length;
  const entries = plural('dossier.entries', rows.length);
  return (
    <>
      <DossierHead view={view} excerpt={excerpt} />
      {rows.length > 0 ? (
        <>
          <TimeAxis view={view} excerpt={excerpt} rows={shown} all={rows} onChoose={setChosen} />
          <FilterBar rows={rows} shown={shown.length} filters={filters} onChange={setFilters} view={view} />
          <EventTable rows={shown} chosen={chosen} />
        </>
      ) : (
        <p class="d-none">{i18n.t('dossier.noEvents')}</p>
      )}
      <div class="d-two">
        <RelationGraph view={view} excerpt={excerpt} />
        <NamesTable entity={view.entity} />
      </div>
      <SourceList rows={rows} excerpt={excerpt} />
      <footer class="card-foot d-foot">
        <span class="ver num">
          {i18n.t('dossier.core', { version: view.stamp.version, date: dateText(view.stamp.date, 'long') })} ·{' '}
          {unlinked > 0 ? plural('dossier.unlinked', unlinked, { entries }) : entries}
        </span>
        <span>{i18n.t(view.entity.review.state === 'reviewed' ? 'card.reviewed' : 'card.unreviewed')}</span>
        <code>{view.entity.id}</code>
      </footer>
    </>
  );
}
