import { describe, expect, it } from 'vitest';
import { entityView } from '../../../lib/dataset/entity-view';
import { openRecords, packRecords } from '../../../lib/dataset/record-store';
import { smallDataset } from '../../fixtures/small-dataset';

const stamp = { version: '1', date: '2026-11-22' };
const store = openRecords(packRecords(smallDataset(), stamp));
const view = (id: string) => entityView(store, id)!;
const eventIds = (id: string) => view(id).events.map(({ event }) => event.id);

describe('the view of APT31', () => {
  it('holds China’s denial among what it answers', () => {
    expect(eventIds('actor:apt31')).toEqual([
      'event:cn-2024-denial',
      'event:gb-2024-parliamentarians',
      'event:us-2024-apt31',
    ]);
  });

  it('does not say that the UK blamed it for the Electoral Commission breach', () => {
    for (const { event } of view('actor:apt31').events) {
      if (event.by?.country === 'GB') expect(event.incidents ?? []).not.toContain('incident:uk-electoral-commission');
    }
  });

  it('lists that breach as what it is mixed up with, and what the record says of it', () => {
    const { confusions } = view('actor:apt31');
    expect(confusions.map(({ label }) => label.id)).toEqual(['incident:uk-electoral-commission']);
    expect(confusions[0]!.events.map(({ event }) => event.id)).toContain('event:gb-2024-electoral-commission');
    const accusation = confusions[0]!.events.find(({ event }) => event.id === 'event:gb-2024-electoral-commission')!;
    expect(accusation.event.accused).toEqual({
      country: 'CN',
      strength: 'state-affiliated',
      wording: 'China state-affiliated actors',
    });
  });

  it('names everybody that it mentions, and the agency above', () => {
    expect(Object.keys(view('actor:apt31').labels)).toEqual(
      expect.arrayContaining([
        'actor:apt31',
        'agency:gb-ncsc',
        'agency:gb-gchq',
        'agency:cn-mss-hubei',
        'agency:cn-mss',
        'agency:cn-mfa',
      ]),
    );
  });

  it('puts the ties of the record first among related entities, and not itself', () => {
    const related = view('actor:apt31').related.map(({ id }) => id);
    expect(related[0]).toBe('agency:cn-mss-hubei');
    expect(related).not.toContain('actor:apt31');
  });
});

describe('entityView', () => {
  it.each([['actor:nobody'], ['event:cn-2024-denial'], ['source:list'], ['__proto__'], ['']])(
    'knows no entity "%s"',
    (id) => {
      expect(entityView(store, id)).toBeUndefined();
    },
  );

  it('links a report that is gone by its archived copy', () => {
    expect(view('actor:unc3886').events[0]!.sources).toEqual([
      { publisher: 'Example', url: 'https://archive.example.org/gone-report', gone: false },
    ]);
  });

  it('gives a denial without a source no link', () => {
    const denial = view('incident:notpetya').events.find(({ event }) => event.kind === 'denial')!;
    expect(denial.sources).toEqual([]);
  });

  it('has no confusions where the record has none', () => {
    expect(view('actor:play')).toMatchObject({ events: [], confusions: [], related: [], stamp });
  });

  it('holds every label that its events need, for each entity on file', () => {
    for (const { id } of store.searchEntries()) {
      const { labels, events } = view(id);
      for (const { event } of events) {
        for (const named of [
          ...(event.by?.agencies ?? []),
          event.accused?.actor,
          event.accused?.agency,
          ...(event.incidents ?? []),
        ])
          if (named) expect(labels[named]?.id).toBe(named);
      }
    }
  });
});
