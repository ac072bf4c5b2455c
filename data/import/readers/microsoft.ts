import { type MicrosoftRow, readMicrosoftRow } from '../../../lib/feeds/names/microsoft-row';
import type { Reader, Reading } from '../proposal';
import { proposeActor } from './actor-proposal';
import { readJson } from './json';

/** Microsoft's map of its own names to its former ones and to other vendors'. */
export const microsoft: Reader = {
  upstream: 'microsoft',
  title: 'Microsoft names',
  *read(folder): Iterable<Reading> {
    for (const row of readJson<MicrosoftRow[]>(folder, 'microsoft', 'MicrosoftMapping.json')) {
      const actor = readMicrosoftRow(row);
      const { name } = actor;
      yield proposeActor({
        upstream: 'microsoft',
        source: 'source:microsoft-names',
        locator: name,
        ...actor,
        country: actor.country,
        keys: [`microsoft:${name}`],
      });
    }
  },
};
