import { nameId } from '../../feeds/adapters/name-id';
import { calledByAddress, feedAddress } from '../../feeds/net/address';
import { PRESETS } from '../../feeds/presets';
import type { Feeds, Schedule } from '../../feeds/subscription';
import type { Policy, PolicyLayer } from '../../policy';
import type { FeedWork, NewFeed } from './feed-work';
import type { FeedStorage } from './storage';

/**
 * Subscribes to what the organisation asks for: its enforced feeds whenever they are missing, its default feeds
 * once, so that a reader who removes one is rid of it. Feeds that are enforced no more are the reader's again.
 */
export async function obeyPolicy(
  policy: Policy,
  storage: FeedStorage,
  work: FeedWork,
  { allowsLocalHttp = false } = {},
): Promise<void> {
  const { feeds } = await storage.read();
  const enforced = namedFeeds(policy.enforced, allowsLocalHttp);
  const defaults = namedFeeds(policy.defaults, allowsLocalHttp).filter(({ url }) => !feeds.offered.includes(url));
  const held = new Set(enforced.map(({ id }) => id));
  const isObeyed = feeds.rows.every(({ id, byPolicy }) => byPolicy !== 'enforced' || held.has(id));
  if (!isObeyed || defaults.length)
    await storage.change((all) =>
      released(
        all,
        held,
        defaults.map(({ url }) => url),
      ),
    );
  const missing = enforced.filter(({ id }) => {
    const row = feeds.rows.find((one) => one.id === id);
    return !row?.isOn || row.byPolicy !== 'enforced' || !row.versions.length;
  });
  for (const { url, feed } of missing) await work.addAddress(url, { ...feed, byPolicy: 'enforced' }, true);
  for (const { url, feed } of defaults) await work.addAddress(url, { ...feed, byPolicy: 'default' }, true);
}

/** The schedule that holds: the organisation's default until the reader chooses, and what it enforces in any case. */
export function scheduleUnder(policy: Policy, own: Schedule): Schedule {
  return { ...own, ...(own.isChosen ? {} : policy.defaults.updates), ...policy.enforced.updates };
}

function released(feeds: Feeds, held: ReadonlySet<string>, offered: readonly string[]): Feeds {
  return {
    ...feeds,
    offered: [...new Set([...feeds.offered, ...offered])],
    rows: feeds.rows.map((row) =>
      row.byPolicy === 'enforced' && !held.has(row.id) ? { ...row, byPolicy: 'default' as const } : row,
    ),
  };
}

function namedFeeds(
  { feeds = [] }: PolicyLayer,
  allowsLocalHttp: boolean,
): { id: string; url: string; feed: NewFeed }[] {
  return feeds.flatMap(({ address, name }) => {
    try {
      const url = feedAddress(address, { allowsLocalHttp });
      const preset = PRESETS.find((one) => one.url === url);
      const feed: NewFeed = preset
        ? { name: name ?? preset.name, preset: preset.id, licence: preset.licence }
        : { name: name ?? calledByAddress(url) };
      return [{ id: preset?.id ?? nameId('web', url), url, feed }];
    } catch {
      return []; // An address that no feed may have: a policy is no way around that.
    }
  });
}
