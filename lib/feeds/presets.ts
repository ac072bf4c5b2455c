/** A feed that the reader can subscribe to without typing its address. Nothing is asked of it before that. */
export interface Preset {
  id: string;
  name: string;
  /** What it adds; the page has the words. */
  holds: 'groupsCampaigns' | 'threatActors' | 'groupNames';
  url: string;
  /** SPDX expression; the page knows the texts. */
  licence: string;
  /** About the feed, for people. */
  about: string;
}

export const PRESETS: readonly Preset[] = [
  {
    id: 'attack-enterprise',
    name: 'MITRE ATT&CK',
    holds: 'groupsCampaigns',
    url: 'https://raw.githubusercontent.com/mitre-attack/attack-stix-data/master/enterprise-attack/enterprise-attack.json',
    licence: 'LicenseRef-MITRE-ATTACK',
    about: 'https://github.com/mitre-attack/attack-stix-data',
  },
  {
    id: 'misp-threat-actors',
    name: 'MISP galaxy',
    holds: 'threatActors',
    url: 'https://raw.githubusercontent.com/MISP/misp-galaxy/main/clusters/threat-actor.json',
    licence: 'CC0-1.0 OR BSD-2-Clause',
    about: 'https://github.com/MISP/misp-galaxy',
  },
  {
    id: 'microsoft-names',
    name: 'Microsoft naming map',
    holds: 'groupNames',
    url: 'https://raw.githubusercontent.com/microsoft/mstic/master/PublicFeeds/ThreatActorNaming/MicrosoftMapping.json',
    licence: 'CC-BY-4.0',
    about: 'https://github.com/microsoft/mstic',
  },
];
