import { fold } from '../../../lib/matching/fold';
import type { Reader, Reading } from '../proposal';
import crews from '../ransomware-crews.json';
import { proposeActor } from './actor-proposal';
import { readJson } from './json';
import type { MispCluster } from './misp';

/**
 * MISP galaxy, cluster `ransomware`: two thousand programs, a tenth of which are the brand of a crew that news
 * names. `ransomware-crews.json` lists these rows with the crew's spelling; other names of the row are the
 * program's, and are filed as such.
 */
export const mispRansomware: Reader = {
  upstream: 'misp',
  title: 'MISP ransomware crews',
  *read(folder): Iterable<Reading> {
    const names = new Map(crews.crews.map(({ misp, name }) => [misp, name]));
    let programs = 0;
    for (const { uuid, meta = {} } of readJson<MispCluster>(folder, 'misp-galaxy', 'ransomware.json').values) {
      const name = names.get(uuid);
      if (!name) {
        programs++;
        continue;
      }
      names.delete(uuid);
      const others = (meta.synonyms ?? []).filter(
        (text) => !/\.exe$| ransomware\b/i.test(text) && fold(text) !== fold(name),
      );
      yield proposeActor({
        upstream: 'misp',
        source: 'source:misp-galaxy',
        locator: uuid,
        name,
        class: 'criminal',
        names: others.map((text) => ({ text, relation: 'malware-used-as-name' as const })),
        motives: ['financial'],
        ext: { misp: uuid },
      });
    }
    for (const [uuid, name] of names) {
      yield {
        upstream: 'misp',
        collection: 'actors',
        refused: `${name} [misp:${uuid}]`,
        why: 'not in the cluster any more',
      };
    }
    yield {
      upstream: 'misp',
      collection: 'actors',
      refused: `${programs} ransomware rows`,
      why: 'programs, not crews',
    };
  },
};
