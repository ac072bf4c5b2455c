import { i18n } from '#i18n';
import type { EntityKind } from '../model/record';
import { messageOf, runsOf } from '../ui/language/template';

export interface SamplePart {
  id: string;
  text: string;
  kind?: EntityKind;
  isUncertain?: boolean;
  /** Told by country and role: shown faint, to who asks for it. */
  isDescribed?: boolean;
}

/** A paragraph that names every category, one thing that it does not settle, and one that it describes. */
export function sampleParts(): SamplePart[] {
  const marked: Record<string, Omit<SamplePart, 'id'>> = {
    apt31: { text: 'APT31', kind: 'actor' },
    mss: { text: i18n.t('options.sample.mss'), kind: 'agency' },
    ncsc: { text: 'NCSC', kind: 'agency' },
    breach: { text: i18n.t('options.sample.breach'), kind: 'incident' },
    mercury: { text: 'Mercury', kind: 'actor', isUncertain: true },
    described: { text: i18n.t('options.sample.described'), kind: 'agency', isUncertain: true, isDescribed: true },
  };
  return runsOf(messageOf('options.sample.text')).map((run, i) =>
    'value' in run ? { text: '', ...marked[run.value], id: run.value } : { text: run.text, id: `between ${i}` },
  );
}
