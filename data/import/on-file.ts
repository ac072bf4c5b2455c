import { COLLECTION_NAMES, type CollectionName, type RecordOf } from '../../lib/dataset/schema';
import { fold } from '../../lib/matching/fold';
import type { Dataset, EntityKind } from '../../lib/model/record';
import type { OnFile } from './proposal';

const NO_IDS: ReadonlySet<string> = new Set();
const FOLDERS = { actor: 'actors', agency: 'agencies', incident: 'incidents' } as const;

/** The dataset while an import runs, with the look-ups that readers and the merge need. */
export class WorkingSet implements OnFile {
  readonly #records: { [Name in CollectionName]: Map<string, RecordOf<Name>> };
  /** `ext` ids. */
  readonly #ext = new Map<string, Set<string>>();
  /** Places in sources: what a record cites. */
  readonly #places = new Map<string, Set<string>>();
  readonly #names = new Map<string, Set<string>>();
  readonly #urls = new Map<string, string>();

  constructor(dataset: Dataset) {
    this.#records = {
      actors: new Map(),
      agencies: new Map(),
      incidents: new Map(),
      events: new Map(),
      sources: new Map(),
    };
    for (const collection of COLLECTION_NAMES) {
      for (const record of dataset[collection]) this.put(collection, structuredClone(record) as never);
    }
  }

  /** Adds a record, or takes note of what changed in one that is held. */
  put<Name extends CollectionName>(collection: Name, record: RecordOf<Name>): void {
    (this.#records[collection] as Map<string, RecordOf<Name>>).set(record.id, record);
    for (const key of extKeys(record)) add(this.#ext, `${collection} ${key}`, record.id);
    for (const key of placeKeys(record)) add(this.#places, `${collection} ${key}`, record.id);
    if ('aliases' in record) {
      for (const name of [record.name, ...record.aliases.map((alias) => alias.text)])
        add(this.#names, `${record.id.split(':')[0]} ${fold(name)}`, record.id);
    }
    if ('url' in record) this.#urls.set(bareUrl(record.url), record.id);
  }

  byKey(collection: CollectionName, key: string): string | undefined {
    if (this.#records[collection].has(key)) return key;
    return this.#only(this.#ext, collection, key) ?? this.#only(this.#places, collection, key);
  }

  /** Whether some record, perhaps several, stands on this key. */
  holdsKey(collection: CollectionName, key: string): boolean {
    const full = `${collection} ${key}`;
    return this.#records[collection].has(key) || this.#ext.has(full) || this.#places.has(full);
  }

  /** All records that stand on this key. */
  allByKey(collection: CollectionName, key: string): string[] {
    const full = `${collection} ${key}`;
    return [...new Set([...(this.#ext.get(full) ?? []), ...(this.#places.get(full) ?? [])])];
  }

  byName(kind: EntityKind, name: string): string[] {
    return [...(this.#names.get(`${kind} ${fold(name)}`) ?? NO_IDS)].filter((id) => this.#bears(kind, id, name));
  }

  byUrl(url: string): string | undefined {
    return this.#urls.get(bareUrl(url));
  }

  get<Name extends CollectionName>(collection: Name, id: string): RecordOf<Name> | undefined {
    return this.#records[collection].get(id) as RecordOf<Name> | undefined;
  }

  all<Name extends CollectionName>(collection: Name): Iterable<RecordOf<Name>> {
    return this.#records[collection].values() as Iterable<RecordOf<Name>>;
  }

  #only(index: Map<string, Set<string>>, collection: CollectionName, key: string): string | undefined {
    const ids = index.get(`${collection} ${key}`);
    return ids?.size === 1 ? [...ids][0] : undefined;
  }

  /** Names are never taken out of the index, so a hit is looked at again. */
  #bears(kind: EntityKind, id: string, name: string): boolean {
    const record = this.get(FOLDERS[kind], id);
    if (!record) return false;
    const folded = fold(name);
    return [record.name, ...record.aliases.map((alias) => alias.text)].some((text) => fold(text) === folded);
  }
}

function extKeys(record: object): string[] {
  const ext = (record as { ext?: Record<string, string> }).ext ?? {};
  return Object.entries(ext).map(([upstream, id]) => `${upstream}:${id}`);
}

function placeKeys(record: object): string[] {
  const { prov } = record as { prov?: { source: string; locator?: string }[] };
  return (prov ?? []).flatMap(({ source, locator }) => (locator ? [`${source}#${locator}`] : []));
}

function bareUrl(url: string): string {
  return url.replace(/^https?:\/\/(www\.)?/, '').replace(/\/$/, '');
}

function add(index: Map<string, Set<string>>, key: string, id: string): void {
  index.set(key, (index.get(key) ?? new Set()).add(id));
}
