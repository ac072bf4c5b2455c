import type { Reader, Reading } from '../proposal';
import { proposeActor } from './actor-proposal';
import { readJson } from './json';

interface AttackObject {
  type: string;
  id: string;
  name?: string;
  aliases?: string[];
  revoked?: boolean;
  x_mitre_deprecated?: boolean;
  external_references?: { source_name: string; external_id?: string }[];
}

const FILES = ['enterprise', 'ics', 'mobile'].map((domain) => `${domain}-attack-18.1-groups-campaigns.json`);

/** MITRE ATT&CK groups (STIX `intrusion-set`), each once though it stands in several domains. */
export const attackGroups: Reader = {
  upstream: 'attack',
  title: 'ATT&CK groups',
  *read(folder): Iterable<Reading> {
    const seen = new Set<string>();
    for (const file of FILES) {
      for (const object of readJson<{ objects: AttackObject[] }>(folder, 'mitre-attack', file).objects) {
        if (object.type !== 'intrusion-set' || seen.has(object.id)) continue;
        seen.add(object.id);
        const name = object.name ?? object.id;
        if (object.revoked || object.x_mitre_deprecated) {
          yield { upstream: 'attack', collection: 'actors', refused: name, why: 'revoked or deprecated by upstream' };
          continue;
        }
        const attack = object.external_references?.find((one) => one.source_name === 'mitre-attack')?.external_id;
        yield proposeActor({
          upstream: 'attack',
          source: 'source:mitre-attack',
          locator: object.id,
          name,
          class: 'unknown',
          names: (object.aliases ?? []).map((text) => ({ text })),
          ext: { ...(attack ? { attack } : {}), stix: object.id },
        });
      }
    }
  },
};
