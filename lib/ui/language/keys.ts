import type { GeneratedI18nStructure } from '#i18n';

/** Every key of `lib/locales/en.json`, as `group.name`. */
export type MessageKey = keyof GeneratedI18nStructure;

type Named<K extends MessageKey> = GeneratedI18nStructure[K] extends {
  namedSubstitutions: readonly (infer Name extends string)[];
}
  ? Name
  : never;

/** What each `{placeholder}` of a message is to be. */
export type Values<K extends MessageKey, Value> = Record<Named<K>, Value>;

/** Messages with a form for each plural category: `words.one`, `words.few`, `words.many`, `words.other`. */
export type PluralKey = MessageKey extends infer K ? (K extends `${infer Base}.other` ? Base : never) : never;

type PluralNamed<K extends PluralKey> = Exclude<Named<`${K}.other`>, 'count'>;

/** Values of a plural message, but for `{count}`, which is always the number itself. */
export type PluralValues<K extends PluralKey, Value> = [PluralNamed<K>] extends [never]
  ? []
  : [values: Record<PluralNamed<K>, Value>];

/** An identifier of the model as a part of a key: browsers allow letters, digits and `_` there. */
export type KeyPart<Id extends string> = Id extends `${infer Head}-${infer Tail}` ? `${Head}_${KeyPart<Tail>}` : Id;

export function keyPart<Id extends string>(id: Id): KeyPart<Id> {
  return id.replaceAll('-', '_') as KeyPart<Id>;
}
