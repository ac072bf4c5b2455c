import type { Actor } from '../../model/actor';
import type { Agency } from '../../model/agency';
import type { Alias } from '../../model/alias';
import type { AttributionEvent } from '../../model/event';
import type { Incident } from '../../model/incident';
import type { Provenance } from '../../model/primitives';
import { type Entity, kindOf } from '../../model/record';
import type { Source } from '../../model/source';
import { type FeedContent, type FeedFormat, type FeedIdentity, type LeftOutReason, sourceIdOf } from '../content';
import { LIMITS } from '../limits';
import { aliasesOf, notAName, type RawName, splitVendor } from '../names/actor-names';
import { checkedName } from '../names/checked-name';
import { classByScheme } from '../names/naming-schemes';
import { FeedRefused } from '../refused';

/** Examples that the page shows of what was left out. */
const MOST_EXAMPLES = 5;

const REVIEW = { state: 'unreviewed' } as const;

/** What an adapter finds in one row on a group. */
export interface ActorRow {
  id: string;
  /** Place in the feed: a STIX id, a uuid, a name. */
  locator: string;
  keys: string[];
  name: unknown;
  names: { text: unknown; vendor?: string | undefined; relation?: Alias['relation'] }[];
  class: Actor['class'];
  country?: string | undefined;
  motives?: Actor['motives'];
  activeFrom?: string | undefined;
  ext?: Actor['ext'];
}

type Rest<T> = Omit<T, '$schema' | 'id' | 'name' | 'aliases' | 'prov' | 'review'>;

/**
 * Gathers the content of one feed. Knows the limits, what is a name, and what a record needs, so that
 * adapters only say where things stand in their form.
 */
export class FeedBuilder {
  readonly #content: FeedContent;
  readonly #source: ReturnType<typeof sourceIdOf>;
  readonly #ids = new Set<string>();
  #names = 0;

