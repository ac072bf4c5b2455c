import { join } from 'node:path';
import { readDataset } from '../../../data/build/read';
import { entityView } from '../../../lib/dataset/entity-view';
import { excerptOf } from '../../../lib/dataset/excerpt';
import { openRecords, packRecords, type RecordStore } from '../../../lib/dataset/record-store';
import type { Dataset } from '../../../lib/model/record';
import { historyRows } from '../../../lib/ui/history';
import { smallDataset } from '../../fixtures/small-dataset';

const STAMP = { version: '2026.11.1', date: '2026-11-22' };

/** What a dossier is made of. */
export function dossierOf(store: RecordStore, id: string) {
  const view = entityView(store, id)!;
  return { view, excerpt: excerptOf(store, [id], id), rows: historyRows(view) };
}

export function smallDossier(id: string, change: (dataset: Dataset) => void = () => {}) {
  const dataset = smallDataset();
  change(dataset);
  return dossierOf(openRecords(packRecords(dataset, STAMP)), id);
}

/** The dataset itself: histories as long and as odd as they are. */
export function realStore(): RecordStore {
  return openRecords(packRecords(readDataset(join(import.meta.dirname, '..', '..', '..', 'data')).dataset, STAMP));
}
