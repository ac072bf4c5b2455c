import type { MispMeta } from '../../../lib/feeds/names/misp-meta';
import { fold } from '../../../lib/matching/fold';
import crewList from '../ransomware-crews.json';
import { readJson } from './json';

/** A MISP galaxy cluster file: the parts that are read. */
export interface MispCluster {
  values: { uuid: string; value: string; meta?: MispMeta; related?: { 'dest-uuid': string; type: string }[] }[];
}

/**
 * Folded names of ransomware programs: as another name of a group, each is the program's. The main names of
 * rows that stand for a crew are not among them.
 */
export function programNames(folder: string): Set<string> {
  const crewRows = new Set(crewList.crews.map(({ misp }) => misp));
  const { values } = readJson<MispCluster>(folder, 'misp-galaxy', 'ransomware.json');
  return new Set(
    values
      .flatMap(({ uuid, value, meta }) => [...(crewRows.has(uuid) ? [] : [value]), ...(meta?.synonyms ?? [])])
      .map(fold),
  );
}
