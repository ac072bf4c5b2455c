import { describe, expect, it } from 'vitest';
import { writtenNames } from '../../../lib/matching/written-names';
import { indexOf } from '../../fixtures/name-index';

const index = indexOf(['APT2', 'ロックビット', '라자루스', 'Cozy Bear', '舒适熊']);

describe('a name that is written in a text', () => {
  it.each([
    ['APT2 struck', ['APT2'], 'as on record'],
    ['APT 2.5 is a section', [], 'is none where its number goes on'],
    ['It was APT2. 5 others helped.', ['APT2'], 'may end a sentence'],
    ['ロックビットランサムウェア', ['ロックビット'], 'goes on into another foreign word'],
    ['ブロックビットマップ', [], 'does not begin inside one'],
    ['라자루스는', ['라자루스'], 'has a particle behind it'],
    ['아라자루스', [], 'has no syllable before it'],
    ['舒适熊猫', [], 'is no panda'],
  ])('%j: %j, %s', (text, expected) => {
    expect(writtenNames(text, index).map(({ start, end }) => text.slice(start, end))).toEqual(expected);
  });
});
