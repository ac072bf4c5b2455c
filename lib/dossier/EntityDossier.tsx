import { useMemo, useState } from 'preact/hooks';
import type { Excerpt } from '../model/excerpt';
import type { EntityView } from '../model/view';
import { historyRows } from '../ui/history';
import { dateText, plural } from '../ui/words';
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
        <p class="d-none">No dated attribution is on record. That says nothing of whether there is one.</p>
      )}
      <div class="d-two">
        <RelationGraph view={view} excerpt={excerpt} />
        <NamesTable entity={view.entity} />
      </div>
      <SourceList rows={rows} excerpt={excerpt} />
      <footer class="card-foot d-foot">
        <span class="ver num">
          Core {view.stamp.version}, {dateText(view.stamp.date, 'long')} · {plural(rows.length, 'entry', 'entries')} in
          the history{unlinked > 0 && `, ${unlinked} without a link`}
        </span>
        <span>{view.entity.review.state === 'reviewed' ? 'Entry reviewed' : 'Entry unreviewed'}</span>
        <code>{view.entity.id}</code>
      </footer>
    </>
  );
}
