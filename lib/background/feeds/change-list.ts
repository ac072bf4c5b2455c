import type { Change } from '../../feeds/diff';
import { unpackChanges } from '../../feeds/pack';
import type { ChangesPage } from '../../feeds/subscription';
import { fold } from '../../matching/fold';
import { runInSlices } from '../../matching/steps';
import type { FeedStorage } from './storage';

/** Lines sent to the page at a time. */
const PAGE = 100;

/** What waiting versions would change, read a page at a time; the last one read stays in memory for the search. */
export class ChangeList {
  readonly #storage: FeedStorage;
  #last: { feed: string; packed: Uint8Array; changes: Change[] } | undefined;

  constructor(storage: FeedStorage) {
    this.#storage = storage;
  }

  async page(feed: string, search: string, from: number): Promise<ChangesPage> {
    const changes = await this.#read(feed);
    const wanted = fold(search);
    const found = wanted
      ? changes.filter((change) => namesIn(change).some((name) => fold(name).includes(wanted)))
      : changes;
    return { total: changes.length, found: found.length, changes: found.slice(from, from + PAGE) };
  }

  async #read(feed: string): Promise<Change[]> {
    const packed = await this.#storage.kept('changes', feed);
    if (this.#last?.feed === feed && isSame(this.#last.packed, packed)) return this.#last.changes;
    const changes = await runInSlices(unpackChanges(packed));
    this.#last = { feed, packed, changes };
    return changes;
  }
}

function isSame(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, i) => byte === b[i]);
}

function namesIn(change: Change): string[] {
  if (change.what === 'alias-moved') return [change.alias, change.from, change.to];
  if ('event' in change) return [change.event.by ?? change.event.country ?? '', ...change.event.about];
  return 'alias' in change ? [change.name, change.alias] : [change.name];
}