  constructor(format: FeedFormat, feed: FeedIdentity) {
    this.#source = sourceIdOf(feed);
    this.#content = {
      format,
      records: { actors: [], agencies: [], incidents: [], events: [], sources: [] },
      keys: {},
      leftOut: [],
    };
  }

  /** @throws FeedRefused */
  actor(row: ActorRow): void {
    const written = this.#name(row.name, row.locator, LIMITS.actorName);
    if (written === undefined) return;
    const { text: name } = splitVendor(written);
    if (notAName(name)) {
      this.leaveOut('no-group', written);
      return;
    }
    this.#entity<Actor>(row.id, row.locator, row.keys, 'actors', name, aliasesOf(name, this.#rawNames(row)), {
      class: classByScheme(name) ?? row.class,
      ...(row.country ? { origin: { country: row.country } } : {}),
      ...(row.motives?.length ? { motives: row.motives } : {}),
      ...(row.activeFrom ? { activeFrom: row.activeFrom } : {}),
      ...(row.ext && Object.keys(row.ext).length ? { ext: row.ext } : {}),
    });
  }

  /** @throws FeedRefused */
  agency(
    row: { id: string; locator: string; keys: string[]; name: unknown; names: unknown[] },
    rest: Rest<Agency>,
  ): void {
    const name = this.#name(row.name, row.locator, LIMITS.name);
    if (name !== undefined)
      this.#entity<Agency>(row.id, row.locator, row.keys, 'agencies', name, this.#plainNames(row, name), rest);
  }

  /** @throws FeedRefused */
  incident(
    row: { id: string; locator: string; keys: string[]; name: unknown; names: unknown[] },
    rest: Rest<Incident>,
  ): void {
    const name = this.#name(row.name, row.locator, LIMITS.name);
    if (name === undefined) return;
    if (notAName(name)) {
      this.leaveOut('no-group', name);
      return;
    }
    this.#entity<Incident>(row.id, row.locator, row.keys, 'incidents', name, this.#plainNames(row, name), rest);
  }

  /** @throws FeedRefused */
  event(
    event: Omit<AttributionEvent, '$schema' | 'prov' | 'review'>,
    locator: string,
    keys: string[],
    sources: Source['id'][],
  ): void {
    this.#claimId(event.id);
    const { events } = this.#content.records;
    if (events.length >= LIMITS.events) throw new FeedRefused('too-many-events', { count: LIMITS.events });
    const prov: Provenance[] = [...sources.map((source) => ({ source })), this.#provenance(locator)];
    events.push({ $schema: '../schema/event.schema.json', ...event, prov, review: REVIEW });
    if (keys.length) this.#content.keys[event.id] = keys;
  }

  /** Adds a source that several events may stand on; the same id again is the same source. */
  source(source: Omit<Source, '$schema'>): void {
    if (this.#ids.has(source.id)) return;
    this.#ids.add(source.id);
    this.#content.records.sources.push({ $schema: '../schema/source.schema.json', ...source });
  }

  holds(id: string): boolean {
    return this.#ids.has(id);
  }

  leaveOut(why: LeftOutReason, example: string): void {
    const known = this.#content.leftOut.find((one) => one.why === why);
    if (!known) this.#content.leftOut.push({ why, count: 1, examples: [example] });
    else {
      known.count++;
      if (known.examples.length < MOST_EXAMPLES) known.examples.push(example);
    }
  }

  /** @throws FeedRefused `nothing-to-read` where no entity was found. */
  finish(about: Pick<FeedContent, 'version' | 'name' | 'licence'>): FeedContent {
    const { actors, agencies, incidents } = this.#content.records;
    if (!actors.length && !agencies.length && !incidents.length) throw new FeedRefused('nothing-to-read');
    const { version, name, licence } = about;
    return {
      ...this.#content,
      ...(version ? { version } : {}),
      ...(name ? { name } : {}),
      ...(licence ? { licence } : {}),
    };
  }

  #entity<T extends Entity>(
    id: string,
    locator: string,
    keys: string[],
    collection: 'actors' | 'agencies' | 'incidents',
    name: string,
    aliases: Alias[],
    rest: Rest<T>,
  ): void {
    this.#claimId(id);
    const { records } = this.#content;
    if (records.actors.length + records.agencies.length + records.incidents.length >= LIMITS.entities)
      throw new FeedRefused('too-many-entities', { count: LIMITS.entities });
    const record = {
      $schema: `../schema/${kindOf(id as Entity['id'])}.schema.json`,
      id,
      name,
      ...rest,
      aliases,
      prov: [this.#provenance(locator)],
      review: REVIEW,
    };
    (records[collection] as unknown[]).push(record);
    if (keys.length) this.#content.keys[id] = keys;
  }

  #claimId(id: string): void {
    if (this.#ids.has(id)) throw new FeedRefused('duplicate-id', { id });
    this.#ids.add(id);
  }

  #provenance(locator: string): Provenance {
    return { source: this.#source, ...(locator.length <= 120 ? { locator } : {}) };
  }

  #rawNames(row: ActorRow): RawName[] {
    this.#count(row.names.length, row.locator);
    return row.names.flatMap(({ text, ...rest }) => {
      const name = this.#name(text, row.locator, LIMITS.name);
      return name === undefined ? [] : { text: name, ...rest };
    });
  }

  #plainNames(row: { locator: string; names: unknown[] }, name: string): Alias[] {
    this.#count(row.names.length, row.locator);
    const texts = row.names.flatMap((text) => this.#name(text, row.locator, LIMITS.name) ?? []);
    return [...new Set(texts)].filter((text) => text !== name).map((text) => ({ text, relation: 'exact' }));
  }

  #count(names: number, where: string): void {
    this.#names += names;
    if (names > LIMITS.aliases) throw new FeedRefused('too-many-aliases', { where, count: LIMITS.aliases });
    if (this.#names > LIMITS.names) throw new FeedRefused('too-many-names', { count: LIMITS.names });
  }

  #name(value: unknown, where: string, most: number): string | undefined {
    const name = checkedName(value, where, most);
    if (name === undefined) this.leaveOut('too-long', String(value).slice(0, most));
    return name;
  }
}
