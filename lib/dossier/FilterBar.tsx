import { i18n } from '#i18n';
import type { EntityView } from '../model/view';
import type { HistoryRow } from '../ui/history';
import { compareNames } from '../ui/language/formats';
import { Rich } from '../ui/language/Rich';
import { placeName } from '../ui/places';
import { type Filters, GROUPS, type GroupId, groupOf, NO_FILTERS } from './filters';

interface FilterBarProps {
  rows: readonly HistoryRow[];
  shown: number;
  filters: Filters;
  onChange: (filters: Filters) => void;
  view: EntityView;
}

/** Which events are shown, on the axis and in the table: by kind, by who speaks, by how far it goes. */
export function FilterBar({ rows, shown, filters, onChange, view }: FilterBarProps) {
  const counts = new Map<GroupId, number>();
  for (const row of rows) counts.set(groupOf(row), (counts.get(groupOf(row)) ?? 0) + 1);
  const toggle = (id: GroupId) => {
    const hidden = new Set(filters.hidden);
    if (!hidden.delete(id)) hidden.add(id);
    onChange({ ...filters, hidden });
  };
  const isFiltered = shown < rows.length;
  const speakers = (
    <select
      id="speaker"
      name="speaker"
      value={filters.speaker}
      onChange={(event) => onChange({ ...filters, speaker: event.currentTarget.value })}
    >
      <option value="">{i18n.t('dossier.filter.anyone')}</option>
      {speakersOf(rows, view).map(({ id, name }) => (
        <option key={id} value={id}>
          {name}
        </option>
      ))}
    </select>
  );
  return (
    <form class="d-filters" aria-label={i18n.t('dossier.filter.title')} onSubmit={(event) => event.preventDefault()}>
      {GROUPS.filter(({ id }) => counts.has(id)).map(({ id, mark }) => (
        <label key={id}>
          <input type="checkbox" name={id} checked={!filters.hidden.has(id)} onChange={() => toggle(id)} />
          <span class={`mark ${mark}`} aria-hidden="true" />
          {i18n.t(`dossier.group.${id}`)} <span class="num">{counts.get(id)}</span>
        </label>
      ))}
      <label for="speaker">
        <Rich of="dossier.filter.by" values={{ who: speakers }} />
      </label>
      <label>
        <input
          type="checkbox"
          name="state-named"
          checked={filters.stateNamed}
          onChange={() => onChange({ ...filters, stateNamed: !filters.stateNamed })}
        />
        {i18n.t('dossier.filter.stateNamed')}
      </label>
      <label>
        <input
          type="checkbox"
          name="reviewed"
          checked={filters.reviewed}
          onChange={() => onChange({ ...filters, reviewed: !filters.reviewed })}
        />
        {i18n.t('dossier.filter.reviewed')}
      </label>
      <span class="end num">
        {isFiltered && (
          <button class="textbtn" type="button" onClick={() => onChange(NO_FILTERS)}>
            {i18n.t('dossier.filter.showAll')}
          </button>
        )}
        <span role="status">{i18n.t('dossier.filter.shown', { shown, all: rows.length })}</span>
      </span>
    </form>
  );
}

function speakersOf(rows: readonly HistoryRow[], view: EntityView): { id: string; name: string }[] {
  const ids = [...new Set(rows.flatMap(({ speakers }) => speakers))];
  return ids
    .map((id) => ({ id, name: view.labels[id]?.name ?? placeName(id) }))
    .sort((a, b) => compareNames(a.name, b.name));
}
