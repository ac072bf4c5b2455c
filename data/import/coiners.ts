import { vendorByScheme } from '../../lib/feeds/names/naming-schemes';
import { fold } from '../../lib/matching/fold';
import type { Alias } from '../../lib/model/alias';

/**
 * Schemes that a name tells by its form, beside those that the feeds know. Forms that two vendors share are not
 * here: `Red Keres` is PwC's, `Red Sandstorm` Microsoft's, `Red Eyes` AhnLab's.
 */
const SCHEMES: readonly (readonly [RegExp, string])[] = [
  [
    /^(?:Red|Blue|Purple|Green)(?:Alpha|Bravo|Charlie|Delta|Echo|Foxtrot|Golf|Hotel|India|Juliett|Kilo|Lima|Mike|November)$/,
    'Recorded Future',
  ],
  [/^(?:Threat Group|TG)[- ]?\d{4}$/, 'Secureworks'],
  [/^\S+ Werewolf$/, 'BI.ZONE'],
  [/^\S+ Likho$/, 'Kaspersky'],
  [/^\S+ Crane$/, 'CrowdStrike'],
  [/^Magecart Group \d+$/, 'RiskIQ'],
  [/^SIG\d+$/, 'NSA'],
];

/** Names of no tell-tale form, by who coined them: vendors' own reports, as far as they are known. */
const CASES: Readonly<Record<string, readonly string[]>> = {
  Accenture: ['BELUGASTURGEON', 'DRAGONFISH', 'HOGFISH', 'Mudcarp', 'POND LOACH', 'Winterflounder'],
  AhnLab: ['Red Eyes'],
  Antiy: ['BabyElephant', '绿斑'],
  Bitdefender: ['Pacifier APT'],
  'Blue Coat': ['Inception'],
  'Check Point': ['Big Bang APT'],
  CISA: ['BeagleBoyz'],
  'Cisco Talos': ['Group 72'],
  ClearSky: ['Siamesekitten', 'Thamar Reservoir'],
  CrowdStrike: ['Lorec Bear', 'StellarParticle'],
  Cybereason: ['Bearded Barbie'],
  Cylance: ['Op Cleaver', 'Operation Cleaver', 'Tarh Andishan'],
  'DHS/FBI': ['Grizzly Steppe'],
  Datadog: ['Tenacious Pungsan'],
  Dragos: ['ALLANITE', 'COVELLITE', 'HEXANE', 'Raspite'],
  ESET: ['DeceptiveDevelopment', 'LookingFrog', 'SturgeonPhisher'],
  ESTsecurity: ['금성121'],
  'F-Secure': ['Callisto'],
  Google: [
    'BLACKSTEM',
    'DUNE',
    'DUSTYCAVE',
    'GREATRIFT',
    'HOODOO',
    'ICECAP',
    'ISLANDDREAMS',
    'MARNANBRIDGE',
    'MASAN',
    'MUDDYCOAST',
    'MYSTICDOME',
    'Pukchong',
  ],
  Graphika: ['Spamouflage', 'Spamouflage Dragon'],
  'Group-IB': ['Anunak', 'Silence group'],
  'iSIGHT Partners': ['Koala Team', 'Newscaster Team', 'Sandworm Team'],
  Kaspersky: [
    'BlueTraveller',
    'Chinastrats',
    'CloudComputating',
    'CobaltGoblin',
    'Desert Falcons',
    'DustSquad',
    'Equation',
    'HoneyMyte',
    'IAmTheKing',
    'Lamberts',
    'LazyMeerkat',
    'NetTraveler',
    'NewsBeef',
    'Operation Erebus',
    'Poisoned Flight',
    'Roaming Mantis Group',
    'SixLittleMonkeys',
    'Skipper Turla',
    'The Mask',
    'Ugly Face',
    'WhiteBear',
    'Winnti',
  ],
  'Kudelski Security': ['Sphinx Moth'],
  Mandiant: ['GREF', 'Menupass Team', 'Operation Saffron Rose', 'Sunshop Group'],
  McAfee: ['Operation Troy'],
  NETSCOUT: ['Operation Stolen Pencil'],
  NSFOCUS: ['Lorec53'],
  NSHC: ['SectorJ04 Group'],
  NTT: ['Operation RestyLink', 'WaterPlum'],
  Norman: ['Operation Hangover'],
  Novetta: ['Axiom'],
  'Palo Alto Networks Unit 42': [
    'Gamaredon Group',
    'Prince of Persia',
    'Rancor group',
    'SolarStorm',
    'The Gorgon Group',
    'Tropicalscorpius',
    'Vermin',
  ],
  'Positive Technologies': ['Space Pirates', 'TaxOff'],
  Proofpoint: ['Balikbayan Foxes'],
  PwC: [
    'Black Artemis',
    'Blue Athena',
    'Blue Echidna',
    'Blue Kitsune',
    'Blue Kraken',
    'Blue Odin',
    'Blue Otso',
    'Blue Python',
    'Green Havildar',
    'Grey Karkadann',
    'Orange Athos',
    'Orange Kala',
    'Orange Yali',
    'Purple Vallhund',
    'Red Beifang',
    'Red Chimera',
    'Red Djinn',
    'Red Hariasa',
    'Red Kelpie',
    'Red Keres',
    'Red Ladon',
    'Red Lich',
    'Red Orthrus',
    'Red Pegasus',
    'Red Phoenix',
    'Red Salamander',
    'Red Scylla',
    'Red Sylvan',
    'Red Vulture',
    'Red Wendigo',
    'White Giant',
    'Yellow Nabu',
  ],
  QiAnXin: ['魔罗桫'],
  'Qihoo 360': [
    'Blue Mushroom',
    'Golden Falcon',
    'Golden RAT',
    'GoldMouse',
    'NuclearCrisis',
    'PoisonVine',
    'Sapphire Mushroom',
    'Two-tailed Scorpion',
  ],
  RSA: ['Shell Crew'],
  Securonix: ['DEV#POPPER'],
  Seqrite: ['Operation CargoTalon', 'Unknown-Group-901'],
  Sophos: ['Rotten Tomato'],
  Sygnia: ['Elephant Beetle'],
  Symantec: [
    'Appleworm',
    'Blackfly',
    'Budminer cyberespionage group',
    'Cardinal',
    'Cloudy Omega',
    'Coreid',
    'Elderwood',
    'Elderwood Gang',
    'Fireant',
    'Grayfly',
    'Hecamede',
    'Jewelbug',
    'Jointworm',
    'Morpho',
    'Strider',
    'Swallowtail',
    'Vedalia',
  ],
  TeamT5: ['CamoFei', 'GreedyTaotie', 'HUAPI', 'LuoYu'],
  ThreatConnect: ['Camerashy'],
  'Trend Micro': [
    'GamblingPuppet',
    'Operation C-Major',
    'Operation Poisoned News',
    'Shrouded Crossbow',
    'Tropic Trooper',
  ],
  Vectra: ['Moonlight'],
  Volexity: ['Evil Eye', 'GruesomeLarch', 'Operation Exchange Marauder'],
};

