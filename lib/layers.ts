/** A value that settings consist of; objects are laid over each other field by field. */
type Fields = Record<string, unknown>;

/** Fields that are only of use as a whole: a list of hosts means nothing without what it is a list of. */
const WHOLE: readonly string[] = ['sites'];

/** Lays objects over each other; the last that says something about a field decides it. Pure. */
export function layered(...layers: readonly unknown[]): Fields {
  const result: Fields = {};
  for (const layer of layers) {
    if (!isFields(layer)) continue;
    for (const [name, value] of Object.entries(layer)) {
      if (name === '__proto__') continue;
      const isDeep = isFields(value) && isFields(result[name]) && !WHOLE.includes(name);
      result[name] = isDeep ? layered(result[name], value) : value;
    }
  }
  return result;
}

/** What was changed from one object to the other: what the reader decided, and nothing that they left as it was. */
export function changesBetween(before: Fields, after: Fields): Fields {
  const changes: Fields = {};
  for (const [name, value] of Object.entries(after)) {
    const old = before[name];
    if (JSON.stringify(old) === JSON.stringify(value)) continue;
    changes[name] = isFields(value) && isFields(old) && !WHOLE.includes(name) ? changesBetween(old, value) : value;
  }
  return changes;
}

function isFields(value: unknown): value is Fields {
  return value !== null && typeof value === 'object' && !Array.isArray(value);
}
