import { describe, expect, test } from 'vitest';
import { byteLines } from '../../../lib/cli/byte-lines';

async function* bytesOf(chunks: readonly string[]) {
  for (const chunk of chunks) yield new TextEncoder().encode(chunk);
}

describe('byteLines', () => {
  test.each<[string, string[], [number, string | undefined][]]>([
    [
      'one chunk',
      ['a\nb\n'],
      [
        [1, 'a'],
        [2, 'b'],
      ],
    ],
    [
      'no line feed at the end',
      ['a\nb'],
      [
        [1, 'a'],
        [2, 'b'],
      ],
    ],
    [
      'lines across chunks',
      ['a', 'b\nc', 'd', '\n'],
      [
        [1, 'ab'],
        [2, 'cd'],
      ],
    ],
    [
      'empty lines count',
      ['\n\na'],
      [
        [1, ''],
        [2, ''],
        [3, 'a'],
      ],
    ],
    [
      'too long a line is passed over',
      ['aaa', 'aaa\nb\naaaaaa'],
      [
        [1, undefined],
        [2, 'b'],
        [3, undefined],
      ],
    ],
    ['nothing', [], []],
  ])('%s', async (_, chunks, expected) => {
    const lines: [number, string | undefined][] = [];
    for await (const { number, bytes } of byteLines(bytesOf(chunks), 5)) {
      lines.push([number, bytes && new TextDecoder().decode(bytes)]);
    }
    expect(lines).toEqual(expected);
  });
});
