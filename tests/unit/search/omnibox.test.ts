import { describe, expect, test } from 'vitest';
import { description } from '../../../lib/background/doors/suggestion';

const hit = (name: string, via?: string, country?: string) => ({
  entry: {
    id: 'actor:x' as const,
    kind: 'actor' as const,
    name,
    aliases: [],
    events: 0,
    ...(country ? { country } : {}),
  },
  marks: [],
  ...(via ? { via } : {}),
});

describe('a suggestion of the address bar', () => {
  test.each([
    ['APT28', 'Fancy Bear', 'RU', '<match>APT28</match> <dim>Fancy Bear · RU</dim>', 'APT28 (Fancy Bear · RU)'],
    ['Sandworm', undefined, undefined, '<match>Sandworm</match>', 'Sandworm'],
    ['A&B <c>', undefined, undefined, '<match>A&#38;B &#60;c&#62;</match>', 'A&B <c>'],
  ])('of %s', (name, via, country, xml, text) => {
    expect(description(hit(name, via, country), true)).toBe(xml);
    expect(description(hit(name, via, country), false)).toBe(text);
  });
});
