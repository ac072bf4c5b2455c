/** Letters of other alphabets that print like a Latin one, by that letter (after Unicode's confusables.txt, UTS #39). */
const TWINS: Readonly<Record<string, string>> = {
  a: 'аα',
  A: 'АΑ',
  B: 'ВΒ',
  c: 'сϲ',
  C: 'СϹ',
  d: 'ԁ',
  e: 'е',
  E: 'ЕΕ',
  g: 'ɡց',
  h: 'һհ',
  H: 'НΗ',
  i: 'іι',
  I: 'ІӀΙ',
  j: 'јϳ',
  J: 'Ј',
  k: 'к',
  K: 'КΚ',
  l: 'ӏ',
  M: 'МΜ',
  n: 'ո',
  N: 'Ν',
  o: 'оοօ',
  O: 'ОΟՕ',
  p: 'рρ',
  P: 'РΡ',
  q: 'ԛ',
  s: 'ѕ',
  S: 'ЅՏ',
  T: 'ТΤ',
  u: 'υս',
  U: 'Ս',
  v: 'ѵν',
  w: 'ԝω',
  W: 'Ԝ',
  x: 'хχ',
  X: 'ХΧ',
  y: 'уγ',
  Y: 'ҮΥ',
  Z: 'Ζ',
};

const LATIN_TWIN = new Map(
  Object.entries(TWINS).flatMap(([latin, twins]) => [...twins].map((twin): [string, string] => [twin, latin])),
);

/** Alphabets whose letters are drawn like Latin ones. Han, kana and Hangul stand beside Latin in honest names. */
const ALIKE = /[\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Armenian}\p{Script=Cherokee}]/u;

/** Whether one word mixes Latin letters with letters that pass for them: no language writes so. */
export function mixesAlphabets(name: string): boolean {
  const words = name.match(/[\p{L}\p{M}]+/gu) ?? [];
  return words.some((word) => /\p{Script=Latin}/u.test(word) && ALIKE.test(word));
}

/** The Latin name that this one, in another alphabet, would be read as; `undefined` where some letter tells. */
export function latinTwin(name: string): string | undefined {
  if (!ALIKE.test(name)) return undefined;
  let twin = '';
  for (const letter of name) {
    if (!ALIKE.test(letter)) twin += letter;
    else if (LATIN_TWIN.has(letter)) twin += LATIN_TWIN.get(letter)!;
    else return undefined;
  }
  return twin;
}
