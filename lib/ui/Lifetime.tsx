import { i18n } from '#i18n';
import type { Incident } from '../model/incident';
import type { EventView } from '../model/view';
import { dateText } from './dates';

/** When an incident began, was found, was made known and first attributed, in the order of time. */
export function Lifetime({ incident, events }: { incident: Incident; events: readonly EventView[] }) {
  const attributed = events
    .filter(({ event }) => event.accused)
    .map(({ event }) => event.date ?? '')
    .filter(Boolean)
    .sort()[0];
  const steps = [
    { date: incident.start, what: i18n.t('life.began') },
    { date: incident.discovered, what: i18n.t('life.found') },
    { date: incident.disclosed, what: i18n.t('life.disclosed') },
    { date: attributed, what: i18n.t('life.attributed') },
  ]
    .filter((step): step is { date: string; what: string } => Boolean(step.date))
    .sort((a, b) => a.date.localeCompare(b.date));
  if (steps.length < 2) return null;
  return (
    <dl class="life num">
      {steps.map((step) => (
        <div key={step.what}>
          <dt>{dateText(step.date.slice(0, 7))}</dt>
          <dd>{step.what}</dd>
        </div>
      ))}
    </dl>
  );
}
