import { describe, expect, it } from 'vitest';
import { entityView } from '../../../lib/dataset/entity-view';
import { openRecords, packRecords } from '../../../lib/dataset/record-store';
import type { AttributionEvent } from '../../../lib/model/event';
import { speakerName, type Verdict, verdictOf } from '../../../lib/model/verdict';
import { smallDataset } from '../../fixtures/small-dataset';

/** The verdict on an entity of the small dataset, with these events in place of its own. */
function verdictWith(id: string, events: AttributionEvent[]): Verdict {
  return verdictOf(
    entityView(openRecords(packRecords({ ...smallDataset(), events }, { version: '1', date: '2026-11-22' })), id)!,
  );
}

function event(slug: string, date: string | undefined, more: Partial<AttributionEvent>): AttributionEvent {
  return {
    $schema: '../schema/event.schema.json',
    id: `event:${slug}`,
    kind: 'statement',
    date,
    incidents: more.answers ? undefined : ['incident:notpetya'],
    prov: [{ source: 'source:statement' }],
    review: { state: 'unreviewed' },
    ...more,
  };
}

const by = (country: string) => ({ country, mode: 'independent' }) as const;
const labs = { org: 'Example Labs', mode: 'independent' } as const;

/** "GB, US → RU / GRU (state-direct)", clause by clause. */
function inShort(verdict: Verdict): string[] {
  return verdict.clauses.map(({ by: speakers, accused }) => {
    const named = [accused.country, accused.parent?.short, accused.agency?.short, accused.actor?.name]
      .filter(Boolean)
      .join(' / ');
    return `${speakers.join(', ')} → ${named || 'nobody named'} (${accused.strength})`;
  });
}

describe('the verdict on the small dataset', () => {
  const store = openRecords(packRecords(smallDataset(), { version: '1', date: '2026-11-22' }));
  const of = (id: string) => verdictOf(entityView(store, id)!);

  it.each<[string, string[], string[], string | undefined, string]>([
    [
      'actor:apt31',
      ['US → CN / MSS / HSSD (state-direct)', 'GB → CN (state-affiliated)'],
      ['CN'],
      '2024-03-25',
      'each accuser as specific as it was',
    ],
    [
      'incident:uk-electoral-commission',
      ['GB → CN (state-affiliated)'],
      ['CN'],
      '2024-03-25',
      'an incident with an unnamed actor',
    ],
    [
      'incident:notpetya',
      ['GB → RU / GRU (state-direct)'],
      ['RU'],
      '2018-02-15',
      'official, and not the vendor’s retracted report',
    ],
    ['incident:solarwinds', ['US → RU (state-direct)'], ['RU'], '2021-04-15', 'disputed'],
    ['actor:unc3886', ['Example Labs → CN (state-affiliated)'], [], '2022-09-29', 'a vendor only'],
    ['actor:silence', [], [], undefined, 'nothing but a retracted report'],
    ['actor:play', [], [], undefined, 'nothing on file'],
    [
      'agency:cn-mss-hubei',
      ['US → CN / MSS / HSSD / APT31 (state-direct)'],
      ['CN'],
      '2024-03-25',
      'an agency that is accused',
    ],
    ['agency:gb-ncsc', [], [], undefined, 'an agency that accuses others'],
    ['agency:cn-mfa', [], [], undefined, 'a ministry that denies for others'],
  ])('%s: %j', (id, clauses, deniedBy, since) => {
    const verdict = of(id);
    expect(inShort(verdict)).toEqual(clauses);
    expect(verdict.deniedBy).toEqual(deniedBy);
    expect(verdict.since).toBe(since);
    expect(verdict.isUnattributed).toBe(false);
    expect(verdict.isReviewed).toBe(false);
  });

  it('says which clauses are official', () => {
    expect(of('incident:notpetya').clauses[0]!.isOfficial).toBe(true);
    expect(of('actor:unc3886').clauses[0]!.isOfficial).toBe(false);
  });

  it('keeps the wording and the term of confidence of a lone accuser', () => {
    expect(of('incident:uk-electoral-commission').clauses[0]).toMatchObject({
      confidence: 'highly likely',
      accused: { wording: 'China state-affiliated actors' },
    });
  });
});

