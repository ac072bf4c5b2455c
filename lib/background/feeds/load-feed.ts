import { readFeed } from '../../feeds/adapters';
import type { FeedContent } from '../../feeds/content';
import { LIMITS } from '../../feeds/limits';
import { calledByAddress } from '../../feeds/net/address';
import { sha256 } from '../../feeds/net/base64';
import { type DownloadOptions, download, type Validators } from '../../feeds/net/download';
import { packContent } from '../../feeds/pack';
import { FeedReader } from '../../feeds/reading/feed-document';
import type { FeedVersion, Subscription } from '../../feeds/subscription';
import { inSlices, type Work } from './build';

/** A version that was loaded: what it says, packed, and what the row says of it. */
export interface Loaded {
  packed: Uint8Array;
  version: Omit<FeedVersion, 'number' | 'loadedAt'>;
  /** What else the row learns of the feed. */
  learnt: Partial<Subscription>;
}

export type Net = Pick<DownloadOptions, 'fetch' | 'patience'>;

/** Asks a feed's address for a version other than the one that is here. @throws FeedRefused */
export async function loadFromAddress(
  row: Subscription,
  url: string,
  net: Net,
  work: Work,
): Promise<Loaded | 'unchanged'> {
  work.at('asking');
  const reader = new FeedReader();
  const downloaded = await download(url, {
    ...net,
    limit: LIMITS.bytes,
    known: knownOf(row),
    signal: work.signal,
    take: async (bytes, loaded, all) => {
      work.at('loading', loaded, all);
      await inSlices(reader.push(bytes), work);
    },
  });
  if (downloaded.outcome === 'unchanged') return 'unchanged';
  const { etag, lastModified } = downloaded;
  return finish(row, reader, { etag, lastModified }, work);
}

/** Reads a file, or a list that the reader wrote. @throws FeedRefused */
export async function loadFromBytes(row: Subscription, bytes: Uint8Array, work: Work): Promise<Loaded> {
  const reader = new FeedReader();
  work.at('reading');
  await inSlices(reader.push(bytes), work);
  return finish(row, reader, {}, work);
}

/** A server is asked "anything new?" only where what it sent last is still here, or was declined. */
function knownOf({ etag, lastModified, versions, waiting }: Subscription): Validators | undefined {
  return versions.length || waiting ? { etag, lastModified } : undefined;
}

async function finish(row: Subscription, reader: FeedReader, validators: Validators, work: Work): Promise<Loaded> {
  work.at('reading');
  const document = await inSlices(reader.end(), work);
  const content = await inSlices(readFeed(document, row, row.format), work);
  const packed = await inSlices(packContent(content), work);
  return {
    packed,
    version: {
      ...(content.version ? { label: content.version } : {}),
      hash: await sha256(packed),
      entities: entitiesIn(content),
      leftOut: content.leftOut,
    },
    learnt: {
      ...validators,
      format: content.format,
      ...(content.licence && !row.preset ? { licence: content.licence } : {}),
      ...nameFrom(row, content),
    },
  };
}

function entitiesIn({ records: { actors, agencies, incidents } }: FeedContent): number {
  return actors.length + agencies.length + incidents.length;
}

/** A feed that was added by its address alone is called as it calls itself. */
function nameFrom({ origin, name }: Subscription, content: FeedContent): { name?: string } {
  if (origin.from !== 'address' || !content.name) return {};
  return name === calledByAddress(origin.url) ? { name: content.name } : {};
}
