/**
 * Other written forms of a name by the grammar of its language: cases of Russian, Ukrainian and Polish, the German
 * genitive, and the one-letter words that Arabic and Hebrew write together with what follows. Rules of thumb for
 * names of bodies and groups, whose head comes first, with adjectives before it: the head and its adjectives
 * change, what follows stays. Bounded: at most `MOST` forms a name.
 *
 * @param lang BCP 47 tag; languages without rules give no forms.
 */
export function inflectedForms(name: string, lang: string): string[] {
  const rules = RULES[lang.split('-')[0]!];
  if (!rules) return [];
  const forms = new Set(rules(name));
  forms.delete(name);
  return [...forms].slice(0, MOST);
}

const MOST = 12;

const RULES: Readonly<Record<string, (name: string) => string[]>> = {
  ru: (name) => declined(name, RUSSIAN),
  be: (name) => declined(name, RUSSIAN),
  uk: (name) => declined(name, UKRAINIAN),
  pl: (name) => declined(name, POLISH),
  de: german,
  ar: arabic,
  he: hebrew,
};

/**
 * Endings and what replaces them, one column a case: genitive, dative, then what the language tells apart. The first
 * rule whose ending fits is taken; adjectives take the column of their noun.
 */
interface Declension {
  adjectives: readonly Rule[];
  nouns: readonly Rule[];
}
type Rule = readonly [ending: RegExp, cases: readonly string[]];

const RUSSIAN: Declension = {
  adjectives: [
    [/ая$/u, ['ой', 'ой', 'ую', 'ой']],
    [/яя$/u, ['ей', 'ей', 'юю', 'ей']],
    [/(?:ый|ой|ое)$/u, ['ого', 'ому', 'ым', 'ом']],
    [/(?<=[гкхжшчщ])(?:ий|ее)$/u, ['ого', 'ому', 'им', 'ом']],
    [/(?:ий|ее)$/u, ['его', 'ему', 'им', 'ем']],
  ],
  nouns: [
    [/ия$/u, ['ии', 'ии', 'ию', 'ией']],
    [/ие$/u, ['ия', 'ию', 'ием', 'ии']],
    [/(?<=[гкхжшчщ])а$/u, ['и', 'е', 'у', 'ой']],
    [/а$/u, ['ы', 'е', 'у', 'ой']],
    [/я$/u, ['и', 'е', 'ю', 'ей']],
    [/о$/u, ['а', 'у', 'ом', 'е']],
    [/(?<=[бвгджзклмнпрстфхцчшщ])$/u, ['а', 'у', 'ом', 'е']],
  ],
};

const UKRAINIAN: Declension = {
  adjectives: [
    [/(?<=ськ|цьк|зьк|н|ов)а$/u, ['ої', 'ій', 'у', 'ою']],
    [/(?<=ськ|цьк|зьк|н|ов)(?:е|ий)$/u, ['ого', 'ому', 'им', 'ому']],
  ],
  nouns: [
    [/ція$/u, ['ції', 'ції', 'цію', 'цією']],
    [/ння$/u, ['ння', 'нню', 'нням', 'нні']],
    [/а$/u, ['и', 'і', 'у', 'ою']],
    [/я$/u, ['і', 'і', 'ю', 'ею']],
    [/о$/u, ['а', 'у', 'ом', 'і']],
    [/(?<=[бвгджзклмнпрстфхцчшщ])$/u, ['у', 'ові', 'ом', 'і', 'а']],
  ],
};

const POLISH: Declension = {
  adjectives: [
    [/(?<=[kg])a$/u, ['iej', 'iej', 'ą', 'ą']],
    [/(?<=n|w|sk|ck|dz)a$/u, ['ej', 'ej', 'ą', 'ą']],
    [/(?<=[kg])i$/u, ['iego', 'iemu', 'im', 'im']],
    [/[ye]$/u, ['ego', 'emu', 'ym', 'ym']],
  ],
  nouns: [
    [/cja$/u, ['cji', 'cji', 'cję', 'cją']],
    [/ga$/u, ['gi', 'dze', 'gę', 'gą']],
    [/ka$/u, ['ki', 'ce', 'kę', 'ką']],
    [/a$/u, ['y', 'ie', 'ę', 'ą']],
    [/ro$/u, ['ra', 'ru', 'rem', 'rze']],
    [/two$/u, ['twa', 'twu', 'twem', 'twie']],
    [/o$/u, ['a', 'u', 'em', 'ie']],
    [/(?<=\p{Ll})$/u, ['u', 'owi', 'em', 'ie', 'a']],
  ],
};

function declined(name: string, { adjectives, nouns }: Declension): string[] {
  const words = name.split(' ');
  const isAdjective = (word: string) => adjectives.some(([ending]) => ending.test(word));
  // The last word is the head where only adjectives stand before it, and where the first has no cases.
  let head = words.findIndex((word) => !isAdjective(word));
  if (head < 0 || !nouns.some(([ending]) => ending.test(words[head]!))) head = words.length - 1;
  const noun = nouns.find(([ending]) => ending.test(words[head]!));
  if (!noun || isAcronym(words[head]!)) return [];
  return noun[1].map((ending, column) =>
    words
      .map((word, at) => {
        if (at === head) return word.replace(noun[0], ending);
        const rule = at < head ? adjectives.find(([adjectiveEnding]) => adjectiveEnding.test(word)) : undefined;
        return rule ? word.replace(rule[0], rule[1][Math.min(column, 3)]!) : word;
      })
      .join(' '),
  );
}

function isAcronym(word: string): boolean {
  return word === word.toUpperCase();
}

/** "des Bundesamts für …", "des Militärischen Abschirmdienstes". */
function german(name: string): string[] {
  const words = name.split(' ');
  const head = words.findIndex((word) => !/^\p{Lu}\p{L}+(?:er|e|es)$/u.test(word) || words.length === 1);
  const noun = words[head < 0 ? words.length - 1 : head]!;
  if (!/^\p{Lu}\p{Ll}{3,}$/u.test(noun)) return [];
  const at = head < 0 ? words.length - 1 : head;
  const genitives = /[sßxz]$/u.test(noun) ? [`${noun}es`] : [`${noun}s`, `${noun}es`];
  const nounForms = /(?:ung|heit|keit|ei|schaft|tion|e|en|s|ität)$/u.test(noun) ? [noun] : [noun, ...genitives];
  const adjectiveForms = at ? ['e', 'en', 'er'] : [''];
  return adjectiveForms.flatMap((ending) =>
    nounForms.map((form) =>
      words.map((word, i) => (i < at ? word.replace(/(?:er|es|e)$/u, ending) : i === at ? form : word)).join(' '),
    ),
  );
}

/** و and, ف then, ب by, ك as, ل for; ل and the article join to لل. */
function arabic(name: string): string[] {
  const forArticle = name.startsWith('ال') ? [`لل${name.slice(2)}`, `ولل${name.slice(2)}`] : [`ل${name}`, `ول${name}`];
  return [...['و', 'ف', 'ب', 'ك', 'وب'].map((word) => word + name), ...forArticle];
}

/** ה the, ו and, ב in, ל to, מ from, ש that, כ as. */
function hebrew(name: string): string[] {
  return ['ב', 'ל', 'מ', 'ו', 'ש', 'ה', 'כ', 'וב'].map((word) => word + name);
}
