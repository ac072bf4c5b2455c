import { Random } from '../bench/material/random.ts';

/** What may stand between the parts of a name, or anywhere, and hardly ever does. */
const SEPARATORS = [
  ' ',
  '  ',
  '-',
  '\u2011',
  '\u2013',
  '\u00a0',
  '\u3000',
  '\n',
  '\n      ',
  '\t',
  '',
  '.',
  '_',
  '/',
  ' - ',
];
const INVISIBLE = [
  '\u00ad',
  '\u200b',
  '\u200c',
  '\u200d',
  '\u2060',
  '\ufeff',
  '\u034f',
  '\u0301',
  '\u0308',
  '\u20dd',
  '\ufe0f',
];
const DIRECTIONS = ['\u200e', '\u200f', '\u202a', '\u202b', '\u202c', '\u202e', '\u2066', '\u2067', '\u2069'];
const SURROGATES = ['\ud83d', '\ude00', '\udbff', '\udc00', '\ud800'];
const WHOLE = [
  '😀',
  '👩\u200d💻',
  '🏴\u{e0067}\u{e007f}',
  '𝐀𝐏𝐓',
  '𠮷',
  'ﬁ',
  'ŉ',
  'İ',
  'ß',
  'ẞ',
  '㎏',
  '½',
  '①',
  'Ⅻ',
  '\u0000',
  '\uffff',
  '`',
  '’',
];
const SCRIPTS = [
  'мид',
  'группа',
  'чёрный',
  'القط',
  'חתול',
  '黑客组织',
  'ハッカー',
  'ｶﾞ',
  '해커',
  'แฮก',
  'हैकर',
  'ღია',
  'Ὀδυ',
  'ĄĆĘŁ',
  'ı',
  'ǆ',
];
const MARKS = [
  '(',
  ')',
  '“',
  '”',
  '"',
  "'",
  '[',
  ']',
  ',',
  '.',
  ':',
  ';',
  '!',
  '…',
  '/',
  '@',
  '#',
  '<',
  '>',
  '&amp;',
  'https://',
  'www.',
  '.com',
];
const TELLING = [
  'hackers',
  'the hacking group',
  'ransomware',
  'malware',
  'espionage',
  'China',
  'Chinese',
  'Russia',
  'Russia’s',
  'of Iran',
  'the Dutch',
  'attack on',
  'breach of',
  'in 2017',
  '2024',
  'aka',
  'also known as',
  'tracked as',
  'not',
  'agency',
  'military intelligence',
  'gang',
  'leak site',
  'jego',
  'i',
];
const LONGEST_REPEAT = 3_000;

/** Makes texts out of names: each a run of pieces, each piece told by one number. */
export class OddText {
  readonly #names: readonly string[];

  constructor(names: readonly string[]) {
    this.#names = names;
  }

  /** The same numbers make the same text, so that a failing list of numbers can be cut down. */
  from(choices: readonly number[]): string {
    return choices.map((choice) => this.#piece(new Random(choice + 1))).join('');
  }

  #piece(random: Random): string {
    const kind = random.below(100);
    if (kind < 22) return `${this.#name(random)}${random.pick([' ', '', ', ', '. ', '\n', '’s '])}`;
    if (kind < 50) return `${this.#disguised(random)}${random.pick([' ', '', '-', '.'])}`;
    if (kind < 58) return this.#cut(random);
    if (kind < 72) return `${random.pick(TELLING)} `;
    if (kind < 77) return random.pick(SCRIPTS);
    if (kind < 83) return random.pick(MARKS);
    if (kind < 88) return random.pick(SEPARATORS);
    if (kind < 92) return random.pick([...INVISIBLE, ...DIRECTIONS]);
    if (kind < 95) return random.pick(SURROGATES);
    if (kind < 98) return random.pick(WHOLE);
    if (kind < 99) return String.fromCharCode(...Array.from({ length: 8 }, () => random.below(0x10000)));
    return this.#repeated(random);
  }

  #name(random: Random): string {
    return random.pick(this.#names);
  }

  /** A name as some page somewhere may write it. */
  #disguised(random: Random): string {
    const name = random.pick([this.#name, this.#cut]).call(this, random);
    const form = random.pick(['NFC', 'NFD', 'NFKD'] as const);
    const share = random.pick([0, 0, 0.05, 0.3]);
    const cased = random.pick([name, name, name.toUpperCase(), name.toLowerCase()]).normalize(form);
    let text = random.chance(0.1) ? random.pick(DIRECTIONS) : '';
    for (const unit of cased.split('')) {
      text += unit === ' ' || unit === '-' ? random.pick(SEPARATORS) : random.chance(0.03) ? wide(unit) : unit;
      if (random.chance(share)) text += random.pick(random.chance(0.8) ? INVISIBLE : SURROGATES);
    }
    return text;
  }

  /** A part of a name: what begins like one and goes on otherwise. */
  #cut(random: Random): string {
    const name = this.#name(random);
    const from = random.chance(0.5) ? 0 : random.below(name.length);
    return name.slice(from, from + 1 + random.below(name.length));
  }

  #repeated(random: Random): string {
    const times = 1 + random.below(LONGEST_REPEAT);
    const what = random.pick([
      () => this.#name(random).slice(0, 12),
      () => `${this.#cut(random).slice(0, 6)} `,
      () => random.pick(INVISIBLE),
      () => random.pick([...SEPARATORS, ...MARKS]),
      () => random.pick(SURROGATES),
    ])();
    return what.repeat(Math.min(times, Math.ceil(LONGEST_REPEAT / Math.max(1, what.length))));
  }
}

/** The full-width form of an ASCII sign. */
function wide(unit: string): string {
  const code = unit.charCodeAt(0);
  return code > 0x20 && code < 0x7f ? String.fromCharCode(code + 0xfee0) : unit;
}
