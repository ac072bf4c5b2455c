import { type DBSchema, type IDBPDatabase, openDB } from 'idb';

/** A dataset as the compilers make it: the matcher's index and the record store. */
export interface Compiled {
  names: ArrayBuffer;
  records: Uint8Array;
}

/** Work that is under way, so that whoever comes after an end in the middle knows of it. */
export interface WorkMark {
  feed: string;
  during: 'check' | 'install';
  /** The life of the background that began it. */
  life: string;
  /** Generation in use when it began; 0 for the dataset as bundled. */
  since: number;
}

/** What is too large for the browser's small storage. The options page puts files in, the background takes them. */
interface FeedDatabase extends DBSchema {
  /** What a version of a feed says, compressed, by `feed/number`. */
  contents: { key: string; value: Uint8Array };
  generations: { key: number; value: Compiled };
  /** What a waiting version would change, compressed, by feed. */
  changes: { key: string; value: Uint8Array };
  uploads: { key: string; value: Uint8Array };
  work: { key: 'current'; value: WorkMark };
}

const STORES = ['contents', 'generations', 'changes', 'uploads', 'work'] as const;

export type Database = IDBPDatabase<FeedDatabase>;

/** Opens the database, once. A failure is not kept: the next call tries again. */
export const openDatabase = opener('feeds');

export function opener(name: string): () => Promise<Database> {
  let opened: Promise<Database> | undefined;
  const forget = () => {
    opened = undefined;
  };
  return () => {
    opened ??= openDB<FeedDatabase>(name, 1, {
      upgrade(database) {
        for (const store of STORES) database.createObjectStore(store);
      },
      blocking: (_current, _blocked, event) => {
        (event.target as IDBDatabase).close();
        forget();
      },
      terminated: forget,
    }).catch((error: unknown) => {
      forget();
      throw error;
    });
    return opened;
  };
}

/** Puts a file where the background finds it: too large for a message. Returns its key. */
export async function putUpload(bytes: Uint8Array): Promise<string> {
  const key = crypto.randomUUID();
  await (await openDatabase()).put('uploads', bytes, key);
  return key;
}
