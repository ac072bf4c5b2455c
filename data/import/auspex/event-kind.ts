import type { EventKind } from '../../../lib/model/event';
import type { Source } from '../../../lib/model/source';
import type { Accuser } from './accusers';

/** What the act was, read from the names of the row and of its source; the first that fits. */
const ACTS: readonly (readonly [RegExp, EventKind])[] = [
  [/reward|bounty/, 'reward'],
  [/treasury\/|sanction|designat|\bsdn\b|ofac/, 'sanction'],
  [/indict|complaint|charge/, 'indictment'],
  [/convict|sentenc|plea|guilty/, 'conviction'],
  [/arrest|extradit|raid\b/, 'arrest'],
  [/takedown|seiz|disrupt|dismantl|poweroff|endgame|magnus|ladybird|eastwood|cookie-monster|aetor|cronos/, 'takedown'],
  [/aa\d\d-\d|advisory|alert|anssi|cert-?(fr|ua)|psa/, 'advisory'],
];

/** Acts of a ministry of justice or a treasury are not its partners' acts: those only stand by. */
const WHOSE: Partial<Record<EventKind, RegExp>> = {
  sanction: /^agency:(us-(ofac|treasury|state)|gb-fcdo|eu-council)$/,
  indictment: /^agency:us-doj$/,
  reward: /^agency:us-(state|fbi)$/,
};

export function eventKind(accuser: Accuser, rowId: string, source: Source, sourceRowId: string): EventKind {
  if ('self' in accuser) return 'self-claim';
  if ('org' in accuser) return accuser.kind;
  const text = `${sourceRowId} ${rowId.split('/').pop()}`;
  for (const [pattern, kind] of ACTS) {
    const whose = WHOSE[kind];
    if (pattern.test(text) && (!whose || accuser.agencies.some((agency) => whose.test(agency)))) return kind;
  }
  return source.kind === 'advisory' ? 'advisory' : 'statement';
}
