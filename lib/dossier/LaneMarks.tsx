import { i18n } from '#i18n';
import { dateText } from '../ui/dates';
import type { HistoryRow } from '../ui/history';
import { plural } from '../ui/language/plural';
import { joined } from '../ui/lists';
import type { Lane } from './lanes';
import { placeMarks } from './mark-places';
import type { Period } from './period';

interface LaneMarksProps {
  lane: Lane;
  window: Period;
  width: number;
  onChoose: (key: string) => void;
}

/** The marks of one lane; each leads to its row in the table. */
export function LaneMarks({ lane, window, width, onChoose }: LaneMarksProps) {
  // In parts of the width, so that they stay right on paper, where nothing is placed again.
  const part = (px: number) => `${(px / width) * 100}%`;
  return (
    <>
      {placeMarks(lane, window, width).map(({ row, x, start, reach, more, label }) => (
        <span key={row.key}>
          {reach > 0 && <i class="axis-reach" style={`inset-inline-start:${part(start)};inline-size:${part(reach)}`} />}
          <button
            type="button"
            class={`axis-mark${row.isWeak ? ' weak' : ''}`}
            style={`inset-inline-start:${part(x)}`}
            tabIndex={-1}
            title={titleOf(row)}
            aria-label={i18n.t('dossier.axis.goTo', { mark: titleOf(row) })}
            onClick={() => onChoose(row.key)}
          >
            <span class={`mark ${row.mark}`} aria-hidden="true" />
          </button>
          {more.length > 0 && (
            <button
              type="button"
              class="axis-mark more num"
              style={`inset-inline-start:${part(x + 15)}`}
              tabIndex={-1}
              title={more.map(titleOf).join('\n')}
              aria-label={plural('dossier.axis.close', more.length, { date: dateText(more[0]!.date!) })}
              onClick={() => onChoose(more[0]!.key)}
            >
              +{more.length}
            </button>
          )}
          {label && (
            <span
              class={`axis-label${label.isBefore ? ' before' : ''}`}
              style={`inset-inline-${label.isBefore ? 'end' : 'start'}:${part(label.isBefore ? width - label.x : label.x)}`}
            >
              {label.text}
            </span>
          )}
        </span>
      ))}
    </>
  );
}

function titleOf(row: HistoryRow): string {
  const date = row.date ? dateText(row.date, 'long') : i18n.t('dossier.axis.noDate');
  return joined([i18n.t('dossier.axis.mark', { date, who: row.who, what: row.what }), row.matter], 'stop');
}
