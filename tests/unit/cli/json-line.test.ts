import { describe, expect, test } from 'vitest';
import { parseJsonLine } from '../../../lib/cli/json-line';

describe('parseJsonLine', () => {
  test.each<[string, string, string]>([
    ['a string', '{"id":"a/b","text":""}', '"a/b"'],
    ['a number', '{"id":7,"text":""}', '7'],
    [
      'a number beyond the safe ones',
      '{"text":"\\"id\\":1","id": 12345678901234567890 ,"x":{"id":2}}',
      '12345678901234567890',
    ],
    ['a fraction, as written', '{"id":1.50,"text":""}', '1.50'],
    ['a key written with an escape', '{"\\u0069d":1e3000,"text":""}', '1e3000'],
    ['none: the line number', '{"text":""}', '9'],
    ['null: the line number', '{"id":null,"text":""}', '9'],
  ])('keeps the id: %s', (_, line, json) => {
    expect(parseJsonLine(line, 9)).toMatchObject({ document: { id: { json } } });
  });

  test.each<[string, string]>([
    ['[1]', 'it is an array'],
    ['null', 'it is null'],
    ['"APT28"', 'it is a string'],
    ['{"id":1}', '"text" is missing'],
    ['{"text":5}', '"text" is a number'],
    ['{"text":null}', '"text" is null'],
    ['{"id":[1],"text":""}', '"id" is an array, neither a string nor a number'],
    ['{"id":true,"text":""}', '"id" is a boolean, neither a string nor a number'],
  ])('says what is wrong with %s', (line, fault) => {
    expect(parseJsonLine(line, 1)).toEqual({ fault });
  });

  test('passes on what the JSON parser says', () => {
    expect(parseJsonLine('{"text":"a', 1)).toMatchObject({ fault: expect.stringContaining('JSON') });
  });

  test('a long text before a long id does not overflow the stack', () => {
    const line = `{"text":"${'a\\n'.repeat(3_000_000)}","id":12345678901234567890}`;
    expect(parseJsonLine(line, 1)).toMatchObject({ document: { id: { json: '12345678901234567890' } } });
  });
});
