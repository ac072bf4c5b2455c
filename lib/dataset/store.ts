import { browser } from 'wxt/browser';
import { type NameIndex, openIndex } from '../matching/name-index';
import type { WordLists } from './name-class';
import type { ClassOverride } from './overrides';
import { openRecords, type RecordStore } from './record-store';
import { openWords } from './word-file';

/** A dataset to look up: names for pages, records for cards. */
export interface OpenDataset {
  index: NameIndex;
  records: RecordStore;
}

/** Opens the dataset that is part of the extension. */
export async function openBundled(): Promise<OpenDataset> {
  const [names, records] = await Promise.all([bundled('/data/names.bin'), bundled('/data/records.bin')]);
  return openCompiled({ names, records: new Uint8Array(records) });
}

/** @throws RangeError where the bytes are not of the compilers of this version. */
export function openCompiled({ names, records }: { names: ArrayBuffer; records: Uint8Array }): OpenDataset {
  return { index: openIndex(names), records: openRecords(records) };
}

/** What names of feeds are classed by: the word lists, and corrections by hand. */
export async function readClassing(): Promise<{ words: WordLists; overrides: ClassOverride[] }> {
  const [words, classes] = await Promise.all([bundled('/data/words.bin'), bundled('/data/name-classes.json')]);
  return {
    words: openWords(new Uint8Array(words)),
    overrides: JSON.parse(new TextDecoder().decode(classes)) as ClassOverride[],
  };
}

type BundledFile = 'names.bin' | 'records.bin' | 'words.bin' | 'name-classes.json';

/** Files of the extension itself: no request leaves the browser. */
async function bundled(path: `/data/${BundledFile}`): Promise<ArrayBuffer> {
  const response = await fetch(browser.runtime.getURL(path as never));
  return response.arrayBuffer();
}
