import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { CliFolder, type Outcome, outcomeOf } from './run-cli';

const USAGE = /usage: annotate /;
const EMPTY = /^$/;
let folder: CliFolder;

beforeAll(() => {
  folder = new CliFolder();
  folder.put('a.txt', 'By Fancy\nBear.');
  folder.put('nobody.txt', 'Nobody.');
  folder.put('empty.html', '');
  folder.put('page.html', '<title>APT31</title><p>Fancy <b>Bear</b><p>APT<sup>31</sup>');
  folder.put('bad.txt', Uint8Array.of(0x41, 0xff, 0x20, 0xfe, ...new TextEncoder().encode(' APT28')));
  folder.put('image.png', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0, 1));
  folder.put('lines.jsonl', '\ufeff{"id":"x","text":"APT28"}\r\n\n{"text":5}\n{"text":"APT31"}\nnonsense');
  folder.put(
    'bad.jsonl',
    Uint8Array.of(...new TextEncoder().encode('{"text":"'), 0xff, ...new TextEncoder().encode('APT28"}\n')),
  );
  mkdirSync(join(folder.path, 'folder'));
});
afterAll(() => folder.remove());

interface Case {
  words: string;
  stdin?: string;
  status: number;
  stdout: RegExp;
  stderr?: RegExp;
}

describe('exit status and streams', () => {
  test.concurrent.each<Case>([
    { words: 'a.txt', status: 0, stdout: /^PLACE.*\na\.txt:1:4 {2}Fancy Bear {2}actor/ },
    { words: 'nobody.txt', status: 0, stdout: EMPTY },
    { words: '--format jsonl empty.html', status: 0, stdout: /^\{"id":"empty.html","spans":\[\]\}\n$/ },
    { words: '--help', status: 0, stdout: USAGE },
    { words: '--version', status: 0, stdout: /^attribution-lens [\d.]+, dataset [\d.]+\n$/ },
    {
      words: '--nonsense a.txt',
      status: 2,
      stdout: EMPTY,
      stderr: /^annotate: unknown option --nonsense\nusage: annotate .*\n$/,
    },
    {
      words: '--format jsonl missing.txt a.txt',
      status: 1,
      stdout: /^\{"id":"a.txt","spans":\[\{.*\}\]\}\n$/,
      stderr: /^annotate: missing\.txt: no such file\n$/,
    },
    { words: 'folder', status: 1, stdout: EMPTY, stderr: /^annotate: folder: is a folder, not a file\n$/ },
    { words: 'image.png', status: 1, stdout: EMPTY, stderr: /^annotate: image\.png: not a text file\n$/ },
    {
      words: 'bad.txt',
      status: 1,
      stdout: /bad\.txt:1:6 {2}APT28/,
      stderr: /^annotate: bad\.txt: not valid UTF-8, read with replacement characters\n$/,
    },
    { words: 'bad.jsonl', status: 1, stdout: /1:1:2 /, stderr: /^annotate: bad\.jsonl:1: not valid UTF-8.*\n$/ },
    {
      words: '--format jsonl lines.jsonl',
      status: 1,
      stdout: /^\{"id":"x",.*"APT28".*\}\n\{"id":4,.*"APT31".*\}\n$/,
      stderr:
        /^annotate: lines\.jsonl:3: not a JSON object with "text": "text" is a number\nannotate: lines\.jsonl:5: not a JSON object with "text": .*JSON.*\n$/,
    },
    { words: '--text page.html', status: 0, stdout: /^Fancy Bear\n\nAPT\ufffc31\n$/ },
    {
      words: '--text --format jsonl page.html',
      status: 0,
      stdout: /^\{"id":"page.html","text":"Fancy Bear\\n\\nAPT\ufffc31"\}\n$/,
    },
    { words: '--format csv page.html', status: 0, stdout: /\r\npage\.html,0,10,Fancy Bear,[^\n]*\r\n$/ },
    { words: '--input text --text page.html', status: 0, stdout: /^<title>/ },
    { words: '--text', stdin: ' \n<p>a<p>b', status: 0, stdout: /^a\n\nb\n$/ },
    { words: '--text -', stdin: '\n{"text":"a"}', status: 0, stdout: /^a\n$/ },
    { words: '--text -', stdin: 'a < b', status: 0, stdout: /^a < b\n$/ },
    { words: '--text -', stdin: '', status: 0, stdout: EMPTY },
    {
      words: '--text --input jsonl -',
      stdin: '<p>',
      status: 1,
      stdout: EMPTY,
      stderr: /^annotate: -:1: not a JSON object/,
    },
    { words: '--format jsonl', stdin: 'APT28', status: 0, stdout: /^\{"id":"-",/ },
  ])('annotate $words', { timeout: 30_000 }, async ({ words, stdin, status, stdout, stderr }) => {
    const outcome: Outcome = await folder.run(words.split(' '), stdin);
    expect(outcome.stderr).toMatch(stderr ?? EMPTY);
    expect(outcome.stdout).toMatch(stdout);
    expect(outcome.status).toBe(status);
  });
});

describe('streaming', { timeout: 60_000 }, () => {
  const LINES = 20_000;
  const line = (id: number) => `{"id":${id},"text":"Report ${id} says APT28 met 暴风 again."}\n`;

  test(`${LINES} lines are answered in order`, async () => {
    const input = Array.from({ length: LINES }, (_, i) => line(i)).join('');
    const { status, stdout, stderr } = await folder.run(['--format', 'jsonl', '-'], input);
    const answers = stdout
      .trim()
      .split('\n')
      .map((answer) => JSON.parse(answer) as { id: number; spans: { text: string }[] });
    expect([status, stderr, answers.length]).toEqual([0, '', LINES]);
    expect(answers.every(({ id, spans }, i) => id === i && spans.map(({ text }) => text).join() === 'APT28,暴风')).toBe(
      true,
    );
  });

  test('a line is answered while the input is still open', async () => {
    const child = folder.start('--format', 'jsonl', '-');
    const answers = createInterface(child.stdout)[Symbol.asyncIterator]();
    for (let id = 1; id <= 3; id++) {
      child.stdin.write(line(id));
      expect(JSON.parse((await answers.next()).value as string).id).toBe(id);
    }
    child.stdin.end();
    expect((await outcomeOf(child)).status).toBe(0);
  });

  test('a reader that has seen enough ends it quietly', async () => {
    folder.put('long.jsonl', Array.from({ length: LINES }, (_, i) => line(i)).join(''));
    const child = folder.start('--format', 'jsonl', 'long.jsonl');
    let stderr = '';
    child.stderr.on('data', (text) => {
      stderr += text;
    });
    child.stdout.once('data', () => child.stdout.destroy());
    const status = await new Promise((resolve) => child.on('exit', resolve));
    expect([status, stderr]).toEqual([0, '']);
  });
});
