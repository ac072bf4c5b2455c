import { describe, expect, it } from 'vitest';
import { compileNames } from '../../../lib/dataset/compile-names';
import { classifyName } from '../../../lib/dataset/name-class';
import type { ClassOverride } from '../../../lib/dataset/overrides';
import type { NameClass } from '../../../lib/model/alias';
import type { EntityKind } from '../../../lib/model/record';
import { smallDataset } from '../../fixtures/small-dataset';
import { words } from '../../fixtures/words';

describe('classifyName', () => {
  it.each<[string, EntityKind, NameClass, number, string]>([
    ['APT31', 'actor', 'unique', 0, 'letters and a number'],
    ['UNC3886', 'actor', 'unique', 0, 'letters and a longer number'],
    ['NoName057(16)', 'actor', 'unique', 0, 'letters, a number, signs'],
    ['G 7', 'actor', 'context', 2, 'a short code'],
    ['TA5', 'actor', 'context', 2, 'a code of three characters'],
    ['8220', 'actor', 'context', 3, 'a bare number'],
    ['61398', 'agency', 'context', 3, 'a bare number'],
    ['Silence', 'actor', 'context', 3, 'an everyday word'],
    ['Mercury', 'actor', 'context', 3, 'a known word'],
    ['STRONTIUM', 'actor', 'context', 3, 'a word of the word list only'],
    ['Interpol', 'actor', 'context', 3, 'a word rare in talk'],
    ['Qxr', 'actor', 'context', 2, 'three coined letters'],
    ['Axiq', 'actor', 'context', 1, 'four coined letters'],
    ['Sofaq', 'actor', 'cased', 0, 'five coined letters'],
    ['Sofacy', 'actor', 'unique', 0, 'a coined word'],
    ['LAPSUS$', 'actor', 'unique', 0, 'a coined word with a sign'],
    ['Bronze Vinewood', 'actor', 'unique', 0, 'a phrase with a coined word'],
    ['Judgment Panda', 'actor', 'cased', 0, 'a phrase of known words'],
    ['Moon Star', 'actor', 'context', 1, 'two everyday words'],
    ['Moon Star Bear', 'actor', 'cased', 0, 'three everyday words'],
    ['海莲花', 'actor', 'unique', 0, 'three signs of another script'],
    ['海莲', 'actor', 'context', 2, 'two signs of another script'],
    ['Лазарь', 'actor', 'unique', 0, 'a Cyrillic word'],
    ['GCHQ', 'agency', 'cased', 0, 'an acronym of four letters'],
    ['MSS', 'agency', 'context', 1, 'an acronym of three letters'],
    ['UPS', 'agency', 'context', 2, 'an acronym that is an everyday word'],
    ['Mossad', 'agency', 'cased', 0, 'a proper name'],
    ['Interpol', 'agency', 'context', 2, 'a proper name that is a word'],
    ['Unit 26165', 'agency', 'cased', 0, 'a unit with its number'],
    ['National Cyber Security Centre', 'agency', 'context', 1, 'words of offices everywhere'],
    ['Hubei State Security Department', 'agency', 'cased', 0, 'a full name with a place'],
    ['国家安全部', 'agency', 'unique', 0, 'a native name'],
    ['NotPetya', 'incident', 'unique', 0, 'a coined word'],
    ['Sunburst', 'incident', 'context', 3, 'a dictionary word'],
    ['SolarWinds compromise', 'incident', 'unique', 0, 'a phrase'],
  ])('%s (%s) is %s, demand %i: %s', (written, kind, nameClass, demand) => {
    expect(classifyName(written, kind, words)).toMatchObject({ class: nameClass, demand });
  });
});

describe('compileNames', () => {
  const { names } = compileNames(smallDataset(), 'test', words, []);
  const of = (written: string) => names.filter((name) => name.written === written);

  it.each([
    ['NCSC', 3],
    ['MSS', 2],
    ['BIS', 2],
    ['National Cyber Security Centre', 3],
  ])('makes %s shared between its %i claimants', (written, claimants) => {
    expect(of(written).map((name) => name.class)).toEqual(Array(claimants).fill('shared'));
  });

  it('keeps a pattern as a victim, not as every phrase of it', () => {
    expect(of('Electoral Commission breach')).toEqual([]);
  });

  it('takes a name once, though the record repeats it', () => {
    const dataset = smallDataset();
    dataset.actors[0]!.aliases.push({ text: 'APT31', relation: 'exact' });
    expect(compileNames(dataset, 'test', words, []).names.filter((name) => name.written === 'APT31')).toHaveLength(1);
  });

  it.each<[ClassOverride, string, object, string]>([
    [
      { text: 'UPS', class: 'never', reason: 'parcels' },
      'UPS',
      { class: 'never', demand: 0, why: 'parcels' },
      'by text',
    ],
    [
      { text: 'Silence', class: 'context', demand: 1, reason: 'rare here' },
      'Silence',
      { class: 'context', demand: 1 },
      'with its own demand',
    ],
    [
      { text: 'Silence', class: 'context', reason: 'r' },
      'Silence',
      { class: 'context', demand: 2 },
      'with the usual demand',
    ],
    [
      { text: 'Silence', class: 'cased', entity: 'actor:silence', reason: 'r' },
      'Silence',
      { class: 'cased' },
      'for this entity',
    ],
    [
      { text: 'Silence', class: 'cased', entity: 'actor:play', reason: 'r' },
      'Silence',
      { class: 'context', demand: 3 },
      'not for another entity',
    ],
    [
      { text: 'silence', class: 'cased', reason: 'r' },
      'Silence',
      { class: 'context', demand: 3 },
      'not for another spelling',
    ],
  ])('follows a correction by hand: %j for %s', (override, written, expected) => {
    expect(
      compileNames(smallDataset(), 'test', words, [override]).names.find((name) => name.written === written),
    ).toMatchObject(expected);
  });

  it('does not count a name that is never marked as a claimant', () => {
    const overrides = [{ text: 'MSS', class: 'never', entity: 'agency:kp-mss', reason: 'r' } as const];
    const classes = compileNames(smallDataset(), 'test', words, overrides)
      .names.filter((name) => name.written === 'MSS')
      .map((name) => name.class);
    expect(classes).toEqual(['context', 'never']);
  });
});
