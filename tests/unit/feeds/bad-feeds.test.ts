import { describe, expect, it } from 'vitest';
import { refusalSentence } from '../../../lib/cli/feed/refusal-sentence';
import { readFeed } from '../../../lib/feeds/adapters';
import { FeedBuilder } from '../../../lib/feeds/adapters/feed-builder';
import { LIMITS } from '../../../lib/feeds/limits';
import { FeedReader, readDocument } from '../../../lib/feeds/reading/feed-document';
import { FeedRefused } from '../../../lib/feeds/refused';
import { runToEnd } from '../../../lib/matching/steps';
import { BAD_FEEDS } from '../../fixtures/bad-feeds';
import { feedBytes, readBytes } from '../../fixtures/feeds';

describe('a bad feed is refused in one sentence', () => {
  it.each(BAD_FEEDS)('$name: $code', ({ code, bytes }) => {
    const refusal = refusalOf(() => readBytes(bytes));
    expect(refusal.code).toBe(code);
    expect(refusalSentence(refusal)).toMatch(/^(It|The|A|“)[^\p{Cc}\p{Cf}]{5,200}\.$/u);
  });

  it.each([1, 3, 7, 1000])('the same in portions of %d bytes', (portion) => {
    for (const { name, code, bytes } of BAD_FEEDS) {
      if (bytes.length / portion > 20_000) continue;
      const refusal = refusalOf(() => {
        const reader = new FeedReader();
        for (let at = 0; at < bytes.length; at += portion) runToEnd(reader.push(bytes.subarray(at, at + portion)));
        return runToEnd(readFeed(runToEnd(reader.end()), { id: 'x', name: 'X' }));
      });
      expect([name, refusal.code]).toEqual([name, code]);
    }
  });

  it('a name that is not to be trusted is shown short and on one line', () => {
    const refusal = new FeedRefused('name-too-long', { name: `\u202eevil\n${'A'.repeat(500)}`, most: 120 });
    expect(refusalSentence(refusal)).toMatch(/^The name “evil A{50,60}…” is longer than 120 characters\.$/);
  });
});

describe('limits', () => {
  it('of the download: one byte more than 64 MB is not read', () => {
    const reader = new FeedReader();
    runToEnd(reader.push(new TextEncoder().encode('[ ')));
    const portion = new Uint8Array(LIMITS.bytes / 64).fill(0x20);
    for (let i = 0; i < 63; i++) runToEnd(reader.push(portion));
    runToEnd(reader.push(portion.subarray(2)));
    expect(refusalOf(() => runToEnd(reader.push(Uint8Array.of(0x20)))).code).toBe('too-large');
  });

  it('of the values, before anything is built from them', () => {
    const brackets = `[${'[],'.repeat(LIMITS.values)}[]]`;
    expect(refusalOf(() => runToEnd(readDocument(new TextEncoder().encode(brackets)))).code).toBe('too-many-values');
  });

  it('of the entities', () => {
    const builder = new FeedBuilder('watch-list', { id: 'x', name: 'X' });
    const add = (n: number) =>
      builder.incident({ id: `incident:n${n}`, locator: '', keys: [], name: `Name ${n}`, names: [] }, { kind: 'ddos' });
    for (let n = 0; n < LIMITS.entities; n++) add(n);
    expect(refusalOf(() => add(LIMITS.entities)).code).toBe('too-many-entities');
  });

  it('of the names of one entity', () => {
    const aliases = Array.from({ length: LIMITS.aliases + 1 }, (_, i) => `Name ${i}`);
    const bundle = {
      type: 'bundle',
      objects: [
        { type: 'intrusion-set', id: 'intrusion-set--cccccccc-0000-4000-8000-000000000001', name: 'QF-77', aliases },
      ],
    };
    expect(refusalOf(() => readBytes(JSON.stringify(bundle))).code).toBe('too-many-aliases');
  });
});

it('a feed that has changed its form is not read as another', () => {
  const document = runToEnd(readDocument(feedBytes('misp')));
  const refusal = refusalOf(() => runToEnd(readFeed(document, { id: 'x', name: 'X' }, 'stix')));
  expect(refusalSentence(refusal)).toBe('Its form has changed: “MISP galaxy” now, “STIX bundle” before.');
});

it('whoever hides it in fields that are not read reaches nothing', () => {
  const content = readBytes(feedBytes('stix'));
  expect(JSON.stringify(content)).not.toContain('Not read');
});

function refusalOf(read: () => unknown): FeedRefused {
  try {
    read();
  } catch (error) {
    if (error instanceof FeedRefused) return error;
    throw error;
  }
  throw new Error('It was accepted.');
}
