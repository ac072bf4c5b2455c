import { browser } from '../browser';

/**
 * Which dataset is in use. The last thing that is written when feeds are installed, and the only thing that
 * says so: whatever was cut off before it has changed nothing. Absent: the dataset as bundled.
 */
export interface DatasetPointer {
  /** Key of the compiled dataset in the database. */
  generation: number;
  /** Version of each feed in it, by the feed's id; `core` only where it is not the bundled one. */
  versions: Record<string, number>;
  /** Extension and bundled data that compiled it: others compile it anew. */
  madeBy: string;
}

export const POINTER_KEY = 'dataset';

/** Calls back when another dataset is in use from now on. Returns how to stop. */
export function watchDataset(onChange: () => void): () => void {
  const listener = (changes: Record<string, unknown>, area: string) => {
    if (area === 'local' && changes[POINTER_KEY]) onChange();
  };
  browser.storage.onChanged.addListener(listener);
  return () => browser.storage.onChanged.removeListener(listener);
}

export async function readPointer(): Promise<DatasetPointer | undefined> {
  const { [POINTER_KEY]: stored } = await browser.storage.local.get(POINTER_KEY);
  return asPointer(stored);
}

/** Makes a pointer of whatever is stored; `undefined` where it is none. */
export function asPointer(stored: unknown): DatasetPointer | undefined {
  const { generation, versions, madeBy } = (stored ?? {}) as Partial<DatasetPointer>;
  if (typeof generation !== 'number' || typeof madeBy !== 'string') return undefined;
  if (!versions || typeof versions !== 'object' || Object.values(versions).some((n) => typeof n !== 'number'))
    return undefined;
  return { generation, versions, madeBy };
}
