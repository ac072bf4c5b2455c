import { i18n } from '#i18n';
import { type FeedsView, INTERVALS } from '../../feeds/subscription';
import type { FeedsInHand } from './use-feeds';

/** Whether feeds are checked by themselves, and what then; and a check of all of them at once. */
export function ScheduleBar({ view, act }: { view: FeedsView; act: FeedsInHand['act'] }) {
  const { every, installs } = view.schedule;
  const isLocked = view.locked.length > 0;
  return (
    <div class="f-auto">
      <label>
        {i18n.t('feeds.auto.label')}
        <span class="pick">
          <select
            value={every}
            disabled={view.locked.includes('every')}
            onChange={(event) =>
              void act({ do: 'schedule', every: INTERVALS.find((one) => one === event.currentTarget.value) ?? 'never' })
            }
          >
            {INTERVALS.map((one) => (
              <option key={one} value={one}>
                {i18n.t(`feeds.auto.${one}`)}
              </option>
            ))}
          </select>
        </span>
      </label>
      <label>
        <input
          class="switch"
          type="checkbox"
          role="switch"
          checked={every !== 'never' && installs}
          disabled={every === 'never' || view.locked.includes('installs')}
          onChange={(event) => void act({ do: 'schedule', installs: event.currentTarget.checked })}
        />
        {i18n.t('feeds.auto.installs')}
      </label>
      {isLocked && <span class="tag">{i18n.t('feeds.managed')}</span>}
      <button class="btn" type="button" onClick={() => void act({ do: 'check-all' })}>
        {i18n.t('feeds.checkAll')}
      </button>
    </div>
  );
}
