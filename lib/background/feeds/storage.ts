import { FeedRefused } from '../../feeds/refused';
import { type Feeds, readFeeds } from '../../feeds/subscription';
import { type Compiled, type Database, openDatabase, type WorkMark } from '../../store/database';
import { asPointer, type DatasetPointer, POINTER_KEY } from '../../store/pointer';
import { compress, decompress } from './compress';

const FEEDS_KEY = 'feeds';
const LIST_KEY = 'watch-list';

/** The part of `storage.local` that is needed. */
export interface SmallStorage {
  get(keys: string[]): Promise<Record<string, unknown>>;
  set(values: Record<string, unknown>): Promise<void>;
}

/** Runs work while nobody else runs theirs. */
export type Alone = <T>(work: () => Promise<T>) => Promise<T>;

export interface FeedsState {
  feeds: Feeds;
  pointer: DatasetPointer | undefined;
}

export type Kept = 'contents' | 'changes';

/**
 * Where feeds are kept: rows and pointer in the browser's small storage, which writes both or none; contents
 * and compiled datasets in IndexedDB. Every failure comes out as a refusal.
 */
export class FeedStorage {
  readonly #small: SmallStorage;
  readonly #database: () => Promise<Database>;
  readonly #alone: Alone;

  /** @param alone a change reads, then writes; two at a time, in whatever context, would undo each other */
  constructor(small: SmallStorage, alone: Alone, database: () => Promise<Database> = openDatabase) {
    this.#small = small;
    this.#alone = alone;
    this.#database = database;
  }

  async read(): Promise<FeedsState> {
    const stored = await told(this.#small.get([FEEDS_KEY, POINTER_KEY]));
    return { feeds: readFeeds(stored[FEEDS_KEY]), pointer: asPointer(stored[POINTER_KEY]) };
  }

  /** Changes the rows; with `pointer`, in the same moment, which dataset is in use (`null`: as bundled). */
  change(change: (feeds: Feeds) => Feeds, pointer?: DatasetPointer | null): Promise<Feeds> {
    return this.#alone(async () => {
      const changed = change((await this.read()).feeds);
      await told(
        this.#small.set({ [FEEDS_KEY]: changed, ...(pointer === undefined ? {} : { [POINTER_KEY]: pointer }) }),
      );
      return changed;
    });
  }

  /** The reader's own names, as they wrote them. */
  async readList(): Promise<string> {
    const { [LIST_KEY]: text } = await told(this.#small.get([LIST_KEY]));
    return typeof text === 'string' ? text : '';
  }

  writeList(text: string): Promise<void> {
    return told(this.#small.set({ [LIST_KEY]: text }));
  }

  async keep(store: Kept, key: string, bytes: Uint8Array): Promise<void> {
    const packed = await compress(bytes);
    await told(this.#database().then((database) => database.put(store, packed, key)));
  }

  /** @throws FeedRefused `gone` where the browser has thrown it away. */
  async kept(store: Kept, key: string): Promise<Uint8Array> {
    const packed = await told(this.#database().then((database) => database.get(store, key)));
    if (!packed) throw new FeedRefused('gone');
    return decompress(packed).catch(() => {
      throw new FeedRefused('gone');
    });
  }

  /** Whether the browser still has it. */
  async has(store: Kept, key: string): Promise<boolean> {
    return (await told(this.#database().then((database) => database.count(store, key)))) > 0;
  }

  async keepGeneration(generation: number, compiled: Compiled): Promise<void> {
    await told(this.#database().then((database) => database.put('generations', compiled, generation)));
  }

  /** @throws FeedRefused `gone` */
  async generation(generation: number): Promise<Compiled> {
    const compiled = await told(this.#database().then((database) => database.get('generations', generation)));
    if (!compiled) throw new FeedRefused('gone');
    return compiled;
  }

  /** @throws FeedRefused `gone` */
  async upload(key: string): Promise<Uint8Array> {
    const bytes = await told(this.#database().then((database) => database.get('uploads', key)));
    if (!bytes) throw new FeedRefused('gone');
    return bytes;
  }

  async markWork(mark: WorkMark | undefined): Promise<void> {
    await told(
      this.#database().then(async (database) => {
        if (mark) await database.put('work', mark, 'current');
        else await database.delete('work', 'current');
      }),
    );
  }

  workMark(): Promise<WorkMark | undefined> {
    return told(this.#database().then((database) => database.get('work', 'current')));
  }

  /** Deletes everything that no row and no pointer speaks of any more. */
  async sweep(): Promise<void> {
    const { feeds, pointer } = await this.read();
    const versions = new Set(
      feeds.rows.flatMap(({ id, versions, waiting }) =>
        [...versions, ...(waiting ? [waiting] : [])].map(({ number }) => contentKey(id, number)),
      ),
    );
    const waiting = new Set(feeds.rows.filter((row) => row.waiting).map(({ id }) => id));
    await told(
      this.#database().then(async (database) => {
        const transaction = database.transaction(['contents', 'generations', 'changes', 'uploads'], 'readwrite');
        const sweep = async <Key extends string | number>(
          name: 'contents' | 'generations' | 'changes',
          isUsed: (key: Key) => boolean,
        ) => {
          const store = transaction.objectStore(name);
          const unused = ((await store.getAllKeys()) as Key[]).filter((key) => !isUsed(key));
          await Promise.all(unused.map((key) => store.delete(key as never)));
        };
        await sweep<string>('contents', (key) => versions.has(key));
        await sweep<number>('generations', (key) => key === pointer?.generation);
        await sweep<string>('changes', (key) => waiting.has(key));
        await transaction.objectStore('uploads').clear();
        await transaction.done;
      }),
    );
  }
}

export function contentKey(feed: string, number: number): string {
  return `${feed}/${number}`;
}

/** The browser's error as a refusal. */
async function told<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof FeedRefused) throw error;
    const { name = '', message = '' } = error as { name?: string; message?: string };
    const isFull = name === 'QuotaExceededError' || /quota|disk is full|NS_ERROR_FILE_NO_DEVICE_SPACE/i.test(message);
    throw new FeedRefused(isFull ? 'storage-full' : 'storage-broken');
  }
}
