import { describe, expect, test } from 'vitest';
import { plainTextFlows } from '../../../lib/cli/plain-text';

describe('plainTextFlows', () => {
  test.each<[string, string, string[]]>([
    ['a line break does not cut', 'Fancy\nBear', ['Fancy\nBear']],
    ['a blank line cuts', 'a\n\nb', ['a', 'b']],
    ['also one of blanks', 'a\n \t \nb', ['a', 'b']],
    ['also with carriage returns', 'a\r\n\r\nb', ['a\r', 'b']],
    ['many blank lines', 'a\n\n\n \n\n  b', ['a', 'b']],
    ['blank lines at the edges', '\n\na\n\n', ['a']],
    ['nothing', ' \n\n ', []],
  ])('%s', (_, text, expected) => {
    expect(plainTextFlows(text).map(({ start, end }) => text.slice(start, end))).toEqual(expected);
  });
});
