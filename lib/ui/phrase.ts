import { type Phrase, sentence } from './language/template';

/** Sentences one after another. */
export function sentences(parts: readonly (readonly Phrase[])[]): Phrase[] {
  const [first = [], ...rest] = parts.filter((part) => part.length);
  return rest.reduce<Phrase[]>((text, second) => sentence('join.sentences', { first: text, second }), [...first]);
}

/** The same without what is strong: a sentence that is not the first. */
export function subdued(phrases: readonly Phrase[]): Phrase[] {
  return phrases.map(({ strong: _, ...phrase }) => phrase);
}

/** With a capital, as a sentence begins. */
export function begun(phrases: readonly Phrase[], capital: (text: string) => string): Phrase[] {
  const [first, ...rest] = phrases;
  return first ? [{ ...first, text: capital(first.text) }, ...rest] : [];
}
