/** What a body does, as far as prose names bodies by it. */
export const ROLES = [
  'military-intelligence',
  'foreign-intelligence',
  'domestic-intelligence',
  'signals-intelligence',
  'cyber-security',
  'intelligence',
  'intelligence-ministry',
  'state-security-ministry',
  'public-security-ministry',
  'foreign-ministry',
  'defence-ministry',
  'election',
  'justice-ministry',
  'federal-police',
  'military',
  'crime-agency',
  'media-regulator',
  'sanctions-office',
  'computer-emergencies',
  'cyber-command',
  'signals-unit',
  'parliament',
  'privacy-regulator',
  'prosecutor',
  'financial-intelligence',
  'disinformation-agency',
] as const;
export type Role = (typeof ROLES)[number];

/** Ways to speak of a body by its role; `|` parts alternatives of one word. */
const PHRASES: Readonly<Record<Role, readonly string[]>> = {
  'military-intelligence': [
    'military intelligence agency|service|directorate|department|arm|organization|organisation|headquarters|branch|bureau|unit',
    'military intelligence',
    'military spy agency|service',
    'defence|defense intelligence agency|service|organisation|organization',
    'army intelligence',
    'military espionage agency|service',
    'military spy unit',
  ],
  'foreign-intelligence': [
    'foreign|external|overseas intelligence agency|service|directorate|bureau',
    'foreign|external|overseas spy agency|service',
    'foreign intelligence',
    'foreign|external|overseas espionage agency|service',
    'foreign|external intelligence arm|branch',
  ],
  'domestic-intelligence': [
    'domestic|internal intelligence agency|service',
    'domestic|internal security agency|service',
    'domestic spy agency|service',
    'counterintelligence|counter-intelligence agency|service',
    'domestic intelligence',
    'security police',
    'counterespionage|counter-espionage agency|service',
    'internal intelligence',
    'internal security service',
    'security and intelligence service|agency',
    'domestic counterintelligence|counter-intelligence service|agency',
    'security service|agency',
  ],
  'signals-intelligence': [
    'signals|electronic intelligence agency|service|directorate|bureau',
    'electronic spy|eavesdropping|espionage agency|service',
    'signals intelligence',
    'signals spy agency|service',
    'communications intelligence agency|service',
    'listening|wiretapping|code-breaking|codebreaking agency|service',
    'eavesdropping agency|service',
    'cyber spy|intelligence agency',
  ],
  'cyber-security': [
    'cyber security agency|centre|center|authority|body|watchdog|directorate|office|regulator',
    'cybersecurity|cyber agency|centre|center|authority|body|watchdog|directorate|office|regulator',
    'national cyber security agency|centre|center|authority',
    'national cybersecurity|cyber agency|centre|center|authority',
    'cyber defence|defense agency|centre|center|authority|body',
    'cyber security|response service|team|unit',
    'information security watchdog',
    'information security agency|office|authority',
    'internet security agency|centre|center',
    'digital security agency|authority',
  ],
  intelligence: [
    'spy|intelligence|espionage agency|service|bureau',
    'main|chief|top|leading|principal|primary|premier spy|intelligence agency|service|bureau',
    'secret service',
  ],
  'intelligence-ministry': ['intelligence ministry', 'ministry of intelligence'],
  'state-security-ministry': ['state security ministry|agency|service|apparatus', 'ministry of state security'],
  'public-security-ministry': ['public security ministry', 'ministry of public security'],
  'foreign-ministry': ['foreign ministry|office', 'foreign affairs ministry', 'ministry of foreign affairs'],
  'defence-ministry': ['defence|defense ministry|department', 'ministry of defence|defense'],
  election: [
    'election|elections|electoral commission|watchdog|authority|body|regulator',
    'election oversight body',
    'elections regulator',
  ],
  'justice-ministry': ['justice department|ministry'],
  'federal-police': ['federal|national police', 'federal investigators', 'federal criminal police'],
  military: ['military|army', 'armed forces'],
  'crime-agency': ['crime agency', 'serious and organised crime agency'],
  'media-regulator': [
    'media|internet|communications|telecoms|online regulator|watchdog|censor',
    'internet censorship agency|office',
    'cyberspace regulator|watchdog',
  ],
  parliament: ['parliament'],
  'privacy-regulator': [
    'data|privacy watchdog|regulator|commissioner',
    'data protection watchdog|regulator|authority|commissioner',
  ],
  prosecutor: ['federal prosecutor|prosecutors', 'federal public prosecutor', "federal prosecutor's office"],
  'financial-intelligence': ['financial intelligence unit|agency', 'financial crimes agency|unit|network'],
  'disinformation-agency': ['disinformation agency|watchdog|unit', 'foreign interference agency|watchdog'],
  'sanctions-office': ['sanctions office|authority|enforcer'],
  'computer-emergencies': [
    'computer emergency response|readiness team',
    'computer security incident response team',
    'cyber emergency response team',
  ],
  'cyber-command': ['cyber command|force', 'military cyber command|force|corps', 'cyber warfare command'],
  'signals-unit': [
    'signals intelligence unit|corps',
    'elite cyber unit',
    'cyber intelligence unit',
    'cyberwarfare unit',
  ],
};

/** Every phrase with its role, written out. */
export function rolePhrases(): [phrase: string, role: Role][] {
  const all = new Map<string, Role>();
  for (const role of ROLES) {
    for (const phrase of PHRASES[role])
      for (const written of expand(phrase)) if (!all.has(written)) all.set(written, role);
  }
  return [...all];
}

/** "spy|intelligence agency|service": every choice of words, in order. */
function expand(phrase: string): string[] {
  let written = [''];
  for (const word of phrase.split(' ')) {
    written = written.flatMap((head) => word.split('|').map((choice) => (head ? `${head} ${choice}` : choice)));
  }
  return written;
}
