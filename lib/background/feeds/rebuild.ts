import { compareVersions } from '../../feeds/net/version';
import { FeedRefused } from '../../feeds/refused';
import { CORE, type Feeds } from '../../feeds/subscription';
import type { Work } from './build';
import { activate } from './feed-jobs';
import type { FeedPorts } from './ports';
import { editRow, failed } from './row-changes';
import { contentKey } from './storage';

/**
 * Makes the dataset in use anew from what is kept. A feed whose content the browser has thrown away falls out,
 * and its row says so; an update of core that the extension itself has overtaken is needed no more.
 */
export async function rebuild(ports: FeedPorts, work: Work): Promise<void> {
  const { feeds, pointer } = await ports.storage.read();
  const versions = { ...pointer?.versions };
  const bundled = (await ports.bundled()).records.stamp.version;
  let change = (all: Feeds): Feeds => all;
  for (const [id, number] of Object.entries(versions)) {
    const row = feeds.rows.find((one) => one.id === id);
    const label = row?.versions.find((version) => version.number === number)?.label;
    const isOvertaken = id === CORE && label !== undefined && compareVersions(bundled, label) >= 0;
    const isKept = row && (await ports.storage.has('contents', contentKey(id, number)));
    if (isKept && !isOvertaken) continue;
    delete versions[id];
    if (!row || isOvertaken) continue;
    const before = change;
    const forget = editRow(id, (one, all) => ({
      ...failed(new FeedRefused('gone'), 'install', ports.now())(one, all),
      versions: one.versions.filter((version) => version.number !== number),
      etag: undefined,
      lastModified: undefined,
    }));
    change = (all) => forget(before(all));
  }
  await activate(ports, versions, change, work);
}
