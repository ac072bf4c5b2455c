import { browser } from 'wxt/browser';
import type { RecordStore } from '../../dataset/record-store';
import { NameSearch } from '../../search/name-search';
import { datasetInUse } from '../feeds/browser-ports';

/** Longer texts are no names, UTF-16 units. */
const LONGEST = 200;

let made: { of: RecordStore; search: NameSearch } | undefined;

/** The search over the dataset in use; made anew when another dataset is. */
export async function nameSearch(): Promise<NameSearch> {
  const { records } = await datasetInUse.open();
  if (made?.of !== records) made = { of: records, search: new NameSearch(records.searchEntries()) };
  return made.search;
}

/**
 * Address of the page that answers words of the reader: the dossier of whom they call, if that is one; else the
 * dossiers' search with the words in it.
 */
export async function addressFor(words: string): Promise<string> {
  const asked = words.replace(/\s+/g, ' ').trim().slice(0, LONGEST);
  const { records } = await datasetInUse.open();
  if (records.label(asked)) return `/dossier.html#${asked}`;
  const called = (await nameSearch()).called(asked);
  if (called.length === 1) return `/dossier.html#${called[0]!.id}`;
  return `/dossier.html?q=${encodeURIComponent(asked)}`;
}

/** Opens that page, in a tab of its own beside the reader's. */
export async function lookUp(words: string): Promise<void> {
  const url = browser.runtime.getURL((await addressFor(words)) as '/dossier.html');
  await browser.tabs.create({ url });
}
