import { tidy } from '../../../lib/feeds/names/actor-names';
import type { Agency } from '../../../lib/model/agency';
import chosen from '../misp-agencies.json';
import { RETRIEVED, type Reader, type Reading } from '../proposal';
import { readJson } from './json';
import type { MispCluster } from './misp';

interface Choice {
  misp: string;
  id: string;
  type: string;
  /** Language of the other names, all of them native. */
  lang?: string;
}

/**
 * MISP galaxy, cluster `intelligence-agencies`: taken from encyclopaedia lists, so some names carry footnote
 * numbers, notes or second names, and none says what kind of body it is. `misp-agencies.json` lists the rows that
 * may become records, with id and type; the others only add their id to a body on file.
 */
export const mispAgencies: Reader = {
  upstream: 'misp',
  title: 'MISP agencies',
  *read(folder, onFile): Iterable<Reading> {
    const rows = readJson<MispCluster>(folder, 'misp-galaxy', 'intelligence-agencies.json').values;
    for (const { uuid, value, meta = {} } of rows) {
      const name = tidy(value);
      const place = `source:misp-galaxy#${uuid}`;
      const choice: Choice | undefined = chosen.agencies.find(({ misp }) => misp === uuid);
      const country = meta.country ?? 'INT';
      const namesakes = onFile.byName('agency', name).filter((id) => onFile.get('agencies', id)?.country === country);
      const known = onFile.byKey('agencies', place) ?? namesakes[0];
      if (DEBRIS.test(name) && !known) {
        yield {
          upstream: 'misp',
          collection: 'agencies',
          refused: value,
          why: 'the name carries a footnote or a note',
        };
      } else if (!known && !choice) {
        yield { upstream: 'misp', collection: 'agencies', refused: value, why: 'not among those that were chosen' };
      } else {
        const record: Agency = {
          $schema: '../schema/agency.schema.json',
          id: `agency:${choice?.id ?? known?.slice('agency:'.length)}`,
          name,
          country,
          type: (choice?.type ?? 'security') as Agency['type'],
          aliases: choice
            ? (meta.synonyms ?? [])
                .map(tidy)
                .filter(isClean)
                .map((text) => alias(text, choice.lang))
            : [],
          ext: { misp: uuid },
          prov: [{ source: 'source:misp-galaxy', locator: uuid, retrieved: RETRIEVED }],
          review: { state: 'unreviewed' },
        };
        yield {
          upstream: 'misp',
          collection: 'agencies',
          record,
          keys: { ids: [`misp:${uuid}`, place], names: [name], urls: [] },
        };
      }
    }
  },
};

/** Footnote numbers, notes in brackets, language prefixes, two names in one field. */
const DEBRIS = /[[\](){}:;,/]| [-–—] |page does not exist/;

function isClean(text: string): boolean {
  return !DEBRIS.test(text);
}

function alias(text: string, lang: string | undefined): Agency['aliases'][number] {
  return { text, ...(lang ? { lang } : {}), relation: 'exact' };
}
