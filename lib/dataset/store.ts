import { browser } from 'wxt/browser';
import { type NameIndex, openIndex } from '../matching/name-index';
import { openRecords, type RecordStore } from './record-store';

/** The dataset in use, opened once per life of the background. */
export interface OpenDataset {
  index: NameIndex;
  records: RecordStore;
}

let opened: Promise<OpenDataset> | undefined;

/** Opens the bundled dataset. A failure is not kept: the next call tries again. */
export function openDataset(): Promise<OpenDataset> {
  opened ??= readBundled().catch((error: unknown) => {
    opened = undefined;
    throw error;
  });
  return opened;
}

async function readBundled(): Promise<OpenDataset> {
  const [names, records] = await Promise.all([bundled('/data/names.bin'), bundled('/data/records.bin')]);
  return { index: openIndex(names), records: openRecords(new Uint8Array(records)) };
}

/** Files of the extension itself: no request leaves the browser. */
async function bundled(path: '/data/names.bin' | '/data/records.bin'): Promise<ArrayBuffer> {
  const response = await fetch(browser.runtime.getURL(path as never));
  return response.arrayBuffer();
}
