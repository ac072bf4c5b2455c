import type { Actor } from '../../model/actor';

/**
 * Who coined a name, where the name itself says so: vendors number and name groups by schemes of their own.
 * Used where an upstream gives a name without its vendor. The first scheme that fits counts.
 */
const SCHEMES: readonly (readonly [RegExp, string])[] = [
  [/^(?:TEMP[._].+|UNC\d{2,5}|FIN\d{1,2})$/, 'Mandiant'],
  [/^(?:Storm|DEV)-\d{4}$/i, 'Microsoft'],
  [/^\S+ (?:Typhoon|Blizzard|Sandstorm|Sleet|Tempest|Tsunami|Flood|Rain|Hail|Dust|Cyclone|Squall)$/i, 'Microsoft'],
  [
    /^\S+ (?:Panda|Bear|Kitten|Chollima|Spider|Jackal|Tiger|Leopard|Buffalo|Lynx|Saiga|Ocelot|Wolf|Sphinx)$/i,
    'CrowdStrike',
  ],
  [/^(?:GOLD|BRONZE|COBALT|NICKEL|IRON|TUNGSTEN|ZINC|OPAL) [A-Z]+$/i, 'Secureworks'],
  [/^TG-?\d{4}$/, 'Secureworks'],
  [/^(?:TA\d{3,4}|UNK_\w+)$/, 'Proofpoint'],
  [/^(?:Earth|Water|Void) \p{Lu}\p{L}+$/u, 'Trend Micro'],
  [/^APT-C-\d+$/, 'Qihoo 360'],
  [/^(?:APT|UTG)-Q-\d+$/, 'QiAnXin'],
  [/^UAC-\d{4}$/, 'CERT-UA'],
  [/^\S+ (?:Taurus|Libra|Ursa|Serpens|Pisces|Scorpius|Leo|Draco)$/i, 'Palo Alto Networks Unit 42'],
  [/^(?:CL|TGR)-(?:STA|CRI|UNK)-\d{4}$/, 'Palo Alto Networks Unit 42'],
  [/^ATK ?\d+$/, 'Thales'],
  [/^(?:ITG\d+|Hive-?\d{4})$/i, 'IBM'],
  [/^TAG-\d+$/, 'Recorded Future'],
  [/^UTA\d{4}$/, 'Volexity'],
  [/^UAT-?\d{4,5}$/, 'Cisco Talos'],
  [/^Sector[A-Z]\d{2}$/, 'NSHC'],
  [/^Larva[-‑]\d+$/, 'AhnLab'],
  [/^STAC\d+$/, 'Sophos'],
  [/^REF\d+$/, 'Elastic'],
  [/^(?:Red|White|Blue|Yellow|Black) Dev \d+$/, 'PwC'],
  [/^SLIME\d+$/, 'TeamT5'],
  [/^Actor2\d{5}$/, 'NSFOCUS'],
  [/^\S+ (?:Comet|Neptune|Relic|Castle)$/i, 'Google'],
];

/** The vendor whose scheme a name follows; undefined where it tells nothing. */
export function vendorByScheme(name: string): string | undefined {
  return SCHEMES.find(([pattern]) => pattern.test(name))?.[1];
}

/** Schemes that say what kind of group it is, as their vendors explain them. */
const CLASSES: readonly (readonly [RegExp, Actor['class']])[] = [
  [/ SPIDER$/i, 'criminal'],
  [/^GOLD [A-Z]+$/, 'criminal'],
  [/ Tempest$/, 'criminal'],
  [/^FIN\d{1,2}$/, 'criminal'],
  [/ JACKAL$/i, 'hacktivist'],
  [/ Tsunami$/, 'contractor'],
  [/ Flood$/, 'influence'],
];

/** The class of actor that the scheme of the group's main name implies. */
export function classByScheme(name: string): Actor['class'] | undefined {
  return CLASSES.find(([pattern]) => pattern.test(name))?.[1];
}

/** Upstreams' spellings of vendors → ours. Begins-with comparison, letter case aside. */
const VENDORS: readonly (readonly [string, string])[] = [
  ['palo alto', 'Palo Alto Networks Unit 42'],
  ['unit 42', 'Palo Alto Networks Unit 42'],
  ['google cloud blog', 'Google'],
  ['google', 'Google'],
  ['cisco talos', 'Cisco Talos'],
  ['talos', 'Cisco Talos'],
  ['mcafee', 'McAfee'],
  ['broadcom', 'Symantec'],
  ['symantec', 'Symantec'],
  ['blackberry', 'BlackBerry'],
  ['dell secureworks', 'Secureworks'],
  ['secureworks', 'Secureworks'],
  ['scwx', 'Secureworks'],
  ['crowdstrike', 'CrowdStrike'],
  ['microsoft', 'Microsoft'],
  ['mandiant', 'Mandiant'],
  ['fireeye', 'Mandiant'],
  ['proofpoint', 'Proofpoint'],
  ['kaspersky', 'Kaspersky'],
  ['trend micro', 'Trend Micro'],
  ['recorded future', 'Recorded Future'],
  ['check point', 'Check Point'],
  ['sentinelone', 'SentinelOne'],
  ['sentinellabs', 'SentinelOne'],
  ['eset', 'ESET'],
  ['group-ib', 'Group-IB'],
  ['dragos', 'Dragos'],
  ['pwc', 'PwC'],
  ['volexity', 'Volexity'],
  ['malwarebytes', 'Malwarebytes'],
  ['bitdefender', 'Bitdefender'],
  ['sophos', 'Sophos'],
  ['intezer', 'Intezer'],
  ['fortinet', 'Fortinet'],
  ['elastic', 'Elastic'],
  ['withsecure', 'WithSecure'],
  ['f-secure', 'F-Secure'],
  ['fox-it', 'Fox-IT'],
  ['trellix', 'Trellix'],
  ['rapid7', 'Rapid7'],
  ['zscaler', 'Zscaler'],
  ['cert-ua', 'CERT-UA'],
  ['ibm', 'IBM'],
  ['thales', 'Thales'],
  ['qianxin', 'QiAnXin'],
  ['qihoo', 'Qihoo 360'],
  ['nhsc', 'NSHC'],
  ['nshc', 'NSHC'],
  ['ahnlab', 'AhnLab'],
  ['tencent', 'Tencent'],
  ['clearsky', 'ClearSky'],
  ['trustwave', 'Trustwave'],
  ['knownsec', 'Knownsec'],
  ['nsfocus', 'NSFOCUS'],
];

/** Our spelling of a vendor; undefined for what is none ("vendor consensus", "self-claimed"). */
export function vendorNamed(text: string): string | undefined {
  const bare = text.trim().toLowerCase();
  return VENDORS.find(([start]) => bare.startsWith(start))?.[1];
}
