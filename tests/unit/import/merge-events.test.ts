import { expect, test } from 'vitest';
import { saidAlready } from '../../../data/import/merge-events';
import type { OnFile } from '../../../data/import/proposal';
import type { AttributionEvent } from '../../../lib/model/event';

const onRecord = event({ id: 'event:on-file', incidents: ['incident:a'] });
const imported = event({
  id: 'event:imported',
  incidents: ['incident:a'],
  prov: [{ source: 'source:x', retrieved: '2026-11-22' }],
});

test.each([
  { case: 'two days later', change: { date: '2024-03-27' }, said: true },
  { case: 'two weeks later, the same incident', change: { date: '2024-04-08', incidents: ['incident:a'] }, said: true },
  { case: 'two weeks later, no incident', change: { date: '2024-04-08' }, said: false },
  {
    case: 'half a year later, the same incident',
    change: { date: '2024-10-08', incidents: ['incident:a'] },
    said: false,
  },
  { case: 'another accuser', change: { by: { country: 'GB', mode: 'independent' } }, said: false },
  { case: 'another accused', change: { accused: { country: 'RU', strength: 'state-direct' } }, said: false },
  {
    case: 'a group of that country',
    change: { accused: { actor: 'actor:of-cn', strength: 'actor-only' } },
    said: true,
  },
  { case: 'the same day, another incident', change: { incidents: ['incident:b'] }, said: false },
] as { case: string; change: Partial<AttributionEvent>; said: boolean }[])(
  'of a record made by hand: $case',
  ({ change, said }) => {
    expect(saidAlready(event(change), file(onRecord))?.id).toBe(said ? 'event:on-file' : undefined);
  },
);

test.each([
  { case: 'the same day and incident', change: { incidents: ['incident:a'] }, said: true },
  { case: 'a month later', change: { date: '2024-04-25', incidents: ['incident:a'] }, said: false },
  { case: 'another kind of act', change: { kind: 'sanction', incidents: ['incident:a'] }, said: false },
] as { case: string; change: Partial<AttributionEvent>; said: boolean }[])(
  'of an imported record: $case',
  ({ change, said }) => {
    expect(saidAlready(event(change), file(imported))?.id).toBe(said ? 'event:imported' : undefined);
  },
);

function event(change: Partial<AttributionEvent>): AttributionEvent {
  return {
    $schema: '../schema/event.schema.json',
    id: 'event:new',
    date: '2024-03-25',
    kind: 'statement',
    by: { country: 'US', mode: 'independent' },
    accused: { country: 'CN', strength: 'state-affiliated' },
    prov: [{ source: 'source:x' }],
    review: { state: 'unreviewed' },
    ...change,
  };
}

function file(...events: AttributionEvent[]): OnFile {
  const actor = { origin: { country: 'CN' } };
  return {
    all: () => events,
    get: (collection: string) => (collection === 'actors' ? actor : undefined),
  } as unknown as OnFile;
}
