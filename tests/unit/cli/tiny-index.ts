import { compileIndex, type NameInput } from '../../../lib/matching/compile';
import type { IndexedEntity, Signal } from '../../../lib/matching/index-format';
import { openIndex } from '../../../lib/matching/name-index';

const entities: IndexedEntity[] = [
  { id: 'actor:apt28', name: 'APT28', kind: 'actor', country: 'RU', links: [], attack: 'G0007' },
  { id: 'actor:apt31', name: 'APT31', kind: 'actor', country: 'CN', links: [], attack: 'G0128' },
  { id: 'agency:gb-nca', name: 'National Crime Agency', kind: 'agency', country: 'GB', links: [] },
  { id: 'agency:sa-nca', name: 'National Cybersecurity Authority', kind: 'agency', country: 'SA', links: [] },
  { id: 'incident:notpetya', name: 'NotPetya', kind: 'incident', country: 'UA', links: [0], years: [2017] },
];

const names: NameInput[] = [
  { written: 'APT28', subject: 0, class: 'unique', demand: 0 },
  { written: 'Fancy Bear', subject: 0, class: 'unique', demand: 0 },
  { written: 'APT31', subject: 1, class: 'unique', demand: 0 },
  { written: '暴风', subject: 1, class: 'unique', demand: 0 },
  { written: 'Zirconium', subject: 1, class: 'context', demand: 3 },
  { written: 'NCA', subject: 2, class: 'shared', demand: 0 },
  { written: 'NCA', subject: 3, class: 'shared', demand: 0 },
  { written: 'NotPetya', subject: 4, class: 'unique', demand: 0 },
];

const signals: Signal[] = [
  { text: 'UK', country: 'GB' },
  { text: 'hacking group', introduces: true },
];

/** A compiled index of five entities, so that no test depends on the dataset. */
export function tinyIndexFile(): Uint8Array {
  const words: NameInput[] = signals.map(({ text }, subject) => ({
    written: text,
    subject,
    signal: true,
    class: 'unique',
    demand: 0,
  }));
  return new Uint8Array(compileIndex([...names, ...words], { version: '1', entities, signals, bodies: {} }));
}

export function tinyIndex() {
  return openIndex(tinyIndexFile().buffer as ArrayBuffer);
}
