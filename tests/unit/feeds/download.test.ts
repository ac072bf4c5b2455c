import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { refusalSentence } from '../../../lib/cli/feed/refusal-sentence';
import { LIMITS } from '../../../lib/feeds/limits';
import { feedAddress } from '../../../lib/feeds/net/address';
import { type DownloadOptions, download, downloadWhole } from '../../../lib/feeds/net/download';
import { FeedRefused } from '../../../lib/feeds/refused';
import { BAD_SERVERS, type FeedServer, startFeedServer } from '../../fixtures/feed-server';

let server: FeedServer;
beforeAll(async () => {
  server = await startFeedServer();
  for (const { name, play } of BAD_SERVERS) server.play(pathOf(name), play);
  server.play('/good', '{"type":"bundle"}');
  server.play('/tagged', (request, response) => {
    if (request.headers['if-none-match'] === '"v1"') return void response.writeHead(304).end();
    response.writeHead(200, { etag: '"v1"', 'last-modified': 'Wed, 25 Nov 2026 10:00:00 GMT' }).end('[]');
  });
  server.play('/dated', (request, response) => {
    const known = request.headers['if-modified-since'];
    response.writeHead(known ? 304 : 200).end();
  });
  server.play('/told', (request, response) => {
    const { cookie, referer, authorization } = request.headers;
    response.writeHead(200).end(JSON.stringify({ cookie, referer, authorization }));
  });
});
afterAll(() => server.close());

const pathOf = (name: string) => `/${encodeURIComponent(name)}`;
const options: Omit<DownloadOptions, 'take'> = { limit: LIMITS.bytes, patience: { answer: 20, whole: 40 } };
const refusalOf = (work: Promise<unknown>) =>
  work.then(
    () => undefined,
    (error: unknown) => error as FeedRefused,
  );

describe('a bad server gets one sentence', () => {
  it.concurrent.each(BAD_SERVERS)(
    '$name: $code',
    async ({ name, code, whole = 40 }) => {
      const patience = { answer: 2, whole };
      const refusal = await refusalOf(downloadWhole(server.url(pathOf(name)), { ...options, patience }));
      expect(refusal).toBeInstanceOf(FeedRefused);
      expect(refusal?.code).toBe(code);
      expect(refusal && refusalSentence(refusal)).toMatch(/^(It|The) [^\n]{5,150}\.$/);
    },
    60_000,
  );

  it('a host that is not there', async () => {
    expect((await refusalOf(downloadWhole('http://127.0.0.1:9/', options)))?.code).toBe('unreachable');
  });

  it('follows no redirect: nobody else is asked', async () => {
    await refusalOf(downloadWhole(server.url(pathOf('a redirect on the same host')), options));
    expect(server.asked).not.toContain('/other');
  });

  it('says when the server wants to be asked again', async () => {
    const refusal = await refusalOf(downloadWhole(server.url(pathOf('too many requests')), options));
    expect(refusal?.retryAfter).toBe(7200);
  });
});

describe('a good server', () => {
  it('is read as its bytes come', async () => {
    expect(new TextDecoder().decode(await downloadWhole(server.url('/good'), options))).toBe('{"type":"bundle"}');
  });

  it('is told which version is here, by its tag or its date, and says when that is still the one', async () => {
    const take = () => undefined;
    const first = await download(server.url('/tagged'), { ...options, take });
    expect(first).toEqual({ outcome: 'new', etag: '"v1"', lastModified: 'Wed, 25 Nov 2026 10:00:00 GMT' });
    const known = { etag: '"v1"' };
    expect(await download(server.url('/tagged'), { ...options, known, take })).toEqual({ outcome: 'unchanged' });
    const dated = { lastModified: 'Wed, 25 Nov 2026 10:00:00 GMT' };
    expect(await download(server.url('/dated'), { ...options, known: dated, take })).toEqual({ outcome: 'unchanged' });
  });

  it('is told nothing of the reader', async () => {
    expect(JSON.parse(new TextDecoder().decode(await downloadWhole(server.url('/told'), options)))).toEqual({});
  });

  it('is left as soon as a portion is refused, or the reader stops', async () => {
    const refuse = () => {
      throw new FeedRefused('web-page');
    };
    expect((await refusalOf(download(server.url('/good'), { ...options, take: refuse })))?.code).toBe('web-page');
    const stop = new AbortController();
    const work = downloadWhole(server.url(pathOf('a hung server')), { ...options, signal: stop.signal });
    stop.abort(new FeedRefused('stopped'));
    expect((await refusalOf(work))?.code).toBe('stopped');
  });
});

describe('an address', () => {
  it.each([
    ['https://example.org/feed.json#part', 'https://example.org/feed.json'],
    ['  https://example.org/a?b=c ', 'https://example.org/a?b=c'],
  ])('%s is asked as %s', (given, asked) => expect(feedAddress(given)).toBe(asked));

  it.each([
    ['feed.json', 'no-address'],
    ['', 'no-address'],
    ['http://example.org/feed.json', 'address-not-https'],
    ['http://localhost/feed.json', 'address-not-https'],
    ['ftp://example.org/feed.json', 'address-not-https'],
    ['javascript:alert(1)', 'address-not-https'],
    ['file:///etc/passwd', 'address-not-https'],
    ['https://me:secret@example.org/', 'address-with-password'],
  ])('%s is refused: %s', (given, code) => {
    expect(() => feedAddress(given)).toThrow(FeedRefused);
    expect(refusedAs(() => feedAddress(given))).toBe(code);
  });

  it('of this machine may do without TLS in builds for tests, and no other', () => {
    expect(feedAddress('http://feeds.localhost/a', { allowsLocalHttp: true })).toBe('http://feeds.localhost/a');
    expect(refusedAs(() => feedAddress('http://example.org/a', { allowsLocalHttp: true }))).toBe('address-not-https');
  });
});

function refusedAs(work: () => unknown): string | undefined {
  try {
    work();
    return undefined;
  } catch (error) {
    return (error as FeedRefused).code;
  }
}
