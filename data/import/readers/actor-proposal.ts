import type { RawName } from '../../../lib/feeds/names/actor-names';
import { aliasesOf, notAName, splitVendor } from '../../../lib/feeds/names/actor-names';
import { classByScheme } from '../../../lib/feeds/names/naming-schemes';
import { slug } from '../../../lib/feeds/names/slug';
import type { Actor } from '../../../lib/model/actor';
import { type Proposal, RETRIEVED, type Reading, type Upstream } from '../proposal';

/** What the readers of actors find in one row. */
export interface ActorRow {
  upstream: Upstream;
  /** Our id of the source, and the row's place in it. */
  source: Actor['prov'][number]['source'];
  locator: string;
  name: string;
  class: Actor['class'];
  names: readonly RawName[];
  parent?: string | undefined;
  country?: string | undefined;
  motives?: Actor['motives'];
  activeFrom?: string | undefined;
  ext?: NonNullable<Actor['ext']>;
  /** Further keys by which decisions may speak of the row: `microsoft:Storm-0558`. */
  keys?: string[];
}

/** The candidate record of one row, or why there is none. */
export function proposeActor(row: ActorRow): Reading {
  const { text: name } = splitVendor(row.name);
  const why = notAName(name) ?? (slug(name) ? undefined : 'no letters to make an id of');
  if (why) return { upstream: row.upstream, collection: 'actors', refused: row.name, why };
  const aliases = aliasesOf(name, row.names);
  const record: Actor = {
    $schema: '../schema/actor.schema.json',
    id: `actor:${slug(name)}`,
    name,
    class: classByScheme(name) ?? row.class,
    aliases,
    ...(row.parent ? { parent: row.parent } : {}),
    ...(row.country ? { origin: { country: row.country } } : {}),
    ...(row.motives?.length ? { motives: row.motives } : {}),
    ...(row.activeFrom ? { activeFrom: row.activeFrom } : {}),
    ...(row.ext && Object.keys(row.ext).length ? { ext: row.ext } : {}),
    prov: [{ source: row.source, locator: row.locator, retrieved: RETRIEVED }],
    review: { state: 'unreviewed' },
  };
  const exact = aliases.filter((alias) => alias.relation === 'exact').map((alias) => alias.text);
  const ids = [...(row.keys ?? []), ...extKeys(row), `${row.source}#${row.locator}`];
  return {
    upstream: row.upstream,
    collection: 'actors',
    record,
    keys: { ids, names: [name, ...exact], urls: [] },
  } satisfies Proposal;
}

function extKeys({ ext = {} }: ActorRow): string[] {
  return Object.entries(ext).map(([upstream, id]) => `${upstream}:${id}`);
}
