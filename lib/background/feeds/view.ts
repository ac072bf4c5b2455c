import type { FeedsView, Progress } from '../../feeds/subscription';
import { CORE } from '../../feeds/subscription';
import { scheduleUnder } from './obey-policy';
import type { FeedPorts } from './ports';

/** What the options page shows of feeds. */
export async function feedsView(ports: FeedPorts, progress: Progress | undefined): Promise<FeedsView> {
  const [{ feeds, pointer }, { stamp, counts }, coreFeed, policy] = await Promise.all([
    ports.storage.read(),
    ports.bundledAbout(),
    ports.coreFeed(),
    ports.policy(),
  ]);
  return {
    feeds: feeds.rows.map((row) => ({
      ...row,
      ...(pointer?.versions[row.id] === undefined ? {} : { inUse: pointer.versions[row.id] }),
    })),
    schedule: scheduleUnder(policy, feeds.schedule),
    generation: pointer?.generation ?? 0,
    core: {
      bundled: stamp,
      entities: counts.actors + counts.agencies + counts.incidents,
      ...(coreFeed ? { address: coreFeed.address } : {}),
      isInUse: pointer?.versions[CORE] === undefined,
    },
    ...(progress ? { progress } : {}),
    locked: Object.keys(policy.enforced.updates ?? {}) as FeedsView['locked'],
  };
}
