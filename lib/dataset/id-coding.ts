/**
 * Ids as numbers: a record names others by ids of thirty and more letters, some of them dozens of times. In the
 * packed store such a string is `#` and the id's number in base 36; a string that begins so by itself gets another `#`.
 */
const SIGN = '#';

/** A copy of any JSON value in which the known ids are numbers. */
export function withNumbers(value: unknown, numberOf: ReadonlyMap<string, number>): unknown {
  return mapStrings(value, (text) => {
    const number = numberOf.get(text);
    if (number !== undefined) return SIGN + number.toString(36);
    return text.startsWith(SIGN) ? SIGN + text : text;
  });
}

/**
 * The value back from `withNumbers`.
 *
 * @throws RangeError where a number stands for no id.
 */
export function withIds(value: unknown, ids: readonly string[]): unknown {
  return mapStrings(value, (text) => {
    if (!text.startsWith(SIGN)) return text;
    if (text.startsWith(SIGN, 1)) return text.slice(1);
    const id = ids[Number.parseInt(text.slice(1), 36)];
    if (id === undefined) throw new RangeError('the record store names a record that it does not hold');
    return id;
  });
}

function mapStrings(value: unknown, change: (text: string) => string): unknown {
  if (typeof value === 'string') return change(value);
  if (Array.isArray(value)) return value.map((item) => mapStrings(item, change));
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, mapStrings(item, change)]));
}