describe('verdictOf', () => {
  const gru = { country: 'RU', agency: 'agency:ru-gru', strength: 'state-direct' } as const;

  it.each<[string, AttributionEvent[], string[]]>([
    [
      'those who say the same share a clause, in the order in which they spoke',
      [
        event('a', '2018-02-16', { by: by('US'), accused: gru }),
        event('b', '2018-02-15', { by: by('GB'), accused: gru }),
      ],
      ['GB, US → RU / GRU (state-direct)'],
    ],
    [
      'an accuser counts once, as specific as it ever was',
      [
        event('a', '2018', { by: by('GB'), accused: gru }),
        event('b', '2020', { by: by('GB'), accused: { country: 'RU', strength: 'state-direct' } }),
      ],
      ['GB → RU / GRU (state-direct)'],
    ],
    [
      'the deepest accusation comes first',
      [
        event('a', '2017', { by: by('US'), accused: { country: 'RU', strength: 'state-direct' } }),
        event('b', '2018', { by: by('CA'), accused: { country: 'RU', strength: 'state-direct' } }),
        event('c', '2019', { by: by('GB'), accused: gru }),
      ],
      ['GB → RU / GRU (state-direct)', 'US, CA → RU (state-direct)'],
    ],
    [
      'territory is no state’s hand',
      [
        event('a', '2018', { by: by('US'), accused: { country: 'RU', strength: 'from-territory' } }),
        event('b', '2018', { by: by('GB'), accused: { country: 'RU', strength: 'state-direct' } }),
      ],
      ['GB → RU (state-direct)', 'US → RU (from-territory)'],
    ],
    [
      'territory only',
      [
        event('a', '2021', {
          by: by('US'),
          accused: { country: 'RU', strength: 'from-territory', wording: 'living in Russia' },
        }),
      ],
      ['US → RU (from-territory)'],
    ],
    [
      'criminals',
      [event('a', '2021', { by: by('US'), accused: { actor: 'actor:play', strength: 'criminal' } })],
      ['US → Play (criminal)'],
    ],
    [
      'a state that was not named',
      [event('a', '2021', { by: by('AU'), accused: { strength: 'unnamed-state' } })],
      ['AU → nobody named (unnamed-state)'],
    ],
    [
      'a vendor only',
      [event('a', '2021', { kind: 'vendor-report', by: labs, accused: gru })],
      ['Example Labs → RU / GRU (state-direct)'],
    ],
    [
      'a vendor steps back behind an office',
      [
        event('a', '2017', { kind: 'vendor-report', by: labs, accused: gru }),
        event('b', '2018', { by: by('GB'), accused: { country: 'RU', strength: 'state-direct' } }),
      ],
      ['GB → RU (state-direct)'],
    ],
    [
      'different countries accused stand apart',
      [
        event('a', '2018', { by: by('GB'), accused: gru }),
        event('b', '2018', { by: by('RU'), accused: { country: 'US', strength: 'state-direct' } }),
      ],
      ['GB → RU / GRU (state-direct)', 'RU → US (state-direct)'],
    ],
    [
      'a retracted accusation does not count',
      [
        event('a', '2018', { by: by('GB'), accused: gru }),
        event('b', '2019', { kind: 'retraction', by: by('GB'), answers: ['event:a'] }),
      ],
      [],
    ],
    ['no official attribution', [event('a', undefined, { kind: 'no-official-attribution' })], []],
  ])('%s', (_name, events, clauses) => {
    expect(inShort(verdictWith('incident:notpetya', events))).toEqual(clauses);
  });

  it('dates the verdict from the oldest accusation, also where that is not the most specific', () => {
    const verdict = verdictWith('incident:notpetya', [
      event('a', '2018-02', { by: by('GB'), accused: { country: 'RU', strength: 'state-direct' } }),
      event('b', '2020-10-19', { by: by('GB'), accused: gru }),
    ]);
    expect(verdict.since).toBe('2018-02');
  });

  it('drops the term of confidence where several share a clause', () => {
    const confidence = { level: 'high', wording: 'almost certain' } as const;
    const verdict = verdictWith('incident:notpetya', [
      event('a', '2018', { by: by('GB'), accused: gru, confidence }),
      event('b', '2018', { by: by('US'), accused: gru }),
    ]);
    expect(verdict.clauses[0]!.confidence).toBeUndefined();
  });

  it.each<[string, AttributionEvent[], string[]]>([
    ['nobody', [], []],
    ['who denies', [event('d', '2019', { kind: 'denial', by: by('RU'), answers: ['event:a'] })], ['RU']],
    ['who disputes', [event('d', '2019', { kind: 'dispute', by: labs, answers: ['event:a'] })], ['Example Labs']],
    [
      'the actor itself',
      [
        event('d', '2019', {
          kind: 'denial',
          by: { actor: 'actor:silence', mode: 'independent' },
          answers: ['event:a'],
        }),
      ],
      ['actor:silence'],
    ],
    [
      'each once',
      [
        event('d', '2019', { kind: 'denial', by: by('RU'), answers: ['event:a'] }),
        event('e', '2020', { kind: 'dispute', by: by('RU'), answers: ['event:a'] }),
      ],
      ['RU'],
    ],
    ['not who retracts', [event('d', '2019', { kind: 'retraction', by: by('GB'), answers: ['event:z'] })], []],
    [
      'not whose denial was withdrawn',
      [
        event('d', '2019', { kind: 'denial', by: by('RU'), answers: ['event:a'] }),
        event('e', '2020', { kind: 'retraction', by: by('RU'), answers: ['event:d'] }),
      ],
      [],
    ],
  ])('counts among deniers %s', (_name, answers, deniedBy) => {
    const events = [
      event('a', '2018', { by: by('GB'), accused: gru }),
      event('z', '2018', { kind: 'vendor-report', by: { org: 'Other', mode: 'independent' }, accused: gru }),
      ...answers,
    ];
    expect(verdictWith('incident:notpetya', events).deniedBy).toEqual(deniedBy);
  });

  it.each<[string, 'joint' | 'supports', string[], string[]]>([
    ['a joint statement is each government’s own', 'joint', ['GB', 'US'], []],
    ['support stands behind what it supports', 'supports', ['GB'], ['US']],
  ])('%s', (_name, mode, speakers, supporters) => {
    const verdict = verdictWith('incident:notpetya', [
      event('a', '2018-02', { by: by('GB'), accused: gru }),
      event('b', '2018-05', { by: { country: 'US', mode }, accused: gru }),
    ]);
    expect(verdict.clauses).toMatchObject([{ by: speakers, supporters }]);
  });

  it('says that an office named nobody', () => {
    expect(
      verdictWith('incident:notpetya', [event('a', undefined, { kind: 'no-official-attribution' })]),
    ).toMatchObject({ clauses: [], isUnattributed: true, isReviewed: false, since: undefined });
  });

  it('takes no remark for an attribution where none is on record officially', () => {
    const verdict = verdictWith('incident:notpetya', [
      event('a', undefined, { kind: 'no-official-attribution' }),
      event('b', '2011-04-16', {
        kind: 'remark',
        by: by('IR'),
        accused: { country: 'US', strength: 'from-territory' },
      }),
    ]);
    expect(verdict).toMatchObject({ isUnattributed: true, clauses: [{ by: ['IR'], isOfficial: false }] });
  });

  it.each([
    ['every accusation is reviewed', ['reviewed', 'reviewed'], true, ['US', 'GB']],
    ['one is not: it does not count', ['reviewed', 'unreviewed'], true, ['US']],
    ['none is: then they count, and the card says so', ['unreviewed', 'unreviewed'], false, ['US', 'GB']],
  ] as const)('rests on reviewed accusations where there are any: %s', (_name, states, expected, speakers) => {
    const events = states.map((state, i) =>
      event(`e${i}`, '2018', {
        by: by(i ? 'GB' : 'US'),
        accused: gru,
        review: state === 'reviewed' ? { state, on: '2026-01-01', confirmedIn: ['source:statement'] } : { state },
      }),
    );
    const verdict = verdictWith('incident:notpetya', events);
    expect(verdict.isReviewed).toBe(expected);
    expect(verdict.clauses.flatMap((clause) => clause.by).sort()).toEqual([...speakers].sort());
  });
});

describe('speakerName', () => {
  it.each<[AttributionEvent['by'], string, string]>([
    [{ country: 'GB', org: 'X', mode: 'joint' } as const, 'GB', 'the country first'],
    [{ org: 'X', actor: 'actor:play', mode: 'joint' } as const, 'X', 'then the organisation'],
    [{ actor: 'actor:play', mode: 'independent' } as const, 'actor:play', 'then the actor'],
    [undefined, '', 'nobody'],
  ])('%j → %s: %s', (speaker, name) => {
    expect(speakerName(event('x', '2020', { by: speaker }))).toBe(name);
  });
});
