import { describe, expect, test } from 'vitest';
import { type Command, parseArguments } from '../../../lib/cli/arguments';

const run = (options: object): Command => ({
  do: 'run',
  options: { files: [], format: 'table', text: false, described: false, ...options },
});

describe('parseArguments', () => {
  test.each<[string, Command]>([
    ['', run({})],
    ['a.txt - b.html', run({ files: ['a.txt', '-', 'b.html'] })],
    ['--format jsonl a', run({ format: 'jsonl', files: ['a'] })],
    ['a --format=csv', run({ format: 'csv', files: ['a'] })],
    ['--input html -', run({ input: 'html', files: ['-'] })],
    ['--text a', run({ text: true, files: ['a'] })],
    ['-- --text -x', run({ files: ['--text', '-x'] })],
    ['a --help --nonsense', { do: 'help' }],
    ['-h', { do: 'help' }],
    ['--version', { do: 'version' }],
    ['--nonsense', { do: 'refuse', fault: 'unknown option --nonsense' }],
    ['-x', { do: 'refuse', fault: 'unknown option -x' }],
    ['--text=yes', { do: 'refuse', fault: 'unknown option --text=yes' }],
    ['--format', { do: 'refuse', fault: '--format needs a value: table, jsonl, csv, markdown or stix' }],
    ['--format xml', { do: 'refuse', fault: '--format is table, jsonl, csv, markdown or stix, not xml' }],
    ['--input=pdf a', { do: 'refuse', fault: '--input is html, text or jsonl, not pdf' }],
    ['--text --format csv', { do: 'refuse', fault: '--text has no csv format' }],
    ['--text --format stix', { do: 'refuse', fault: '--text has no stix format' }],
  ])('annotate %s', (line, command) => {
    expect(parseArguments(line.split(' ').filter(Boolean))).toEqual(command);
  });
});
