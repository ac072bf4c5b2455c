import type { AttributionEvent } from '../../../lib/model/event';
import type { EntityLabel, EntityView } from '../../../lib/model/view';

type Said = Partial<
  Pick<AttributionEvent, 'accused' | 'by' | 'confidence' | 'date' | 'kind' | 'answers' | 'incidents'>
>;

const labels = {
  'actor:bear': { id: 'actor:bear', kind: 'actor', name: 'Example Bear' },
  'incident:theft': { id: 'incident:theft', kind: 'incident', name: 'Example theft' },
  'agency:cn-mss': {
    id: 'agency:cn-mss',
    kind: 'agency',
    name: 'Ministry of State Security',
    short: 'MSS',
    country: 'CN',
  },
  'agency:cn-hubei': {
    id: 'agency:cn-hubei',
    kind: 'agency',
    name: 'Hubei State Security Department',
    country: 'CN',
    parent: 'agency:cn-mss',
  },
} satisfies Record<string, EntityLabel>;
type Id = keyof typeof labels;

const official = (country: string, mode: 'independent' | 'supports' = 'independent') => ({ country, mode }) as const;
const lab = { org: 'Example Labs', mode: 'independent' } as const;
const mss = { agency: 'agency:cn-mss', country: 'CN', strength: 'state-direct' } as const;
const hubei = { ...mss, agency: 'agency:cn-hubei' } as const;
const sure = (wording: string) => ({ level: 'high', wording }) as const;

/** Whose card, and what is said of it: one of each form that a verdict takes. */
export const VIEWS: readonly [title: string, of: Id, said: readonly Said[]][] = [
  [
    'a department, its agency, a denial',
    'actor:bear',
    [
      { by: official('US'), accused: hubei, date: '2024-03-25' },
      { by: official('GB'), accused: mss, date: '2024-03-25' },
      { by: official('CZ'), accused: mss, date: '2025-05-28' },
      { by: official('CN'), kind: 'denial', date: '2024-03-26', answers: ['event:0'] },
    ],
  ],
  ['a state, once', 'actor:bear', [{ by: official('NL'), accused: { country: 'RU', strength: 'state-direct' } }]],
  [
    'state-sponsored',
    'actor:bear',
    [
      {
        by: official('JP'),
        accused: { country: 'KP', strength: 'state-sponsored' },
        confidence: sure('almost certain'),
      },
    ],
  ],
  [
    'a group of an agency, with certainty and support',
    'incident:theft',
    [
      { by: official('GB'), accused: { ...mss, actor: 'actor:bear' }, confidence: sure('highly likely') },
      { by: official('EU', 'supports'), accused: { ...mss, actor: 'actor:bear' } },
    ],
  ],
  [
    'an unnamed affiliated group',
    'incident:theft',
    [
      { by: official('GB'), accused: { country: 'CN', strength: 'state-affiliated' }, date: '2024-03' },
      { by: official('NZ'), accused: { country: 'CN', strength: 'state-affiliated' }, date: '2024-04' },
    ],
  ],
  [
    'a company, a group that it calls state-sponsored; nobody officially',
    'incident:theft',
    [
      { by: lab, accused: { country: 'IR', actor: 'actor:bear', strength: 'state-sponsored' }, kind: 'vendor-report' },
      { kind: 'no-official-attribution', date: undefined },
    ],
  ],
  [
    'a territory',
    'incident:theft',
    [{ by: official('PL'), accused: { country: 'BY', actor: 'actor:bear', strength: 'from-territory' } }],
  ],
  ['a state that is not named', 'incident:theft', [{ by: official('AU'), accused: { strength: 'unnamed-state' } }]],
  ['criminals', 'incident:theft', [{ by: official('US'), accused: { strength: 'criminal' } }]],
  ['criminals, of a group', 'actor:bear', [{ by: official('UA'), accused: { strength: 'criminal' } }]],
  ['no state named', 'actor:bear', [{ by: official('EU'), accused: { strength: 'actor-only' } }]],
  ['reported on', 'actor:bear', [{ by: lab, accused: { strength: 'unstated' }, kind: 'vendor-report' }]],
  [
    'many accusers, two denials',
    'actor:bear',
    [
      ...['US', 'GB', 'CA', 'AU', 'NZ', 'JP'].map((country, i) => ({
        by: official(country),
        accused: { country: 'RU', strength: 'state-direct' } as const,
        date: `202${i}`,
      })),
      { by: official('RU'), kind: 'denial', answers: ['event:0'] },
      { by: official('BY'), kind: 'denial', answers: ['event:1'] },
    ],
  ],
  ['an agency accused once', 'agency:cn-mss', [{ by: official('US'), accused: mss }]],
  [
    'an agency accused five times',
    'agency:cn-mss',
    ['US', 'GB', 'CA', 'AU', 'NZ'].map((country, i) => ({ by: official(country), accused: mss, date: `201${i}-06` })),
  ],
  [
    'an agency that speaks',
    'agency:cn-mss',
    [
      {
        by: { country: 'CN', agencies: ['agency:cn-mss'], mode: 'independent' },
        accused: { country: 'US', strength: 'state-direct' },
      },
    ],
  ],
  ['nothing on record', 'actor:bear', []],
];

export function viewOf(of: Id, said: readonly Said[]): EntityView {
  const events = said.map((one, i) => ({
    event: {
      $schema: '../schema/event.schema.json',
      id: `event:${i}`,
      kind: 'statement',
      date: '2021-10-01',
      prov: [],
      review: { state: 'reviewed' },
      ...one,
    } as unknown as AttributionEvent,
    sources: [],
  }));
  const label = labels[of] as EntityLabel;
  const entity = { id: label.id, name: label.name } as EntityView['entity'];
  const stamp = { version: '2026.11.1', date: '2026-11-22' };
  return { entity, label, labels, events: events.reverse(), related: [], confusions: [], stamp };
}
