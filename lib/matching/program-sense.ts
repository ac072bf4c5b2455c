import { nearby } from './nearby';

/**
 * Whether a name that a group shares with its program means the one or the other where it stands, read off the
 * words right before and after. `undefined` where they don't say.
 */
export type Sense = 'group' | 'program';

/** How far the words that tell stand, in UTF-16 units. */
const REACH = 48;

/** People, and what only people do: "Trickbot gang", "LockBit’s leak site", "Qilin claimed". */
const PEOPLE_AFTER =
  /^(?:['’]s?)?["”’)]?[\s,-]{0,2}(?:(?:ransomware|malware|cyber|cybercrime|hacking|hacker|extortion|ransom)[\s-]+)*(?:gangs?|groups?|crews?|hackers?|operators?|affiliates?|actors?|members?|cartel|syndicate|(?:cyber)?criminals?|team|collective|hacktivists|developers?|administrators?|admins?|leaders?|leadership|spokes\w+|boss|kingpin|negotiators?|(?:data[\s-])?leak\s(?:web)?site|blog|extortion|(?:has |have |had |also |later |then |reportedly |allegedly |first )*(?:claim(?:s|ed|ing)?|says?|said|told|post(?:s|ed)|list(?:s|ed)|threaten(?:s|ed)|demand(?:s|ed)|took (?:credit|responsibility)|boast(?:s|ed)|alleg(?:es|ed)|stole|announc(?:es|ed)|published|leak(?:s|ed)|recruits?|rebranded|re-emerged|disbanded|shut down))\b|^[”’"』」]?\s?(?:APT)?(?:勒索(?:软件|病毒)?|黑客|间谍|攻击)?(?:组织|組織|团伙|團夥|黑客|駭客|黑产|攻击者|小组)/i;
/** "members of Trickbot", "attributed to Conti", "claimed by Akira". */
const PEOPLE_BEFORE =
  /\b(?:members?|affiliates?|operators?|victims?|leaders?|administrators?|developers?|hackers?|people|criminals?|group|gang|crew|cartel|syndicate|collective)\s(?:of|behind|at|from|with|known as|called|named|dubbed)\s(?:the\s)?["“'‘]?$|\b(?:claimed|attributed|linked|tied|belonging)\s(?:by|to)\s(?:the\s)?["“'‘]?$|\b(?:gang|group|crew|hackers|actor|actors|adversary|cartel|syndicate|collective),?\s["“'‘(]?$/i;
/** What only programs have: "REvil payload", "Akira ransomware binary". */
const THING_AFTER =
  /^(?:['’]s?)?["”’)]?[\s-]{1,2}(?:(?:banking|malicious|ransomware|malware|new|linux|windows|esxi|android|main|second[\s-]stage)[\s-]+)*(?:malware|ransomware|trojans?|loaders?|payloads?|samples?|variants?|infections?|infected|binary|binaries|executables?|modules?|dlls?|droppers?|rats?|stealers?|botnets?|bots?|backdoors?|implants?|encryptors?|decryptors?|encryption|builders?|source code|config(?:uration)?|strains?|famil(?:y|ies)|shellcode|downloaders?|worms?|wipers?|code|plug-?ins?|c2|c&c|beacons?|agents?|processe?s?|files?|spyware|skimmers?|scripts?)\b|^[”’"』」]?\s?(?:木马|木馬|病毒|勒索|恶意|惡意|后门|後門|样本|樣本|蠕虫|家族|远控|变种|变体|僵尸网络|加载器|窃密)/i;
/** What is done with programs: "deployed Conti", "a variant of REvil", "infected with Ryuk". */
const THING_BEFORE =
  /\b(?:deploy|deliver|drop|install|download|execut|distribut|load|spread|push|inject|detonat|launch|encrypt)\w*\s(?:\w+\s)?(?:the\s|a\s|an\s)?["“'‘]?$|\b(?:infect\w*|compromised)\s(?:with|by|using)\s(?:the\s)?["“'‘]?$|\bencrypt\w*\s(?:with|using)\s(?:the\s)?["“'‘]?$|\b(?:variants?|versions?|strains?|samples?|copies|copy|payloads?|builds?|deployment|distribution|delivery|analysis|use|installation)\sof\s(?:the\s)?["“'‘]?$|\b(?:malware|ransomware|trojans?|botnets?|loaders?|backdoors?|stealers?|payloads?|implants?|tools?|famil(?:y|ies)|strains?|spyware)(?:,?\s(?:such as|like|including|called|named|known as|dubbed|is|was|–|—))?:?\s["“'‘(]?$/i;
/** Two names in one breath: "Trickbot and BazarLoader", "(GandCrab, WannaCry)". */
const ONE_BREATH = /^["”’')]?\s?(?:,|\/|,?\s?(?:and|or|&|und|et|y|и|та))\s?["“‘'(]?$/i;

/** @param others where, in the same text and in its order, the names stand that mean programs only. */
export function senseOf(
  text: string,
  start: number,
  end: number,
  others: readonly { start: number; end: number }[],
): Sense | undefined {
  const before = text.slice(Math.max(0, start - REACH), start);
  const after = text.slice(end, end + REACH);
  if (PEOPLE_AFTER.test(after)) return 'group';
  if (THING_AFTER.test(after)) return 'program';
  if (PEOPLE_BEFORE.test(before)) return 'group';
  if (THING_BEFORE.test(before)) return 'program';
  const beside = nearby(others, start - REACH, end + REACH).some(
    (other) =>
      (other.end < start && start - other.end < 8 && ONE_BREATH.test(text.slice(other.end, start))) ||
      (other.start > end && other.start - end < 8 && ONE_BREATH.test(text.slice(end, other.start))),
  );
  return beside ? 'program' : undefined;
}
