import { describe, expect, it } from 'vitest';
import { aliasesOf, notAName, splitVendor } from '../../../lib/feeds/names/actor-names';
import { slug } from '../../../lib/feeds/names/slug';

describe('what is no name of a group', () => {
  it.each([
    ['G0128', 'an ATT&CK id'],
    ['C0024', 'an ATT&CK id'],
    ['Unit 26165', 'a unit or an agency'],
    ['PLA Navy', 'a unit or an agency'],
    ['[Unnamed group]', 'a placeholder'],
    ['https://example.org/x', 'an address'],
    ['313', 'no letters'],
    ['X', 'a single sign'],
    ['ATK88', undefined],
    ['Group5', undefined],
    ['狼毒草', undefined],
  ])('%s', (text, why) => {
    expect(notAName(text)).toBe(why);
  });
});

describe('aliases from raw names', () => {
  it.each([
    {
      case: 'one spelling per fold',
      raw: ['SAND FOX', 'Sand-Fox', 'sandfox', 'SANDFOX'],
      expected: ['SAND FOX', 'sandfox'],
    },
    { case: 'not the name itself', raw: ['Test Crew', 'TEST CREW', 'Other'], expected: ['Other'] },
    { case: 'no codes', raw: ['G0001', 'Other'], expected: ['Other'] },
    { case: 'no stray punctuation', raw: [' Other, ', ''], expected: ['Other'] },
  ])('$case', ({ raw, expected }) => {
    expect(
      aliasesOf(
        'Test Crew',
        raw.map((text) => ({ text })),
      ).map((alias) => alias.text),
    ).toEqual(expected);
  });

  it.each([
    ['Operation Sand', { relation: 'campaign-used-as-name' }],
    ['DEV-1234', { relation: 'former-name', namedBy: ['Microsoft'] }],
    ['UNC1234', { relation: 'exact', namedBy: ['Mandiant'] }],
    ['Sand Kitten', { relation: 'exact', namedBy: ['CrowdStrike'] }],
    ['TG-1234 (SCWX CTU)', { text: 'TG-1234', namedBy: ['Secureworks'] }],
    ['沙狐', { lang: 'zh' }],
  ])('%s', (text, expected) => {
    expect(aliasesOf('Test Crew', [{ text }])[0]).toMatchObject(expected);
  });

  it('takes the vendor that upstream names before the one the scheme tells', () => {
    expect(aliasesOf('Test Crew', [{ text: 'Sand Fox' }, { text: 'SAND FOX', vendor: 'ESET' }])).toEqual([
      { text: 'Sand Fox', relation: 'exact', namedBy: ['ESET'] },
    ]);
  });
});

it.each([
  ['Fox (IBM)', { text: 'Fox', vendor: 'IBM' }],
  ['Fox (again)', { text: 'Fox' }],
  ['Larva‑1', { text: 'Larva-1' }],
])('splits the vendor off %s', (written, expected) => {
  expect(splitVendor(written)).toEqual(expected);
});

it.each([
  ["Joker's Stash", 'jokers-stash'],
  ['Asnarök', 'asnarok'],
  ['NoName057(16)', 'noname057-16'],
])('makes an id of %s', (name, expected) => {
  expect(slug(name)).toBe(expected);
});
