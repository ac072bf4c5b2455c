import type { EventKind } from '../../../lib/model/event';
import type { Source } from '../../../lib/model/source';
import { type Accuser, isPublisher } from './accusers';
import type { SourceRow } from './rows';

/** What the act was, in the words of a title or an address; of several, the one named first. */
const ACTS: readonly (readonly [RegExp, EventKind])[] = [
  [/reward|bounty/, 'reward'],
  [/treasury\/|sanction|designat|\bsdn\b|ofac/, 'sanction'],
  [/convict|sentenc|\bplea\b|pleads?\b|guilty/, 'conviction'],
  [/indicts?\b|indicted|(?<!\bon )indictments?\b|complaint|\bcharged?\b|(?<!criminal )\bcharges\b/, 'indictment'],
  [/arrest|extradit|arraign/, 'arrest'],
  [
    /takedown|seiz|disrupt|dismantl|shutdown|\braid(s|ed)?\b|poweroff|endgame|magnus|ladybird|eastwood|cookie-monster|aetor|cronos/,
    'takedown',
  ],
  [/aa\d\d-\d|ta\d\d-\d|advisory|alert|\bpsa\b|\/csa\/|certfr-|^(anssi|cert)[a-z]*\//, 'advisory'],
];

/** Acts of a ministry of justice or a treasury are not its partners' acts. */
const WHOSE: Partial<Record<EventKind, RegExp>> = {
  sanction: /^agency:(us-(ofac|treasury|fincen|state)|gb-fcdo|eu-council)$/,
  indictment: /^agency:us-doj$/,
  reward: /^agency:us-(state|fbi)$/,
};

/** Acts of one state upon persons: who stands beside it on the page of that state took part in something else. */
const OWN_ACTS: ReadonlySet<EventKind> = new Set(['conviction', 'indictment', 'arrest']);
/** What others than the page's publisher can be said to have done, by the accusers' entry in AUSPEX. */
const SHARED_ACTS: ReadonlySet<EventKind> = new Set(['takedown', 'advisory']);

/**
 * What the accuser did, told by the page whose day the event bears: by its title, by the name under which
 * AUSPEX lists it, by its address; then by the accusers' entry and by the other pages of that day. What AUSPEX
 * calls the row says nothing: a row strings acts of many days together.
 *
 * @returns undefined where the page tells of another state's act only.
 */
export function eventKind(
  accuser: Accuser,
  page: { row: SourceRow; source: Source },
  written: string,
  sameDay: readonly SourceRow[],
): EventKind | undefined {
  if ('self' in accuser) return 'self-claim';
  if ('org' in accuser) return accuser.kind;
  const { row, source } = page;
  const isGuest = source.kind !== 'press' && !isPublisher(accuser, row);
  const isAble = (kind: EventKind) =>
    !(OWN_ACTS.has(kind) && (isGuest || accuser.country === 'EU')) &&
    (!WHOSE[kind] || accuser.agencies.some((agency) => WHOSE[kind]!.test(agency)));
  const told = [row.title, row.id, row.url].flatMap(actsIn);
  const found =
    told.find(isAble) ??
    actsIn(written).find((kind) => SHARED_ACTS.has(kind)) ??
    sameDay.flatMap(({ title }) => actsIn(title)).find(isAble);
  if (found) return found;
  if (isGuest && told.some((kind) => OWN_ACTS.has(kind))) return undefined;
  return source.kind === 'advisory' ? 'advisory' : 'statement';
}

/** The agencies whose act it was: who listed, of those that listed and charged on one day. */
export function agenciesOf({ agencies }: { agencies: string[] }, kind: EventKind): string[] {
  return kind === 'sanction' ? agencies.filter((agency) => WHOSE.sanction!.test(agency)) : agencies;
}

function actsIn(text: string | null | undefined): EventKind[] {
  const lower = text?.toLowerCase() ?? '';
  return ACTS.map(([pattern, kind]) => ({ at: lower.search(pattern), kind }))
    .filter(({ at }) => at >= 0)
    .sort((a, b) => a.at - b.at)
    .map(({ kind }) => kind);
}
