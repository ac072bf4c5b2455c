import { Random } from './random.ts';
import { capitalised, spokenWord } from './words.ts';

/** How a text is made. */
export interface ProseOptions {
  /** Length wanted, UTF-16 units; the last sentence is cut there. */
  units: number;
  /** Names that its sentences about attacks mention. */
  names: readonly string[];
  /** Share of paragraphs that are about attacks; the rest names nobody on purpose. */
  aboutAttacks: number;
}

/** What a cyber article says, each with one to three names. */
const ATTACK_SENTENCES = [
  'Researchers at the company said on Tuesday that the intrusion was the work of {}, a hacking group that has been active since 2016.',
  'The government attributed the campaign to {}, which it says acts for the intelligence service of its country.',
  'The malware was first seen in 2019 in attacks by {}, also known as {}.',
  'A spokeswoman for the embassy rejected the accusation as groundless.',
  'In a joint advisory, the agencies of five countries warned of phishing by {} against ministries and think tanks.',
  'The attackers, tracked as {} by one vendor and as {} by another, used stolen credentials to reach the mail server.',
  'Prosecutors charged four officers, whom the indictment calls members of {}, with the theft of data.',
  'It is not clear whether {} and {} are the same group or only share tools and infrastructure.',
  'The ransomware gang {} claimed the breach on its leak site and threatened to publish the files.',
  'Analysts assess with moderate confidence that the operation was carried out by hackers linked to {}.',
  'Sanctions were imposed on two companies that were said to be fronts for {}.',
  'The exploit had been patched in March, but {} went on scanning for servers that were not updated.',
  'Officials in China, Russia and Iran have denied any part in cyber-espionage.',
  '“We have seen {} do this before,” said the head of threat intelligence; “{} is quieter.”',
];

/** Prose for measuring: sentences of English words as often as English uses them, and paragraphs about attacks. */
export function prose({ units, names, aboutAttacks }: ProseOptions): string {
  const random = new Random(41);
  const paragraphs: string[] = [];
  for (let length = 0; length < units; length += paragraphs.at(-1)!.length + 1) {
    const isAboutAttacks = random.chance(aboutAttacks);
    const sentences = Array.from({ length: 3 + random.below(4) }, () =>
      isAboutAttacks && random.chance(0.75) ? attackSentence(random, names) : plainSentence(random),
    );
    paragraphs.push(sentences.join(' '));
  }
  return flat(paragraphs.join('\n').slice(0, units));
}

function attackSentence(random: Random, names: readonly string[]): string {
  return random.pick(ATTACK_SENTENCES).replaceAll('{}', () => random.pick(names));
}

function plainSentence(random: Random): string {
  const words = Array.from({ length: 8 + random.below(18) }, () => spokenWord(random));
  const at = random.below(words.length);
  if (random.chance(0.3)) words[at] = capitalised(words[at]!);
  if (random.chance(0.2)) words[at] = String(1 + random.below(3000));
  if (random.chance(0.5)) words[words.length >> 1] += ',';
  return `${capitalised(words.join(' '))}.`;
}

/** One run of memory, as a text that came in a message is, and not a tree of slices. */
function flat(text: string): string {
  return Buffer.from(text, 'utf16le').toString('utf16le');
}
