import { describe, expect, test } from 'vitest';
import { reasonSentence } from '../../../lib/cli/reason';
import type { Reason } from '../../../lib/model/mention';

describe('reasonSentence', () => {
  test.each<[Reason['rule'], string[], string]>([
    ['distinctive', ['UK'], 'distinctive name'],
    ['written-case', [], 'written exactly as the name is'],
    ['introduced', ['hacking group', 'UK'], 'named as a group: “hacking group”'],
    ['same-entity', ['APT31'], 'also on this page: APT31'],
    ['linked', ['APT31'], 'tied to APT31, which is on this page'],
    ['vocabulary', [], 'words about hacking nearby'],
    ['country', ['UK'], 'UK on this page'],
    ['country', [], 'its country fits'],
    ['year', ['2017'], '2017 nearby'],
    ['unresolved', ['UK'], 'could be any of several'],
  ])('%s %j', (rule, evidence, sentence) => {
    expect(reasonSentence({ rule, evidence })).toBe(sentence);
  });
});
