import { describe, expect, test } from 'vitest';
import { annotateStream, textStream } from '../../../lib/cli/annotate-stream';
import type { Format } from '../../../lib/cli/formats/format';
import { plainTextFlows } from '../../../lib/cli/plain-text';
import { idFrom, type TextDocument } from '../../../lib/cli/text-document';
import { openRecords, packRecords } from '../../../lib/dataset/record-store';
import type { StixBundle } from '../../../lib/export/stix/bundle';
import { smallDataset } from '../../fixtures/small-dataset';
import { stixFaults } from '../../fixtures/stix-rules';
import { tinyIndex } from './tiny-index';

async function* documents(texts: Record<string, string>): AsyncGenerator<TextDocument> {
  for (const [id, text] of Object.entries(texts)) yield { id: idFrom(id), text, flows: plainTextFlows(text) };
}

/** Records of which some have the ids of the tiny index. */
const records = openRecords(packRecords(smallDataset(), { version: '2026.11.1', date: '2026-11-22' }));

async function answer(format: Format, texts: Record<string, string>): Promise<string> {
  let output = '';
  for await (const piece of annotateStream(documents(texts), tinyIndex(), { format, records })) output += piece;
  return output;
}

describe('jsonl', () => {
  test('a resolved span has these keys in this order, offsets in the whole text', async () => {
    expect(await answer('jsonl', { a: 'One.\n\nBy Fancy\nBear.' })).toBe(
      '{"id":"a","spans":[{"start":9,"end":19,"text":"Fancy\\nBear","kind":"actor","entityId":"actor:apt28",' +
        '"name":"APT28","certainty":0.98,"reason":"distinctive name","attack":["G0007"]}]}\n',
    );
  });
  test('a name that several share is left open', async () => {
    const [span] = JSON.parse(await answer('jsonl', { a: 'The NCA said' })).spans;
    expect(span).toEqual({
      start: 4,
      end: 7,
      text: 'NCA',
      kind: 'agency',
      entityId: null,
      name: null,
      candidates: ['agency:gb-nca', 'agency:sa-nca'],
      certainty: 0.5,
      reason: 'could be any of several',
      attack: [],
    });
  });
  test('evidence counts across flows', async () => {
    const [span] = JSON.parse(await answer('jsonl', { a: 'The NCA said.\n\nIn the UK too.' })).spans;
    expect(span).toMatchObject({ entityId: 'agency:gb-nca', reason: 'UK on this page', attack: [] });
  });
  test('but not across documents', async () => {
    const lines = (await answer('jsonl', { a: 'In the UK.', b: 'The NCA' })).trim().split('\n');
    expect(JSON.parse(lines[1]!).spans[0].entityId).toBeNull();
  });
  test('a document that names nobody is answered', async () => {
    expect(await answer('jsonl', { a: 'Nobody.' })).toBe('{"id":"a","spans":[]}\n');
  });
  test('a name does not run across a blank line', async () => {
    expect(await answer('jsonl', { a: 'Fancy\n\nBear' })).toBe('{"id":"a","spans":[]}\n');
  });
});

describe('csv', () => {
  const HEADER = 'id,start,end,text,kind,entityId,name,candidates,certainty,reason,attack\r\n';
  test.each<[string, Record<string, string>, string]>([
    ['nothing found', { a: 'Nobody.' }, ''],
    ['a span', { a: 'APT31' }, 'a,0,5,APT31,actor,actor:apt31,APT31,,0.98,distinctive name,G0128\r\n'],
    [
      'quotes, commas and line breaks',
      { 'a,"b"': 'Fancy\nBear' },
      '"a,""b""",0,10,"Fancy\nBear",actor,actor:apt28,APT28,,0.98,distinctive name,G0007\r\n',
    ],
    [
      'an id that a spreadsheet would run',
      { '=1+1': 'APT31' },
      "'=1+1,0,5,APT31,actor,actor:apt31,APT31,,0.98,distinctive name,G0128\r\n",
    ],
    ['a shared name', { a: 'NCA' }, 'a,0,3,NCA,agency,,,agency:gb-nca agency:sa-nca,0.5,could be any of several,\r\n'],
  ])('%s', async (_, texts, records) => {
    expect(await answer('csv', texts)).toBe(HEADER + records);
  });
});

describe('table', () => {
  test('is aligned, by the width that a terminal gives to each sign', async () => {
    expect(await answer('table', { a: 'By 暴风 and\nFancy\nBear; the NCA.' })).toBe(
      [
        'PLACE   TEXT        KIND    ENTITY                                                     CERTAINTY  REASON',
        'a:1:4   暴风        actor   APT31                                                      0.98       distinctive name',
        'a:2:1   Fancy Bear  actor   APT28                                                      0.98       distinctive name',
        'a:3:11  NCA         agency  National Crime Agency or National Cybersecurity Authority  0.50       could be any of several',
        '',
      ].join('\n'),
    );
  });
  test('prints nothing where nothing is found', async () => {
    expect(await answer('table', { a: 'Nobody.' })).toBe('');
  });
  test('an id cannot steer the terminal', async () => {
    expect(await answer('table', { '\u001b[2J\u202e\n': 'APT28' })).toContain('\n\ufffd[2J\ufffd :1:1  APT28');
  });
});

describe('markdown', () => {
  test('a table for each document that names somebody', async () => {
    expect(await answer('markdown', { 'a|b': 'APT31, APT31 and\nthe NCA', c: 'Nobody.' })).toBe(
      [
        '## a\\|b',
        '',
        '| Entity | Mentions | Written as |',
        '| --- | --- | --- |',
        '| APT31 | 2 | APT31 |',
        '| National Crime Agency or National Cybersecurity Authority (one of 2) | 1 | NCA |',
        '',
        '',
      ].join('\n'),
    );
  });
});

describe('stix', () => {
  test('one bundle with a note for each document that names somebody', async () => {
    const bundle = JSON.parse(
      await answer('stix', { a: 'APT31 and APT31', b: 'NotPetya', c: 'Nobody.' }),
    ) as StixBundle;
    expect(stixFaults(bundle)).toEqual([]);
    const notes = bundle.objects.filter(({ abstract }) => abstract);
    expect(notes.map(({ abstract, content }) => [abstract, content])).toEqual([
      ['Names in a', 'APT31 (2)'],
      ['Names in b', 'NotPetya (1)'],
    ]);
  });
  test('a bundle also where nothing is found', async () => {
    expect(stixFaults(JSON.parse(await answer('stix', { a: 'Nobody.' })))).toEqual([]);
  });
});

describe('textStream', () => {
  test.each<['plain' | 'jsonl', string]>([
    ['plain', 'one\ntwo\n'],
    ['jsonl', '{"id":"a","text":"one"}\n{"id":"b","text":"two\\n"}\n{"id":"c","text":""}\n'],
  ])('%s', async (format, expected) => {
    let output = '';
    for await (const piece of textStream(documents({ a: 'one', b: 'two\n', c: '' }), format)) output += piece;
    expect(output).toBe(expected);
  });
});

test('the next document is not asked for before the answer to this one is taken', async () => {
  let asked = 0;
  async function* endless() {
    for (;;) {
      asked++;
      yield* documents({ [asked]: 'APT28' });
    }
  }
  const answers = annotateStream(endless(), tinyIndex(), { format: 'jsonl' });
  for (let taken = 1; taken <= 100; taken++) {
    await answers.next();
    expect(asked).toBe(taken);
  }
});
