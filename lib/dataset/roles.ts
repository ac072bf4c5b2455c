import type { Role } from '../matching/roles';
import type { Steps } from '../matching/steps';
import type { Agency } from '../model/agency';

/** For each role, the bodies of each country that prose may mean by it, mostly one: role → country → agencies. */
export type Bodies = Map<Role, Map<string, Agency['id'][]>>;

/** What an agency's type makes it, where it is the only one of its country. */
const BY_TYPE: Partial<Record<Agency['type'], Role>> = {
  'military-intel': 'military-intelligence',
  'foreign-intel': 'foreign-intelligence',
  security: 'domestic-intelligence',
  sigint: 'signals-intelligence',
  cyber: 'cyber-security',
  election: 'election',
  cert: 'computer-emergencies',
};

/**
 * Bodies of which news speaks by role where type and country leave several, or none. Facts, kept by hand; an id
 * that the dataset does not hold is passed over.
 */
const BY_HAND: Readonly<Record<Role, readonly string[]>> = {
  'military-intelligence': ['us-dia', 'au-dio', 'nl-mivd', 'kp-rgb', 'pk-isi'],
  'foreign-intelligence': ['us-cia', 'kp-rgb'],
  'domestic-intelligence': ['ru-fsb', 'lv-vdd', 'us-fbi', 'by-kgb', 'ua-sbu', 'gb-mi5', 'dk-pet'],
  'signals-intelligence': ['us-nsa', 'il-unit-8200', 'in-ntro', 'dk-ddis', 'nz-gcsb'],
  'cyber-security': ['jp-nco', 'kr-kisa', 'us-cisa', 'au-acsc', 'ua-ssscip', 'cz-nukib', 'no-ncsc', 'il-incd'],
  // "China's spy agency": the service that comes to every reader's mind, or none.
  intelligence: [
    ...['cn-mss', 'il-mossad', 'in-raw', 'kr-nis', 'kp-rgb', 'pk-isi', 'tr-mit', 'tw-nsb', 'ca-csis'],
    ...[
      'be-vsse',
      'by-kgb',
      'ch-fis',
      'eg-gid',
      'es-cni',
      'lt-vsd',
      'mn-gia',
      'nz-nzsis',
      'pt-sis',
      'sk-sis',
      'ge-gis',
    ],
  ],
  'intelligence-ministry': ['ir-mois', 'cn-mss'],
  'state-security-ministry': ['cn-mss', 'kp-mss', 'by-kgb', 'az-dtx', 'lv-vdd', 'be-vsse'],
  'public-security-ministry': ['cn-mps', 'vn-mps'],
  'foreign-ministry': [
    'cn-mfa',
    'ru-mfa',
    'kp-mfa',
    'ir-mfa',
    'fr-meae',
    'kr-mofa',
    'jp-mofa',
    'gb-fcdo',
    'au-dfat',
    'ca-gac',
  ],
  'defence-ministry': ['gb-mod', 'nl-mod', 'us-dod'],
  election: ['gb-electoral-commission', 'au-aec'],
  'justice-ministry': ['us-doj'],
  'federal-police': ['au-afp', 'de-bka', 'us-fbi', 'nl-politie', 'jp-npa', 'kr-knpa', 'ca-rcmp'],
  military: ['cn-pla'],
  'crime-agency': ['gb-nca'],
  'media-regulator': ['ru-roskomnadzor', 'cn-cac', 'us-fcc', 'sg-imda'],
  'sanctions-office': ['us-ofac', 'gb-ofsi'],
  'computer-emergencies': ['in-cert-in', 'ua-cert-ua', 'jp-jpcert', 'cn-cncert', 'nz-cert-nz'],
  'cyber-command': [
    'us-uscybercom',
    'vn-command-86',
    'fr-comcyber',
    'es-mcce',
    'cn-pla-cyberspace-force',
    'tw-icefcom',
    'gb-ncf',
  ],
  'signals-unit': ['il-unit-8200'],
  parliament: ['de-bundestag', 'no-storting', 'fi-eduskunta'],
  'privacy-regulator': ['gb-ico'],
  prosecutor: ['de-gba', 'be-federal-prosecutor'],
  'financial-intelligence': ['us-fincen', 'fr-tracfin'],
  'disinformation-agency': ['fr-viginum'],
};

/** Ministries are found by their ids' last part in every country that has one. */
const BY_SUFFIX: readonly [RegExp, Role][] = [
  [/-(?:mfa|mofa)$/, 'foreign-ministry'],
  [/-mod$/, 'defence-ministry'],
];

const SERVICES: ReadonlySet<string> = new Set<Agency['type']>([
  ...(['foreign-intel', 'military-intel', 'security', 'sigint'] as const),
]);
/** More than that leaves the reader with no answer. */
const MOST_SERVICES = 8;

export function* bodiesOf(agencies: readonly Agency[]): Steps<Bodies> {
  const current = agencies.filter((agency) => !agency.existedTo);
  const bodies: Bodies = new Map();
  const set = (role: Role, ...[agency, ...others]: [Agency, ...Agency[]]) => {
    const ids = [agency, ...others].map(({ id }) => id);
    bodies.set(role, (bodies.get(role) ?? new Map()).set(agency.country, ids));
  };
  // "The Russian spy agency" is one of its services, which one is open.
  const isService = ({ type }: Agency) => SERVICES.has(type);
  const services = current.filter(
    (agency) => isService(agency) && !current.some((other) => other.id === agency.parent && isService(other)),
  );
  yield;
  for (const agency of services) {
    const ofCountry = services.filter(({ country }) => country === agency.country);
    if (ofCountry.length <= MOST_SERVICES) set('intelligence', ...(ofCountry as [Agency, ...Agency[]]));
  }
  for (const [type, role] of Object.entries(BY_TYPE)) {
    // Parts of a service are not the service; a cyber-security centre may be part of one.
    const isHead = ({ parent }: Agency) => role === 'cyber-security' || !parent;
    const heads = current.filter((agency) => agency.type === type && isHead(agency));
    for (const agency of heads)
      if (heads.every((one) => one === agency || one.country !== agency.country)) set(role, agency);
  }
  for (const agency of current) {
    for (const [suffix, role] of BY_SUFFIX) if (suffix.test(agency.id)) set(role, agency);
  }
  for (const [role, slugs] of Object.entries(BY_HAND)) {
    for (const slug of slugs) {
      const agency = current.find((one) => one.id === `agency:${slug}`);
      if (agency) set(role as Role, agency);
    }
  }
  return bodies;
}
