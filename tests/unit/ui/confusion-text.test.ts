import { describe, expect, it } from 'vitest';
import type { Accused } from '../../../lib/model/verdict';
import { confusionPhrases } from '../../../lib/ui/confusion-text';

const label = { id: 'incident:other', kind: 'incident', name: 'Other breach' } as const;

/** The caution that a card shows when the other entity is accused so by these. */
function caution(by: string[], accused: Accused): string {
  const clause = { accused, by, supporters: [], isOfficial: true, since: '2021' };
  const verdict = { clauses: [clause], deniedBy: [], isUnattributed: false, isReviewed: true };
  return confusionPhrases({ label }, verdict)
    .map(({ text }) => text)
    .join('');
}

describe('what must not be confused', () => {
  it.each<[string[], Accused, string]>([
    [['GB'], { country: 'CN', strength: 'state-direct' }, 'Not the Other breach: the UK ties that to China.'],
    [
      ['NO'],
      { country: 'CN', strength: 'from-territory' },
      'Not the Other breach: Norway places that on the territory of China.',
    ],
    [
      ['GB', 'US'],
      { country: 'RU', strength: 'state-direct' },
      'Not the Other breach: the UK and the US tie that to Russia.',
    ],
    [['actor:x'], { strength: 'actor-only' }, 'Not the Other breach.'],
  ])('by %j, %j: %s', (by, accused, text) => {
    expect(caution(by, accused)).toBe(text);
  });
});
