import { FeedRefused } from '../refused';
import type { Manifest } from './manifest';
import { compareVersions } from './version';

const DAY = 86_400_000;

export interface Standing {
  /** The feed that was subscribed to. */
  feed: string;
  /** Newest version that was ever here, bundled or installed, also when the reader has gone back since. */
  newest: string;
  /** `contentOf` that version, if it came over the net. */
  newestContent?: string;
  /** ms since 1970 by this computer's clock. */
  now: number;
  /** A day that has certainly been: that of the data bundled with the extension. ISO date. */
  madeOn: string;
}

/**
 * Decides what a manifest with a good signature is to this reader: a `new` version, or the `same`, perhaps
 * with a later day of expiry or other keys.
 *
 * @throws FeedRefused on another feed's, older, expired and impossible ones.
 */
export function checkManifest(manifest: Manifest, standing: Standing): 'new' | 'same' {
  const { now } = standing;
  if (manifest.feed !== standing.feed) throw new FeedRefused('other-feed', { name: manifest.feed });
  if (now < Date.parse(standing.madeOn) - DAY) throw new FeedRefused('clock-wrong', { day: isoDay(now) });
  if (Date.parse(manifest.published) > now + DAY)
    throw new FeedRefused('from-the-future', { day: isoDay(Date.parse(manifest.published)) });
  const order = compareVersions(manifest.version, standing.newest);
  if (order < 0) throw new FeedRefused('older-version', { version: manifest.version, known: standing.newest });
  if (order === 0 && standing.newestContent && contentOf(manifest) !== standing.newestContent)
    throw new FeedRefused('changed-version', { version: manifest.version });
  if (Date.parse(manifest.expires) <= now)
    throw new FeedRefused('expired', { day: isoDay(Date.parse(manifest.expires)) });
  return order === 0 ? 'same' : 'new';
}

/** What a version consists of, whenever and by whomever it was signed. */
export function contentOf({ shards }: Manifest): string {
  return shards.map(({ sha256 }) => sha256).join(' ');
}

function isoDay(ms: number): string {
  return new Date(ms).toISOString().slice(0, 10);
}
