import { describe, expect, test } from 'vitest';
import { excerpt } from '../export/excerpts';

describe('an excerpt holds', () => {
  test.each<[string, string[], { subjects: string[]; events: string[]; has?: string[] }]>([
    [
      'the history of an actor with its answers, and whom they name',
      ['actor:apt31'],
      {
        subjects: ['actor:apt31'],
        events: [
          'event:cn-2024-denial',
          'event:gb-2024-parliamentarians',
          'event:us-2024-apt31',
          'event:gb-2024-electoral-commission',
        ],
        has: ['agency:cn-mss-hubei', 'agency:cn-mss', 'agency:gb-ncsc', 'agency:gb-gchq'],
      },
    ],
    [
      'for who has only denied, also what was denied',
      ['agency:cn-mfa'],
      {
        subjects: ['agency:cn-mfa'],
        events: [
          'event:cn-2024-denial',
          'event:gb-2024-electoral-commission',
          'event:gb-2024-parliamentarians',
          'event:us-2024-apt31',
        ],
      },
    ],
    [
      'several subjects in the order asked for',
      ['actor:silence', 'actor:apt31'],
      { subjects: ['actor:silence', 'actor:apt31'], events: [] },
    ],
    ['nothing for what is not on file', ['actor:nobody'], { subjects: [], events: [] }],
    ['each subject once', ['actor:play', 'actor:play'], { subjects: ['actor:play'], events: [] }],
    ['no event, where none is on file', ['actor:play'], { subjects: ['actor:play'], events: [] }],
  ])('%s', (_, ids, expected) => {
    const { subjects, events, entities } = excerpt(ids);
    expect(subjects).toEqual(expected.subjects);
    const found = events.map(({ id }) => id);
    for (const id of expected.events) expect(found).toContain(id);
    if (!expected.events.length && ids.length === 1) expect(found).toEqual([]);
    expect(entities.map(({ id }) => id)).toEqual(expect.arrayContaining(expected.has ?? []));
  });

  test('every entity and source that its events name', () => {
    const { entities, events, sources } = excerpt(['incident:uk-electoral-commission', 'incident:notpetya']);
    const known = new Set<string>([...entities, ...sources, ...events].map(({ id }) => id));
    const named = JSON.stringify(events).match(/(actor|agency|incident|source|event):[a-z0-9-]+/g)!;
    expect(named.filter((id) => !known.has(id))).toEqual([]);
  });

  test('events newest first', () => {
    const dates = excerpt(['incident:notpetya']).events.map(({ date }) => date);
    expect(dates).toEqual([...dates].sort().reverse());
  });
});
