import { Random } from './random.ts';
import { capitalised, WORDS } from './words.ts';

/**
 * Names that are nobody's, shaped like those of the dataset: a quarter of one token, four tenths of two, the rest
 * longer; half of all begin with a token that others begin with too; a part of those tokens are ordinary words.
 * A longer list begins with the shorter, so that growth adds names and changes none.
 */
export function coinedNames(count: number): string[] {
  const random = new Random(20_260_301);
  const names = new Set<string>();
  while (names.size < count) names.add(random.pick(SHAPES)(random, names.size));
  return [...names];
}

type Shape = (random: Random, soFar: number) => string;

/** One in twenty stands for five in a hundred names. */
const SHAPES: readonly Shape[] = [
  ...times(4, (random, soFar) => `${prefix(random, soFar)}${random.pick(['', '', '-', ' '])}${number(random, soFar)}`),
  ...times(5, (random) => coined(random)),
  ...times(4, (random) => `${word(random)} ${word(random)}`),
  ...times(2, (random) => `${coined(random)} ${word(random)}`),
  ...times(2, (random) => `${word(random)} ${coined(random)} ${word(random)}`),
  (random) => `Operation ${word(random)} ${coined(random)}`,
  (random) => `${random.pick(BODIES)} of ${word(random)} and ${word(random)} ${coined(random)}`,
  (random) => `${coined(random)} ${random.pick(['Team', 'Group', 'ransomware attack', 'campaign of 2021'])}`,
];

const BODIES = ['Ministry', 'Department', 'Office', 'Federal Office', 'National Centre', 'Directorate'];
const SYLLABLES =
  'ba bor cal cre dan dor el fen gor hal ix jar kes kor lan lu mar mer nar nis ol pas qua ran rin sal sen sir tar ten tor ul var vex vol wen xer yan zan zor'.split(
    ' ',
  );

/** Commoner words than this hardly ever begin a name. */
const COMMONEST = 800;
const RAREST = 20_000;

function word(random: Random): string {
  return capitalised(WORDS[COMMONEST + random.below(RAREST - COMMONEST)]!.toLowerCase());
}

function coined(random: Random): string {
  const syllables = Array.from({ length: 3 + random.below(2) }, () => random.pick(SYLLABLES));
  return capitalised(syllables.join(''));
}

/** "UNC", "Storm": every maker of names has one, and there are more makers among more names. */
function prefix(random: Random, soFar: number): string {
  const makers = 20 + soFar / 200;
  const maker = new Random(random.below(makers) + 77);
  return maker.chance(0.7)
    ? Array.from({ length: 2 + maker.below(3) }, () => String.fromCharCode(65 + maker.below(26))).join('')
    : coined(maker);
}

function number(random: Random, soFar: number): number {
  return 1 + random.below(100 + soFar);
}

function times(count: number, shape: Shape): Shape[] {
  return Array.from({ length: count }, () => shape);
}