const BY_NAME = new Map(Object.entries(CASES).flatMap(([vendor, names]) => names.map((name) => [fold(name), vendor])));

/** Microsoft's names until April 2023: chemical elements, mountains and plants in capitals. */
const ELEMENT =
  /^(?:[A-Z]{4,}IUM|ALUMINUM|ARGON|BORON|BISMUTH|BROMINE|CARBON|CHLORINE|COBALT|COPPER|GOLD|HYDROGEN|IODINE|KRYPTON|LEAD|MANGANESE|MERCURY|NICKEL|PHOSPHORUS|SILICON|SULFUR|TAAL|TANTALUM|TUNGSTEN|ELBRUS|ZINC|OXYGEN|CHIMBORAZO|DENALI|KNOTWEED|SOURGUM)$/;
const WEATHER =
  /^\S+ (?:Typhoon|Blizzard|Sandstorm|Sleet|Tempest|Tsunami|Flood|Rain|Hail|Dust|Cyclone|Squall|Lightning)$/;
/** Month in which Microsoft changed from elements and `DEV-` numbers to the weather and `Storm-` numbers. */
const RENAMED = '2023-04';

/** Who coined a name, told by its form or known from the coiner's report; undefined where neither tells. */
export function coinerOf(name: string): string | undefined {
  return vendorByScheme(name) ?? SCHEMES.find(([pattern]) => pattern.test(name))?.[1] ?? BY_NAME.get(fold(name));
}

/**
 * The aliases with what their forms tell: who coined them, and while a scheme was in use. What is on file stays.
 * Names that a group gave itself have no coiner.
 */
export function coined(aliases: readonly Alias[]): Alias[] {
  const told = aliases.map(withCoiner);
  const wasRenamed = told.some(({ text, namedBy }) => isMicrosofts(namedBy) && ELEMENT.test(text));
  return wasRenamed ? told.map(withRenaming) : told;
}

function withCoiner(alias: Alias): Alias {
  const vendor = alias.namedBy || alias.relation === 'persona' ? undefined : coinerOf(alias.text);
  const named: Alias = vendor ? { ...alias, namedBy: [vendor] } : alias;
  const isOver = isMicrosofts(named.namedBy) && (ELEMENT.test(alias.text) || /^DEV-\d{4}$/i.test(alias.text));
  return isOver && !named.validTo ? { ...named, validTo: RENAMED } : named;
}

/** Groups that had an element's name got their present one on the day of the change. */
function withRenaming(alias: Alias): Alias {
  const isPresent = isMicrosofts(alias.namedBy) && alias.relation === 'exact' && WEATHER.test(alias.text);
  return isPresent && !alias.validFrom ? { ...alias, validFrom: RENAMED } : alias;
}

function isMicrosofts(namedBy: Alias['namedBy']): boolean {
  return namedBy?.length === 1 && namedBy[0] === 'Microsoft';
}
