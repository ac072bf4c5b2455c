import { useMemo, useRef, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { Excerpt } from '../model/excerpt';
import type { EntityView } from '../model/view';
import { dateText } from '../ui/dates';
import type { HistoryRow } from '../ui/history';
import { plural } from '../ui/language/plural';
import { type Activity, type ActivityPlace, activitiesOf, placeActivities } from './activity';
import { LaneMarks } from './LaneMarks';
import { lanesOf } from './lanes';
import { type Period, periodOf, spanOf, wholeYears } from './period';
import { moved, ticksOf, zoomed } from './time-window';
import { usePan } from './use-pan';
import { useRoving } from './use-roving';
import { useWidth } from './use-width';

interface TimeAxisProps {
  view: EntityView;
  excerpt: Excerpt;
  /** Rows that pass the filters, and all of them: what is filtered does not move the axis. */
  rows: readonly HistoryRow[];
  all: readonly HistoryRow[];
  onChoose: (key: string) => void;
}

const MOST_ACTIVITY_ROWS = 5;
/** Room that a tick's number takes, px. */
const TICK = 84;

/** The history on an axis of time: what is alleged to have happened, and under it a lane for each accuser. */
export function TimeAxis({ view, excerpt, rows, all, onChoose }: TimeAxisProps) {
  const activities = useMemo(() => activitiesOf(view, excerpt), [view, excerpt]);
  const lanes = useMemo(() => lanesOf(rows, view), [rows, view]);
  const { events, whole } = useMemo(() => extentsOf(all, activities, view.entity.id), [all, activities, view]);
  const [window, setWindow] = useState(events);
  const plot = useRef<HTMLDivElement>(null);
  const width = useWidth(plot);
  usePan(
    plot,
    (part) => setWindow((shown) => moved(shown, part, whole)),
    (factor, share) => setWindow((shown) => zoomed(shown, factor, shown.from + share * (shown.to - shown.from), whole)),
  );
  const roving = useRoving('.axis-mark');
  const places = placeActivities(activities, window, width, MOST_ACTIVITY_ROWS);
  const used = Math.max(0, ...places.map(({ row }) => row + 1));
  const ticks = ticksOf(window, Math.max(2, width / TICK));
  const percent = (at: number) => `${((at - window.from) / (window.to - window.from)) * 100}%`;
  const hidden = activities.length - places.length;
  return (
    <section aria-labelledby="h-axis">
      <h2 id="h-axis" class="visually-hidden">
        {i18n.t('dossier.axis.title')}
      </h2>
      <AxisControls window={window} whole={whole} events={events} onChange={setWindow} />
      <div class="scroll">
        <div class="axis" role="group" aria-label={i18n.t('dossier.axis.label')} {...roving}>
          <div class="axis-ticks num" aria-hidden="true">
            {ticks.map(({ at, label, isYear }) => (
              <span key={at} class={isYear ? 'year' : ''} style={`inset-inline-start:${percent(at)}`}>
                {label}
              </span>
            ))}
          </div>
          <div class="axis-plot" ref={plot}>
            <div class="axis-grid" aria-hidden="true">
              {ticks.map(({ at }) => (
                <i key={at} style={`inset-inline-start:${percent(at)}`} />
              ))}
            </div>
            {used > 0 && (
              <div class="axis-lane spans" style={`block-size:${used * 26 + 10}px`}>
                <span class="axis-title">
                  {i18n.t('dossier.axis.activity')}
                  {hidden > 0 && <small>{plural('dossier.axis.hidden', hidden)}</small>}
                </span>
                {places.map((place) => (
                  <Span key={place.id} place={place} axis={width} isSubject={place.id === view.entity.id} />
                ))}
              </div>
            )}
            {lanes.map((lane) => (
              <div key={lane.key} class={`axis-lane${lane.isAnswer ? ' contra' : ''}`}>
                <span class="axis-title">
                  <bdi>{lane.title}</bdi>
                </span>
                <LaneMarks lane={lane} window={window} width={width} onChoose={onChoose} />
              </div>
            ))}
          </div>
        </div>
      </div>
    </section>
  );
}

/** The time of the events and of the incident itself, to begin with; and of everything there is. */
function extentsOf(
  rows: readonly HistoryRow[],
  activities: readonly Activity[],
  subject: string,
): { events: Period; whole: Period } {
  const dated = rows.flatMap(({ date }) => (date ? [periodOf(date)] : []));
  const today = periodOf(new Date().toISOString().slice(0, 10));
  const own = activities.filter(({ id }) => id === subject);
  const events = wholeYears(spanOf([...dated, ...own]) ?? today);
  return { events, whole: wholeYears(spanOf([events, ...activities])!) };
}

function Span({
  place: { id, name, row, x, width, hasEnd, isCut, isLate },
  axis,
  isSubject,
}: {
  place: ActivityPlace;
  /** Width of the whole axis, px. */
  axis: number;
  isSubject: boolean;
}) {
  const part = (px: number) => `${(px / axis) * 100}%`;
  const style = `inset-inline-start:${part(x)};inset-block-start:${row * 26 + 4}px;inline-size:${part(width)}`;
  const classes = ['axis-span', hasEnd && 'ended', isCut.start && 'cut', isLate && 'late'].filter(Boolean).join(' ');
  return (
    <span class={classes} style={style}>
      {isSubject ? <b>{name}</b> : <a href={`#${id}`}>{name}</a>}
    </span>
  );
}

interface AxisControlsProps {
  window: Period;
  whole: Period;
  events: Period;
  onChange: (window: Period) => void;
}

function AxisControls({ window, whole, events, onChange }: AxisControlsProps) {
  const middle = (window.from + window.to) / 2;
  const isWhole = window.from <= whole.from && window.to >= whole.to;
  const day = (at: number) => dateText(new Date(at).toISOString().slice(0, 7));
  const buttons = [
    {
      label: i18n.t('dossier.axis.earlier'),
      sign: '‹',
      go: () => moved(window, -0.5, whole),
      isOff: window.from <= whole.from,
    },
    {
      label: i18n.t('dossier.axis.later'),
      sign: '›',
      go: () => moved(window, 0.5, whole),
      isOff: window.to >= whole.to,
    },
    { label: i18n.t('dossier.axis.zoomIn'), sign: '+', go: () => zoomed(window, 0.5, middle, whole), isOff: false },
    { label: i18n.t('dossier.axis.zoomOut'), sign: '−', go: () => zoomed(window, 2, middle, whole), isOff: isWhole },
  ];
  const isStart = window.from === events.from && window.to === events.to;
  return (
    <div class="axis-controls" role="group" aria-label={i18n.t('dossier.axis.shown')}>
      <span class="num" role="status">
        {day(window.from)} – {day(window.to - 1)}
      </span>
      {buttons.map(({ label, sign, go, isOff }) => (
        <button
          key={label}
          class="btn icon"
          type="button"
          aria-label={label}
          title={label}
          disabled={isOff}
          onClick={() => onChange(go())}
        >
          <span aria-hidden="true">{sign}</span>
        </button>
      ))}
      <button class="btn" type="button" disabled={isStart} onClick={() => onChange(events)}>
        {i18n.t('dossier.axis.all')}
      </button>
    </div>
  );
}
